#include "import/table/clipped_cells.hpp"

#include "import/categories.hpp"
#include "import/text/source_lines.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>
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

/// Whether a text surely goes on: it ends inside a category, a bracket or a sentence.
bool ends_within(const std::u32string& text) {
  const std::string rest = to_utf8(text) + "标";
  const bool category =
      text.ends_with(U"指") && (is_level1_category(rest) || is_level2_category(rest));
  const std::size_t open = text.find_last_of(U"（(");
  const bool bracket = open != text.npos && text.find_first_of(U"）)", open) == text.npos;
  const bool sentence = text.find(U'，') != text.npos && is_cjk(text.back());
  return category || bracket || sentence;
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

std::vector<const Cell*> cells_full_to_the_side(const Grid& grid) {
  constexpr std::size_t least_letters = 4;
  std::vector<const Cell*> out;
  if (grid.edges.empty()) {
    return out;
  }
  for (const Cell& cell : grid.cells()) {
    if (cell.lines.size() > 1) {
      return {};
    }
    const std::u32string text = cell.packed();
    if (text.size() < least_letters || !is_cjk(text.back()) || !cell.lines.front().place.box) {
      continue;
    }
    const Box& box = *cell.lines.front().place.box;
    const double letter = 2 * (box.right - box.left) / std::max(1, width_of(text));
    const double room_left = box.left - grid.edges[cell.column];
    const double room_right = grid.edges[cell.column + cell.columns] - box.right;
    if (room_right < letter && room_left < letter) {
      out.push_back(&cell);
    }
  }
  const bool sure = std::any_of(out.begin(), out.end(),
                                [](const Cell* cell) { return ends_within(cell->packed()); });
  return sure ? out : std::vector<const Cell*>{};
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
