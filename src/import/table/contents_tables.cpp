#include "import/table/contents_tables.hpp"

#include "import/table/columns.hpp"
#include "import/table/performance_roles.hpp"
#include "import/text/source_lines.hpp"
#include "import/vocabulary.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace budgetdiff::import {
namespace {

bool is_page_word(const Cell& cell) {
  constexpr auto words =
      std::to_array<std::string_view>({"页码", "页次", "页数", "页号", "所在页", "页", "所在页码"});
  const std::string word = header_spelling(cell_word(cell));
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// Whether a cell heads or labels what a table of goals has.
bool says_performance(const Cell& cell) {
  const std::string word = cell_word(cell);
  constexpr std::size_t longest = 60;
  return word.size() <= longest && is_of_performance(look_up_listed_header(word).role);
}

/// Whether all below a heading are pages' numbers: 3, 12-14.
bool heads_pages(const Grid& grid, const Cell& heading) {
  constexpr std::size_t longest = 9;
  bool any = false;
  for (std::size_t row = heading.row + heading.rows; row < grid.rows(); ++row) {
    const Cell* const cell = grid.at(row, heading.column);
    const std::u32string text = cell == nullptr ? std::u32string() : cell->packed();
    const bool number = std::all_of(text.begin(), text.end(), [](char32_t c) {
      return is_digit(c) || c == U'-' || c == U'—' || c == U'第' || c == U'页' || c == U'P';
    });
    if (!number || text.size() > longest) {
      return false;
    }
    any = any || !text.empty();
  }
  return any;
}

}  // namespace

bool lists_pages(const Grid& grid) {
  constexpr std::size_t header_depth = 8;
  const Cell* heading = nullptr;
  for (std::size_t row = 0; row < std::min(grid.rows(), header_depth); ++row) {
    for (const Cell* const cell : grid.filled_cells(row)) {
      heading = heading == nullptr && cell->column > 0 && is_page_word(*cell) ? cell : heading;
    }
  }
  if (heading == nullptr || !heads_pages(grid, *heading)) {
    return false;
  }
  for (std::size_t row = 0; row < grid.rows(); ++row) {
    const auto cells = grid.filled_cells(row);
    if (std::any_of(cells.begin(), cells.end(),
                    [](const Cell* cell) { return says_performance(*cell); })) {
      return false;
    }
  }
  return true;
}

}  // namespace budgetdiff::import
