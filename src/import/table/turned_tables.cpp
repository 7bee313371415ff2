#include "import/table/turned_tables.hpp"

#include "import/categories.hpp"
#include "import/table/cell_amount.hpp"
#include "import/table/columns.hpp"
#include "import/vocabulary.hpp"

#include <algorithm>
#include <cstddef>
#include <set>
#include <string>
#include <utility>
#include <variant>

namespace budgetdiff::import {
namespace {

Role role_of(const Cell& cell) {
  return look_up_header(cell_word(cell)).role;
}

/// Whether a cell is what a list's header has over a column.
bool is_label(const Cell& cell) {
  const std::string word = cell_word(cell);
  return look_up_header(word).role != Role::none || is_level1_category(word) ||
         is_level2_category(word);
}

/// How many values of a row have text; none where one is a label itself.
std::size_t values_in(const Grid& grid, std::size_t row) {
  std::size_t out = 0;
  for (std::size_t c = 1; c < grid.columns(); ++c) {
    const Cell* const cell = grid.at(row, c);
    if (cell != nullptr && !cell->is_blank()) {
      if (is_label(*cell)) {
        return 0;
      }
      ++out;
    }
  }
  return out;
}

bool are_amounts(const Grid& grid, std::size_t row) {
  for (std::size_t c = 1; c < grid.columns(); ++c) {
    const Cell* const cell = grid.at(row, c);
    if (cell != nullptr && !cell->is_blank() && !cell_amount(cell->packed())) {
      return false;
    }
  }
  return true;
}

bool is_turned(const Grid& grid) {
  constexpr std::size_t least = 3;
  if (grid.rows() < least || grid.columns() < least || grid.has_spans()) {
    return false;
  }
  std::set<std::string> labels;
  bool several = false;
  for (std::size_t row = 0; row < grid.rows(); ++row) {
    const Cell* const label = grid.at(row, 0);
    if (label == nullptr || !labels.insert(cell_word(*label)).second) {
      return false;
    }
    const Role role = role_of(*label);
    const std::size_t values = values_in(grid, row);
    if (!is_label(*label) || values == 0 ||
        (row == 0 && (role != Role::project_name || values + 1 < grid.columns()))) {
      return false;
    }
    if (role == Role::money && !are_amounts(grid, row)) {
      return false;
    }
    several = several || (values > 1 &&
                          (role == Role::money || role == Role::goal || role == Role::annual_goal));
  }
  return several;
}

Grid turned(const Grid& grid) {
  Grid out(grid.columns(), grid.rows());
  out.place = grid.place;
  out.doubts = grid.doubts;
  for (Cell cell : grid.cells()) {
    std::swap(cell.row, cell.column);
    out.add(std::move(cell));
  }
  return out;
}

}  // namespace

void turn_tables(std::vector<Block>& blocks) {
  for (Block& block : blocks) {
    if (Grid* const grid = std::get_if<Grid>(&block); grid != nullptr && is_turned(*grid)) {
      *grid = turned(*grid);
    }
  }
}

}  // namespace budgetdiff::import
