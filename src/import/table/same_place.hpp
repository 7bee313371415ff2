#pragma once

/// Cells of two pages that stand in the same place of a table.

#include "import/table/grid.hpp"

#include <cmath>
#include <cstddef>

namespace budgetdiff::import {

/// The cell that begins in a row of `grid` between the edges that `cell` of `other` has; null where
/// there is none. REQUIRES: both grids have edges
[[nodiscard]] inline const Cell* in_place_of(const Grid& grid, std::size_t row, const Grid& other,
                                             const Cell& cell) {
  constexpr double same_place = 4;  // points
  const auto near = [&](std::size_t edge, std::size_t its) {
    return std::abs(grid.edges[edge] - other.edges[its]) < same_place;
  };
  for (std::size_t c = 0; c < grid.columns(); ++c) {
    const Cell* const one = grid.begins_at(row, c);
    if (one != nullptr && one->column == c && near(c, cell.column) &&
        near(c + one->columns, cell.column + cell.columns)) {
      return one;
    }
  }
  return nullptr;
}

}  // namespace budgetdiff::import
