#pragma once

/// A part of a grid as a grid of its own.

#include "import/table/grid.hpp"

#include <cstddef>

namespace budgetdiff::import {

/// The rows from `row` and the columns [from, to) of a table. Cells that begin outside are left
/// out, spans are cut at the edges.
[[nodiscard]] Grid part_of(const Grid& grid, std::size_t row, std::size_t from, std::size_t to);

}  // namespace budgetdiff::import
