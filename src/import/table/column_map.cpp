#include "import/table/column_map.hpp"

#include <algorithm>
#include <numeric>

namespace budgetdiff::import {

ColumnMap each_its_own(std::size_t columns) {
  ColumnMap out(columns);
  std::iota(out.begin(), out.end(), std::size_t{0});
  return out;
}

std::optional<ColumnMap> columns_of(const Grid& grid, const Header& header,
                                    const std::vector<double>& edges) {
  // The same columns, be some of no width at all.
  if (grid.edges.empty() || edges.empty() || grid.edges == edges) {
    return grid.columns() == header.columns.size() ? std::optional(each_its_own(grid.columns()))
                                                   : std::nullopt;
  }
  // Every column must lie on one of the header's, by place on the page. A form's header
  // spans columns that only the rows above it have; what follows alone has none of them.
  ColumnMap map;
  for (std::size_t c = 0; c < grid.columns(); ++c) {
    const double left = grid.edges[c];
    const double right = grid.edges[c + 1];
    std::size_t best = Grid::none;
    std::size_t spans = 0;
    double most = 0;
    for (std::size_t k = 0; k + 1 < edges.size();) {
      const std::size_t begin = k;
      for (++k; k + 1 < edges.size() && header.columns[k].first == header.columns[begin].first;
           ++k) {
      }
      const double shared = std::min(right, edges[k]) - std::max(left, edges[begin]);
      if (shared > most) {
        most = shared;
        best = begin;
        spans = k - begin;
      }
    }
    const bool again = spans == 1 && !map.empty() && map.back() == best;
    if (best == Grid::none || most < 0.6 * (right - left) || again) {
      return std::nullopt;
    }
    map.push_back(best);
  }
  return map;
}

}  // namespace budgetdiff::import
