#pragma once

/// Where rows without lines begin and end.

#include "import/page/row_bands.hpp"

#include <vector>

namespace budgetdiff::import {

/// The edges of rows, one more than there are, whose cells' texts stand in their middle: the
/// middle of a row is known and its text lies inside, so that each edge tells the next. Empty
/// where that holds of no such rows.
[[nodiscard]] std::vector<double> row_edges(const std::vector<RowBand>& rows);

}  // namespace budgetdiff::import
