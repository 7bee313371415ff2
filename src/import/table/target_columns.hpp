#pragma once

/// Columns that hold targets of an indicator beside each other: which hold the year's, which the
/// whole period's, which what a part of the year shall have or what was reached.

#include "import/table/columns.hpp"
#include "import/table/grid.hpp"

#include <cstddef>

namespace budgetdiff::import {

/// 总目标 | 年度目标 behind the names of indicators are their targets where no other column has
/// any: short cells with figures, a row an indicator. In the rows [first_row, end_row).
void find_goal_targets(Header& header, const Grid& grid, std::size_t first_row,
                       std::size_t end_row);

/// Passes over what is no target beside one: parts of the year (上半年目标, 一季度) and what was
/// reached (完成值); 总目标值 beside 当年目标值 is the whole period's.
void tell_targets_apart(Header& header);

/// Passes over a column of targets (指标值) beside those of the year that have others in the same
/// rows: they are named in the header. Gives the column, or Grid::none.
std::size_t drop_targets_beside(Header& header, const Grid& grid, std::size_t first_row,
                                std::size_t end_row);

}  // namespace budgetdiff::import
