#include "import/table/clipped_cells.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>
#include <variant>

namespace budgetdiff::import {
namespace {

bool is_at_foot(const Grid& grid, const Cell& cell) {
  return cell.row + cell.rows == grid.rows();
}

/// The table that ends the page before that of `grid`, or null.
const Grid* table_before(const std::vector<Block>& blocks, const Grid& grid) {
  const Grid* last = nullptr;
  for (const Block& block : blocks) {
    const Grid* const own = std::get_if<Grid>(&block);
    if (own == &grid) {
      return last != nullptr && last->place.page + 1 == grid.place.page ? last : nullptr;
    }
    last = own != nullptr && own->place.page < grid.place.page ? own : last;
  }
  return nullptr;
}

/// The cell that the foot of the page before cuts, and from which this one goes on, or null.
const Cell* part_before(const Grid& grid, const Cell& cell, const Grid& before) {
  constexpr double same_place = 6;
  const auto same = [&](const Cell& other) {
    return std::abs(before.edges[other.column] - grid.edges[cell.column]) < same_place &&
           std::abs(before.edges[other.column + other.columns] -
                    grid.edges[cell.column + cell.columns]) < same_place;
  };
  const auto found =
      std::find_if(before.cells().begin(), before.cells().end(), [&](const Cell& other) {
        return is_at_foot(before, other) && other.open_below && same(other);
      });
  return found != before.cells().end() ? &*found : nullptr;
}

}  // namespace

std::vector<const Cell*> clipped_cells(const std::vector<Block>& blocks, const Grid& grid) {
  std::vector<const Cell*> out;
  const bool any = std::any_of(grid.cells().begin(), grid.cells().end(), [](const Cell& cell) {
    return cell.hides_above || cell.hides_below;
  });
  if (!any || grid.edges.empty()) {
    return out;
  }
  const Grid* const before = table_before(blocks, grid);
  for (const Cell& cell : grid.cells()) {
    const bool below = cell.hides_below && !(is_at_foot(grid, cell) && cell.open_below);
    const bool above = cell.hides_above && (before == nullptr || before->edges.empty() ||
                                            part_before(grid, cell, *before) == nullptr);
    if (below || above) {
      out.push_back(&cell);
    }
  }
  return out;
}

void drop_lines_seen_twice(std::vector<Block>& blocks) {
  for (Block& block : blocks) {
    Grid* const grid = std::get_if<Grid>(&block);
    if (grid == nullptr || grid->edges.empty() ||
        std::none_of(grid->cells().begin(), grid->cells().end(),
                     [](const Cell& cell) { return cell.hides_above && !cell.lines.empty(); })) {
      continue;
    }
    const Grid* const before = table_before(blocks, *grid);
    if (before == nullptr || before->edges.empty()) {
      continue;
    }
    for (std::size_t i = 0; i < grid->cells().size(); ++i) {
      const Cell& cell = grid->cells()[i];
      const Cell* const part = cell.hides_above ? part_before(*grid, cell, *before) : nullptr;
      if (part != nullptr && part->hides_below && !part->lines.empty() && !cell.lines.empty() &&
          part->lines.back().text == cell.lines.front().text) {
        std::vector<TextLine> lines = grid->take_lines(cell.row, cell.column);
        lines.erase(lines.begin());
        grid->append_lines(cell.row, cell.column, std::move(lines));
      }
    }
  }
}

}  // namespace budgetdiff::import
