#include "import/table/narrow_columns.hpp"

#include <algorithm>

namespace budgetdiff::import {

std::size_t narrow_columns(std::vector<Cell>& cells, std::size_t columns) {
  constexpr std::size_t widest = 1000;
  if (columns <= widest) {
    return columns;
  }
  std::vector<std::size_t> edges;
  edges.reserve(cells.size() * 2);
  for (const Cell& cell : cells) {
    edges.push_back(cell.column);
    edges.push_back(cell.column + cell.columns);
  }
  std::sort(edges.begin(), edges.end());
  edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
  const auto index_of = [&](std::size_t edge) {
    return static_cast<std::size_t>(std::lower_bound(edges.begin(), edges.end(), edge) -
                                    edges.begin());
  };
  for (Cell& cell : cells) {
    const std::size_t end = index_of(cell.column + cell.columns);
    cell.column = index_of(cell.column);
    cell.columns = end - cell.column;
  }
  return edges.empty() ? 0 : edges.size() - 1;
}

}  // namespace budgetdiff::import
