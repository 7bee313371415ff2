#pragma once

/// Columns of figures that are money by what stands beside them, though neither their word nor
/// decimals say so: a workbook shows 25 where a printed table has 25.00.

#include "import/table/columns.hpp"
#include "import/table/grid.hpp"

#include <cstddef>
#include <set>

namespace budgetdiff::import {

/// The columns before `end` of figures under words that nobody knows which are money: those between
/// two columns of money, those that make up its total together with the sources that are known (in
/// every row [first_row, end_row) that has a total), years beside money or each other, and what
/// names a step of a decision (二上数 | 二下数).
[[nodiscard]] std::set<std::size_t> money_by_neighbours(const Header& header, const Grid& grid,
                                                        std::size_t first_row, std::size_t end_row,
                                                        std::size_t end);

}  // namespace budgetdiff::import
