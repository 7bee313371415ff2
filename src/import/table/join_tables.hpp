#pragma once

/// Tables of one department that a document shows apart from each other.

#include <budgetdiff/import/importer.hpp>

namespace budgetdiff::import {

/// Makes one table of those that have the same department, year and stage: the
/// projects of all in their order, stated totals added up. A table that is there
/// twice is taken once. Each is said in a finding. Tables in different units
/// stay apart, as do those without a department.
void join_tables(ImportedDocument& document);

}  // namespace budgetdiff::import
