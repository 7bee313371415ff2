#pragma once

/// Which rows of a grid are a header; what its columns mean is columns.hpp.

#include "import/table/grid.hpp"

#include <cstddef>

namespace budgetdiff::import {

/// Whether a header begins in `row`: mostly known words, no amounts, and among them a
/// project's name or an indicator's levels.
[[nodiscard]] bool begins_header(const Grid& grid, std::size_t row);

/// How many rows the header that begins in `row` takes.
/// REQUIRES: begins_header(grid, row).
[[nodiscard]] std::size_t header_rows(const Grid& grid, std::size_t row);

}  // namespace budgetdiff::import
