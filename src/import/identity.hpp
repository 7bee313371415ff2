#pragma once

/// Whose table it is, of which year and stage: what the user says wins, then
/// what the document says, then what its file is called, then what the folder is
/// called that it lies in (or the next one out).

#include "import/body_names.hpp"

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
  std::string heading;     ///< titles and what else stands above the table, a line each
  int header_year = 0;     ///< the only one that its header names (2025年预算数); 0: none
  /// A name behind 部门名称： that does not end as those of bodies do (may_be_body()); "" if none.
  std::string labelled = {};
};

/// Sets department, year and stage of `snapshot`; adds a finding where no
/// department is known, and where a folder's name alone gave department or year.
/// `file_name` is the path as the user gave it.
void identify(Snapshot& snapshot, std::vector<Finding>& findings, const DocumentIdentity& document,
              std::string_view file_name, const ImportOptions& options);

/// The year that identify() will find.
[[nodiscard]] std::optional<int> year_said(const DocumentIdentity& document,
                                           std::string_view file_name,
                                           const ImportOptions& options);

/// The stage that identify() will find; nothing where none is said, which means the budget.
[[nodiscard]] std::optional<std::string> stage_said(const DocumentIdentity& document,
                                                    std::string_view file_name,
                                                    const ImportOptions& options);

/// A department as a file's name gives it (`花都区人社局-2024.txt`), "" if it
/// names no organisation.
[[nodiscard]] std::string department_in_file_name(std::string_view file_name);

/// The department that stands around a document whose only body is `unit`, which spends: the one
/// that its file is called after, or its folder where `unit` may be that one's (甲县灌溉站 in
/// 甲县水利局2024, and not 甲县水利局 in 甲县财政局); "" if none.
[[nodiscard]] std::string department_around(std::string_view file_name, std::string_view unit);

/// The department that the nearest of the surest lines of `heading` names (title_department.hpp):
/// titles of performance tables, then of budgets, then a name alone in its line; "" if none does.
[[nodiscard]] std::string department_in_heading(std::string_view heading);

/// The last part of a path.
[[nodiscard]] std::string_view base_name(std::string_view path);

/// Provenance of one document, without projects and findings.
[[nodiscard]] Provenance provenance_of(const SourceDocument& source, std::string_view importer);

}  // namespace budgetdiff::import
