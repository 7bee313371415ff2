#include "import/table/lost_header_spans.hpp"

#include "import/vocabulary.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>

namespace budgetdiff::import {
namespace {

Role role_of(const Cell& cell) {
  return look_up_header(to_utf8(cell.packed())).role;
}

/// Rows that may hold a header.
constexpr std::size_t most_heading_rows = 8;

/// A header whose groups lost their words: its row, and the columns that its groups span.
struct LostHeader {
  std::size_t row = 0;
  std::vector<std::size_t> columns;
};

std::optional<LostHeader> lost_header(const Grid& grid) {
  for (std::size_t row = 0; row + 1 < std::min(grid.rows(), most_heading_rows); ++row) {
    LostHeader out{row, {}};
    bool named = false;
    bool indicators = false;
    for (const Cell* const cell : grid.filled_cells(row)) {
      named = named || (cell->rows == 1 && role_of(*cell) == Role::project_name);
      const bool group = cell->columns > 1 && cell->rows == 1;
      indicators = indicators || (group && role_of(*cell) == Role::indicators);
      for (std::size_t c = 0; group && c < cell->columns; ++c) {
        out.columns.push_back(cell->column + c);
      }
    }
    if (!named || !indicators || out.columns.front() == 0) {
      continue;
    }
    const std::vector<const Cell*> below = grid.filled_cells(row + 1);
    const bool single = std::all_of(below.begin(), below.end(), [](const Cell* cell) {
      return cell->columns == 1 && cell->rows == 1;
    });
    const auto own = std::count_if(below.begin(), below.end(), [](const Cell* cell) {
      return holds_levels(role_of(*cell)) || holds_targets(role_of(*cell));
    });
    if (single && own > 1 && below.size() == out.columns.size() && below.front()->column == 0 &&
        below.back()->column + 1 == below.size()) {
      return out;
    }
  }
  return std::nullopt;
}

void restore(Grid& grid) {
  const auto lost = lost_header(grid);
  if (!lost) {
    return;
  }
  Grid out(grid.rows(), grid.columns());
  out.place = grid.place;
  out.edges = grid.edges;
  out.flows = grid.flows;
  out.doubts = grid.doubts;
  for (Cell cell : grid.cells()) {
    if (cell.row == lost->row + 1) {
      if (cell.lines.empty()) {
        continue;  // what fills the row up at its right
      }
      cell.column = lost->columns[cell.column];
    } else if (cell.row == lost->row && cell.columns == 1) {
      cell.rows = 2;
    }
    out.add(std::move(cell));
  }
  grid = std::move(out);
}

}  // namespace

void restore_header_spans(std::vector<Block>& blocks) {
  for (Block& block : blocks) {
    if (Grid* const grid = std::get_if<Grid>(&block); grid != nullptr && grid->flows) {
      restore(*grid);
    }
  }
}

}  // namespace budgetdiff::import
