#pragma once

/// Cells that go on behind a line where print had room for what follows: two cells, more likely.

#include "import/table/grid.hpp"
#include "import/vocabulary.hpp"

#include <cstddef>
#include <vector>

namespace budgetdiff::import {

/// Adds a doubt to a table of indicators, whose rows begin behind `head` rows of a header, for each
/// row whose name or target
/// - goes on behind a line that leaves room for what follows, as wider lines of its column show;
/// - holds a line that is a comparator and nothing else, which has a column of its own.
/// `roles`: of the table's columns.
void doubt_short_lines(const std::vector<Role>& roles, std::size_t head, Grid& grid);

}  // namespace budgetdiff::import
