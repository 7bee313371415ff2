#pragma once

/// Indicators that the row of a department or unit was given, which stands above its projects.

#include "import/table/records.hpp"

#include <budgetdiff/model/finding.hpp>

#include <vector>

namespace budgetdiff::import {

/// The row of the table's own department, or of a unit, has no indicators. Where pages show no
/// lines, the first ones below it may have been taken for its own, since the next project's name
/// stands in the middle of its rows or of its list: gives them to that project, and returns what
/// says that they are a guess. A row with amounts is a unit's only if they are those of the
/// projects below it and the document was `printed` (a PDF, or text): elsewhere a row's cells are
/// its own.
[[nodiscard]] std::vector<Finding> give_rows_of_units(TableRecords& records, bool printed);

}  // namespace budgetdiff::import
