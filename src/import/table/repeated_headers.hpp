#pragma once

/// Headers that pages repeat: all pages together say what their columns mean.

#include "import/table/grid.hpp"
#include "import/table/scan.hpp"

#include <vector>

namespace budgetdiff::import {

/// Gives the columns of headers that pages repeat in the same words, and which the few rows of a
/// page say nothing of, the meaning that they have where the header has most rows below it.
/// `scans`: of `grids`, one each.
void agree_on_columns(const std::vector<const Grid*>& grids, std::vector<GridScan>& scans);

}  // namespace budgetdiff::import
