#pragma once

/// Rows without an indicator in a table that has a row an indicator: 一、本级项目 with its amount
/// above the projects that it groups, the department's own name above its projects.

#include "import/page/line_blocks.hpp"
#include "import/page/row_bands.hpp"

#include <vector>

namespace budgetdiff::import {

/// The bands of such rows, from top to bottom; `rows` are the indicators', and `line_step` is above
/// 0. A project's text may stand between two rows of its own, but nearer to both than rows stand to
/// each other. On a page that goes on with the table (`continued`) the first may be the rest of the
/// page before, unless it has an amount. Sums are none of them.
[[nodiscard]] std::vector<RowBand> bare_projects(const std::vector<ColumnText>& columns,
                                                 const std::vector<RowBand>& rows, double line_step,
                                                 bool continued);

}  // namespace budgetdiff::import
