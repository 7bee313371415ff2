#pragma once

/// 合计 in a table with a row an indicator: a row of its own without any indicator.

#include "import/page/line_blocks.hpp"

#include <cstddef>
#include <utility>
#include <vector>

namespace budgetdiff::import {

/// Whether a column has a cell for each indicator: names, targets, weights.
[[nodiscard]] bool of_one_row(Role role);

/// Whether a column has one cell for all of a project's indicators.
[[nodiscard]] bool of_project(Role role);

/// Whether a column has a cell for indicators of one category.
[[nodiscard]] bool of_category(Role role);

struct SumLine {
  double middle = 0;
  std::size_t above = 0;                               ///< rows of indicators above it
  std::vector<std::pair<std::size_t, PdfLine>> cells;  ///< column and text
};

/// Puts 合 and 计 together that stand at one height in two neighbouring columns, as one cell over
/// both does that is set wide: no project is called 计. `money` says which columns have amounts.
void join_sum_labels(std::vector<std::vector<PdfLine>>& lines, const std::vector<bool>& money);

/// Takes rows of sums out of the columns, from top to bottom: a label of a sum with
/// amounts beside it and no figure of an indicator (`rows`, ascending heights).
[[nodiscard]] std::vector<SumLine> take_sum_rows(std::vector<ColumnText>& columns,
                                                 const std::vector<double>& rows,
                                                 double letter_size);

}  // namespace budgetdiff::import
