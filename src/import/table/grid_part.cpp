#include "import/table/grid_part.hpp"

#include <algorithm>
#include <utility>

namespace budgetdiff::import {

Grid part_of(const Grid& grid, std::size_t row, std::size_t from, std::size_t to) {
  Grid out(grid.rows() - row, to - from);
  out.place = grid.place;
  out.flows = grid.flows;
  out.doubts = row == 0 ? grid.doubts : std::vector<Place>{};
  if (grid.edges.size() > to) {
    out.edges.assign(grid.edges.begin() + static_cast<std::ptrdiff_t>(from),
                     grid.edges.begin() + static_cast<std::ptrdiff_t>(to) + 1);
  }
  for (const Cell& cell : grid.cells()) {
    if (cell.row < row || cell.column < from || cell.column >= to) {
      continue;
    }
    Cell own = cell;
    own.row -= row;
    own.column -= from;
    own.columns = std::min(own.columns, to - cell.column);
    out.add(std::move(own));
  }
  return out;
}

}  // namespace budgetdiff::import
