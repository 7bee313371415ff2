#include "import/table/lists_beside.hpp"

#include "import/table/columns.hpp"
#include "import/table/grid_part.hpp"
#include "import/table/rows_between.hpp"
#include "import/vocabulary.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <optional>
#include <string>
#include <utility>

namespace budgetdiff::import {
namespace {

struct Halves {
  std::size_t row;     ///< of the header
  std::size_t column;  ///< that the second list begins with
};

/// A header whose cells say the same words twice, a project's name among them.
std::optional<Halves> halves_at(const Grid& grid, std::size_t row) {
  const std::vector<const Cell*> cells = grid.filled_cells(row);
  constexpr std::size_t least = 3;  // a name, an amount and something of performance
  const std::size_t half = cells.size() / 2;
  if (cells.size() % 2 != 0 || half < least) {
    return std::nullopt;
  }
  bool named = false;
  std::size_t known = 0;
  for (std::size_t i = 0; i < half; ++i) {
    const std::string word = cell_word(*cells[i]);
    const Role role = look_up_header(word).role;
    named = named || role == Role::project_name;
    known += role == Role::none ? 0U : 1U;
    if (word != cell_word(*cells[half + i])) {
      return std::nullopt;
    }
  }
  return named && known >= least ? std::optional(Halves{row, cells[half]->column}) : std::nullopt;
}

bool stand_apart(const Grid& grid, const Halves& halves) {
  return std::none_of(grid.cells().begin(), grid.cells().end(), [&](const Cell& cell) {
    return cell.row >= halves.row && cell.column < halves.column &&
           cell.column + cell.columns > halves.column && !cell.is_blank();
  });
}

/// Each row above the header, as far as it stands over a half or begins there, as a line.
void add_lines(const Grid& grid, const Halves& halves, std::size_t from, std::size_t to,
               std::vector<Block>& out) {
  if (halves.row == 0) {
    return;
  }
  const Grid head = part_of(grid, 0, from, to);
  for (std::size_t row = 0; row < halves.row; ++row) {
    if (TextLine line = row_as_line(head, row); !line.text.empty()) {
      out.emplace_back(std::move(line));
    }
  }
}

}  // namespace

void part_lists_beside(std::vector<Block>& blocks) {
  std::vector<Block> out;
  out.reserve(blocks.size());
  for (Block& block : blocks) {
    const Grid* const grid = std::get_if<Grid>(&block);
    // A header stands in a table's first rows.
    constexpr std::size_t most_rows = 8;
    std::optional<Halves> halves;
    for (std::size_t row = 0; grid != nullptr && row < std::min(most_rows, grid->rows()) && !halves;
         ++row) {
      halves = halves_at(*grid, row);
    }
    if (!halves || !stand_apart(*grid, *halves)) {
      out.push_back(std::move(block));
      continue;
    }
    for (const auto& [from, to] :
         {std::pair(std::size_t{0}, halves->column), std::pair(halves->column, grid->columns())}) {
      add_lines(*grid, *halves, from, to, out);
      out.emplace_back(part_of(*grid, halves->row, from, to));
    }
  }
  blocks = std::move(out);
}

}  // namespace budgetdiff::import
