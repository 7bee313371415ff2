#pragma once

/// Which rows of a grid are a header; what its columns mean is columns.hpp.

#include "import/table/grid.hpp"

#include <cstddef>

namespace budgetdiff::import {

/// Which columns name projects: those that say so, or also those that only may
/// (may_name_projects()).
enum class NameColumns { said, supposed };

/// Whether a header begins in `row`: mostly known words, no amounts, and among them a
/// project's name or an indicator's levels.
[[nodiscard]] bool begins_header(const Grid& grid, std::size_t row,
                                 NameColumns names = NameColumns::said);

/// How many rows the header that begins in `row` takes.
/// REQUIRES: begins_header(grid, row).
[[nodiscard]] std::size_t header_rows(const Grid& grid, std::size_t row);

/// The cell of a header's row that heads `column`: its own, or, in a grid where no cell spans
/// (separated values), the one that it leaves room for: blank cells behind 预算金额 with words
/// below them.
[[nodiscard]] const Cell* header_cell(const Grid& grid, std::size_t first, std::size_t rows,
                                      std::size_t row, std::size_t column);

}  // namespace budgetdiff::import
