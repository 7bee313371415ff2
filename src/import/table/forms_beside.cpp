#include "import/table/forms_beside.hpp"

#include "import/table/columns.hpp"
#include "import/table/grid_part.hpp"
#include "import/vocabulary.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <optional>
#include <utility>

namespace budgetdiff::import {
namespace {

struct Halves {
  std::size_t row;     ///< in which both names stand
  std::size_t column;  ///< that the second form begins with
};

bool is_name_label(const Cell& cell) {
  return look_up_header(cell_word(cell)).role == Role::project_name;
}

/// A row of two labels of a name, each with a text behind it that is no label.
std::optional<Halves> halves_at(const Grid& grid, std::size_t row) {
  const std::vector<const Cell*> cells = grid.filled_cells(row);
  constexpr std::size_t labels_and_names = 4;
  if (cells.size() != labels_and_names || !is_name_label(*cells[0]) || !is_name_label(*cells[2]) ||
      look_up_header(cell_word(*cells[1])).role != Role::none ||
      look_up_header(cell_word(*cells[3])).role != Role::none) {
    return std::nullopt;
  }
  return Halves{row, cells[2]->column};
}

/// Whether no cell lies across the place between the forms, and the labels of one are the other's.
bool stand_apart(const Grid& grid, const Halves& halves) {
  constexpr std::size_t least_rows = 3;
  std::size_t alike = 0;
  for (std::size_t row = halves.row; row < grid.rows(); ++row) {
    const Cell* left = nullptr;
    const Cell* right = nullptr;
    for (const Cell* cell : grid.filled_cells(row)) {
      if (cell->column < halves.column && cell->column + cell->columns > halves.column) {
        return false;
      }
      const bool second = cell->column >= halves.column;
      left = !second && left == nullptr ? cell : left;
      right = second && right == nullptr ? cell : right;
    }
    alike += left != nullptr && right != nullptr && cell_word(*left) == cell_word(*right) &&
                     look_up_header(cell_word(*left)).role != Role::none
                 ? 1U
                 : 0U;
  }
  return alike >= least_rows;
}

}  // namespace

void part_forms_beside(std::vector<Block>& blocks) {
  std::vector<Block> out;
  out.reserve(blocks.size());
  for (Block& block : blocks) {
    const Grid* const grid = std::get_if<Grid>(&block);
    std::optional<Halves> halves;
    for (std::size_t row = 0; grid != nullptr && row < grid->rows() && !halves; ++row) {
      halves = halves_at(*grid, row);
    }
    if (!halves || !stand_apart(*grid, *halves)) {
      out.push_back(std::move(block));
      continue;
    }
    out.emplace_back(part_of(*grid, 0, 0, halves->column));
    out.emplace_back(part_of(*grid, halves->row, halves->column, grid->columns()));
  }
  blocks = std::move(out);
}

}  // namespace budgetdiff::import
