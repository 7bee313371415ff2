#pragma once

/// Rows below a form's indicators that stand in its grid and are none of them.

#include "import/table/columns.hpp"
#include "import/table/grid.hpp"

#include <cstddef>

namespace budgetdiff::import {

/// Whether a row is a label at the side with one text beside it, over all of the columns that
/// `header` names (保障措施 | 加强考核 below 绩效指标): that is no row of indicators.
[[nodiscard]] bool labels_text(const Grid& grid, std::size_t row, const Header& header);

/// Whether a row adds up the scores or weights of the indicators above (合计 | 100 | 99): its
/// label spans their names, and its figures stand where no amounts or targets do.
[[nodiscard]] bool sums_scores(const Grid& grid, std::size_t row, const Header& header);

}  // namespace budgetdiff::import
