#pragma once

/// Columns that only spans of cells make.

#include "import/table/grid.hpp"

#include <cstddef>
#include <vector>

namespace budgetdiff::import {

/// Takes the columns of a very wide table out in which no cell begins or ends: a cell that spans a
/// thousand columns, alone in them, is one column wide. Tables as wide as people make them stay as
/// they are. Gives the columns that are left.
[[nodiscard]] std::size_t narrow_columns(std::vector<Cell>& cells, std::size_t columns);

}  // namespace budgetdiff::import
