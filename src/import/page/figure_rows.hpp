#pragma once

/// Rows of a table without lines that has a row an indicator, by where their figures stand.

#include "import/page/line_blocks.hpp"
#include "import/page/lines.hpp"

#include <cstddef>
#include <vector>

namespace budgetdiff::import {

/// The heights, ascending, at which rows stand: where their comparators, weights and targets do.
[[nodiscard]] std::vector<double> figure_heights(const std::vector<ColumnText>& columns,
                                                 const LineMeasure& measure);

/// The row (from 1) of each line: that of the nearest of the figures `at` where every cell
/// then stands beside its own, else what rows_of_lines() makes of it. REQUIRES: there is a figure
[[nodiscard]] std::vector<std::size_t> rows_by_figures(const std::vector<PdfLine>& lines,
                                                       const std::vector<double>& at,
                                                       const LineMeasure& measure);

}  // namespace budgetdiff::import
