#pragma once

/// Lists of projects beside each other in one table: its header has 项目名称 and all other words
/// twice, for want of paper or as last year's stands beside this one's.

#include "import/table/grid.hpp"

#include <vector>

namespace budgetdiff::import {

/// Parts such tables into two, the left one first. What stands above the header is no row of
/// theirs: over one half it heads that one as a line, over both the left. A table stays whole where
/// a cell below its header lies across the place between the halves.
void part_lists_beside(std::vector<Block>& blocks);

}  // namespace budgetdiff::import
