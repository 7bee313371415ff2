#include "import/table/indicator_ends.hpp"

#include "import/table/cell_amount.hpp"
#include "import/vocabulary.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

namespace budgetdiff::import {
namespace {

/// The first and one past the last column that indicators have; 绩效指标 at the side of categories,
/// which may be taken for the names' own word, is none.
struct Columns {
  std::size_t first = Grid::none;
  std::size_t end = 0;
};

Columns of_indicators(const Header& header) {
  Columns out;
  const std::size_t categories = std::min(header.find(Role::level1), header.find(Role::level2));
  for (std::size_t c = categories == Grid::none ? 0 : categories; c < header.columns.size(); ++c) {
    const Role role = header.columns[c].role;
    if (holds_levels(role) || holds_targets(role) || role == Role::comparator) {
      out.first = std::min(out.first, c);
      out.end = c + 1;
    }
  }
  return out;
}

bool is_score_label(std::string_view word) {
  constexpr auto words = std::to_array<std::string_view>({"总分", "得分", "总得分", "自评总分"});
  return is_sum_label(word) || std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace

bool labels_text(const Grid& grid, std::size_t row, const Header& header) {
  const std::vector<const Cell*> cells = grid.filled_cells(row);
  const Columns own = of_indicators(header);
  if (header.lists_projects() || cells.size() != 2 || own.first == Grid::none || own.first == 0) {
    return false;
  }
  const Cell& label = *cells.front();
  const Cell& text = *cells.back();
  const std::string word = cell_word(label);
  return label.row == row && label.column < own.first && text.row == row &&
         text.column <= own.first && text.column + text.columns >= own.end &&
         !is_level1_category(word) && !is_level2_category(word);
}

bool sums_scores(const Grid& grid, std::size_t row, const Header& header) {
  const std::vector<const Cell*> cells = grid.filled_cells(row);
  const std::size_t name = header.find(Role::level3);
  if (header.lists_projects() || cells.size() < 2 || name == Grid::none ||
      !is_score_label(cell_word(*cells.front()))) {
    return false;
  }
  const Cell& label = *cells.front();
  const bool over_names = label.column <= name && label.column + label.columns > name;
  return over_names && std::all_of(cells.begin() + 1, cells.end(), [&](const Cell* cell) {
           if (cell->column >= header.columns.size() || !cell_amount(cell->packed())) {
             return false;
           }
           const Role role = header.columns[cell->column].role;
           return role == Role::weight || role == Role::none || role == Role::remark;
         });
}

}  // namespace budgetdiff::import
