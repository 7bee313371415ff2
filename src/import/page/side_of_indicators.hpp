#pragma once

/// The labels at a form's side beside the table of its indicators, which are no part of the table.

#include "import/page/header_cells.hpp"
#include "import/page/page_content.hpp"
#include "import/page/strip_columns.hpp"

#include <vector>

namespace budgetdiff::import {

/// Leaves the end of a goal's label at a form's side (目标 of 年度总体目标) to what stands above
/// the header of its indicators, whose first line is hard by it. REQUIRES: the header has cells
void leave_goal_label(HeaderBand& header);

/// Takes 绩效指标 at the side of a form's table of indicators, left of its first column, out of the
/// table's words. REQUIRES: there are columns
void drop_side_label(std::vector<PdfWord>& words, const StripColumns& columns);

}  // namespace budgetdiff::import
