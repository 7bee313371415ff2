#pragma once

/// Rows of forms that the end of a page cuts: what stands at the head of the next page without a
/// label.

#include "import/table/grid.hpp"

#include <vector>

namespace budgetdiff::import {

/// Puts what stands in the first row of a page below a blank label to the row at the foot of the
/// page before, where each of its texts stands in the place of one that has no room for more, or
/// makes a label of the one above. So does it where the row's own label is cut (项目 | 名称, 绩效 |
/// 目标). Elsewhere nothing changes: goals, amounts and indicators have rules of their own.
void mend_cut_form_rows(std::vector<Block>& blocks);

}  // namespace budgetdiff::import
