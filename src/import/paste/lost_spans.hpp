#pragma once

/// Which columns the cells of a pasted list's rows stand in, where cells that span rows are
/// there once only, and which lines are one row.

#include "import/paste/pasted_rows.hpp"
#include "import/table/columns.hpp"

#include <cstddef>
#include <vector>

namespace budgetdiff::import {

/// A row of a list: its cells and, for each, its column.
struct PlacedRow {
  PastedRow row;
  std::vector<std::size_t> columns;
  bool outside = false;   ///< it is none of the list's: text or labels between its rows
  bool doubtful = false;  ///< a cell is where none of its kind is, or name or target is missing
};

/// The rows below `header` up to the next one, put where they fit best: over all of them
/// together, as what a line ends and what a cell is decide one another. A row that has all
/// cells is sure; others lack those at the left, which span from above.
/// Cost: the number of rows times the most lines of a cell times the square of the columns.
[[nodiscard]] std::vector<PlacedRow> place_rows(const std::vector<PastedRow>& rows,
                                                const Header& header);

}  // namespace budgetdiff::import
