#pragma once

/// Whose table it is, of which year and stage: what the user says wins, then
/// what the document says, then what its file is called.

#include <budgetdiff/import/importer.hpp>
#include <budgetdiff/model/snapshot.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace budgetdiff::import {

/// What the document itself says.
struct DocumentIdentity {
  std::string department;  ///< as published; "" if it names none
  std::string heading;     ///< titles and what else stands above the table
};

/// Sets department, year and stage of `snapshot`; adds a finding where no
/// department is known.
void identify(Snapshot& snapshot, std::vector<Finding>& findings, const DocumentIdentity& document,
              std::string_view file_name, const ImportOptions& options);

/// The year that identify() will find.
[[nodiscard]] std::optional<int> year_said(std::string_view heading, std::string_view file_name,
                                           const ImportOptions& options);

/// A department as a file's name gives it (`花都区人社局-2024.txt`), "" if it
/// names no organisation.
[[nodiscard]] std::string department_in_file_name(std::string_view file_name);

/// A department that stands alone in a line of `heading` (`045001某县水利局`) or
/// before the year in a title (`某县水利局2024年部门预算`); "" if there is none.
[[nodiscard]] std::string department_in_heading(std::string_view heading);

/// Whether a name ends like that of a public body (局, 委员会, 中心 …), a
/// qualifier in brackets aside.
[[nodiscard]] bool names_public_body(std::string_view name);

/// A department or unit without the code that budget systems put before it:
/// `045001-某县水利局`, `[045]某县水利局`.
[[nodiscard]] std::string without_unit_code(std::string_view name);

/// The last part of a path.
[[nodiscard]] std::string_view base_name(std::string_view path);

/// Provenance of one document, without projects and findings.
[[nodiscard]] Provenance provenance_of(const SourceDocument& source, std::string_view importer);

}  // namespace budgetdiff::import
