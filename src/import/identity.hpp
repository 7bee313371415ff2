#pragma once

/// Whose table it is, of which year and stage: what the user says wins, then
/// what the document says, then what its file is called, then what the folder is
/// called that it lies in (or the next one out).

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

/// A department that stands alone in a line of `heading` (`045001某县水利局`) or in a
/// title (title_department.hpp); "" if there is none.
[[nodiscard]] std::string department_in_heading(std::string_view heading);

/// A body's name without a qualifier in brackets and without what its own office is
/// called (本级, 机关): `某县水利局机关` is 某县水利局 itself.
[[nodiscard]] std::string_view body_itself(std::string_view name);

/// Whether a name ends like that of a public body (局, 委员会, 中心 …), what
/// body_itself() leaves out aside.
[[nodiscard]] bool names_public_body(std::string_view name);

/// Whether a name behind a label (部门名称：) may be whose table it is: a public body,
/// or one of the ends that ordinary words have, too (林场, 水库, 文工团).
[[nodiscard]] bool may_own_table(std::string_view name);

/// Whether a text behind a label (部门名称：广州海关) can be a name: words without marks, a year
/// or a unit of money, and no label of its own. It is the department where nothing says it better.
[[nodiscard]] bool may_be_body(std::string_view name);

/// A department as the snapshot calls it: beside Chinese letters brackets have full width, which
/// forms of two years set either way; they would be two departments.
[[nodiscard]] std::string with_wide_brackets(std::string_view name);

/// A department or unit without the codes that budget systems put before and behind
/// it: `045001-某县水利局`, `[045]某县水利局`, `014某省文化厅-210000000`.
[[nodiscard]] std::string without_unit_code(std::string_view name);

/// The last part of a path.
[[nodiscard]] std::string_view base_name(std::string_view path);

/// Provenance of one document, without projects and findings.
[[nodiscard]] Provenance provenance_of(const SourceDocument& source, std::string_view importer);

}  // namespace budgetdiff::import
