#pragma once

/// Headings of a form's goals at the foot of a page, whose texts stand on the next one.

#include "import/table/grid.hpp"

#include <vector>

namespace budgetdiff::import {

/// Puts a row 总体目标 | 中期目标 | 年度目标 at a page's foot above the first row of the next page,
/// where that has a text in the place of each heading and nothing beside them but what may be left
/// of the label. Elsewhere nothing changes.
void mend_cut_headings(std::vector<Block>& blocks);

}  // namespace budgetdiff::import
