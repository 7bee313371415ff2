#pragma once

/// Headers at the foot of a page, cut by its end.

#include "import/table/grid.hpp"

#include <vector>

namespace budgetdiff::import {

/// Puts the words of headers together that a page's end cuts: 一级指 in the last row of a
/// table, 标 in the first of the next page. A first row that holds such rests alone is left
/// blank.
void mend_cut_headers(std::vector<Block>& blocks);

}  // namespace budgetdiff::import
