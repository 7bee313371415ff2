#pragma once

/// Amounts with separators of thousands that lack their quotes: `1,200.50` in a line of comma
/// separated values is two fields, and what stands behind it one column too far.

#include "import/csv/csv_grid.hpp"

#include <vector>

namespace budgetdiff::import {

/// Puts such amounts together in the rows below a header that is known, where a row has as many
/// fields too many as columns of money have pieces of amounts, and this in one way alone.
void join_unquoted_amounts(std::vector<CsvRow>& rows);

}  // namespace budgetdiff::import
