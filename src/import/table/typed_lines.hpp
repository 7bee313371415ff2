#pragma once

/// Line ends that somebody typed, in the cells of printed tables.

#include "import/table/grid.hpp"

#include <cstddef>
#include <vector>

namespace budgetdiff::import {

/// The lines of a cell that begin behind a typed line end: print ends a line only where what
/// comes next finds no room any more, so that an end with room behind it was typed. How much
/// room a line has, the widest line of the cell's column on its page tells, and what lies between
/// the cell's sides and lines that all begin at one place. Empty where no place is known: the ends
/// of full lines are never among them.
[[nodiscard]] std::vector<std::size_t> typed_lines(const Grid& grid, const Cell& cell);

}  // namespace budgetdiff::import
