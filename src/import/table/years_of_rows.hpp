#pragma once

/// Which years a table's projects are of, as a column (年度, 年份) or a form's label says of each.

#include "import/table/records.hpp"

#include <budgetdiff/import/importer.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace budgetdiff::import {

/// Whether the word of a column or label says the budget's year, and not when a project is carried
/// out or its form was filled in (项目年度, 实施年度, 申报年度, 填报年度).
[[nodiscard]] bool says_budget_year(std::string_view word);

/// Keeps the word, rather one of the budget's year.
void take_years_word(TableRecords& records, const std::string& word);

/// A row without a name that has another year than the project above is that project in that year:
/// what stands once for both is its own, too.
void name_other_year(ProjectText& row, const ProjectText& above);

/// The table as one of each year that is said at its projects, from the earliest; empty where it
/// stays one. Where they all say one year, that is the table's, and goes into its heading.
///
/// A title's year goes before one that may not be the budget's. Where the table names several years
/// and cannot be parted, as not every project has one or the title's goes before, it stays one of
/// the title's year; without that, of none. Whatever differs from the title is added to the
/// findings of `records`. Where it has several, `options.year` chooses one of them. Errors: it is
/// none of them.
[[nodiscard]] Result<std::vector<TableRecords>> records_by_year(TableRecords& records,
                                                                const SourceDocument& source,
                                                                const ImportOptions& options);

}  // namespace budgetdiff::import
