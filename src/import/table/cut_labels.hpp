#pragma once

/// Labels of forms that the end of a page breaks: 一般公共预 | 算资金.

#include "import/table/grid.hpp"

#include <vector>

namespace budgetdiff::import {

/// Puts the rest of a label that stands at the head of a page to its half at the foot of the
/// page before, and with it the amount beside it; elsewhere nothing changes. Neither half
/// says which amount stands beside it.
void mend_cut_labels(std::vector<Block>& blocks);

}  // namespace budgetdiff::import
