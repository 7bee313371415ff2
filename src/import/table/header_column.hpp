#pragma once

/// What the words of a header say of one of its columns.

#include "import/table/columns.hpp"
#include "import/table/grid.hpp"
#include "import/table/header_rows.hpp"

#include <cstddef>

namespace budgetdiff::import {

/// The column `c` under the header of `rows` rows that begins in row `first`. Its words are read
/// from top to bottom: a lower one says more exactly what an upper one is about.
[[nodiscard]] Column column_of(const Grid& grid, std::size_t first, std::size_t rows, std::size_t c,
                               NameColumns names);

}  // namespace budgetdiff::import
