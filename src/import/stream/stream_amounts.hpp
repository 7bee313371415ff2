#pragma once

/// Which columns of money the amounts of a row stand in, where blank cells left no trace.

#include "import/stream/row_search.hpp"
#include "import/stream/tokens.hpp"
#include "import/vocabulary.hpp"

#include <vector>

namespace budgetdiff::import {

/// Puts the amounts of rows that have fewer than there are columns where the row's and the
/// columns' sums demand it, if they do; else leftmost, and the row may
/// as well be read otherwise.
void place_amounts(RowSearch::Found& found, const std::vector<StreamToken>& tokens,
                   const std::vector<Role>& roles);

}  // namespace budgetdiff::import
