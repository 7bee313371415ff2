#include "import/table/goal_parts.hpp"

#include "import/table/amounts_below.hpp"
#include "import/table/cell_amount.hpp"

#include <cstddef>
#include <string_view>

namespace budgetdiff::import {
namespace {

/// 目标1, 1, （一）, 1.: numbers what stands beside it.
bool numbers_goal(const Cell& cell) {
  const std::u32string packed = cell.packed();
  std::u32string_view text = packed;
  text = text.starts_with(U"目标") ? text.substr(2) : text;
  constexpr std::size_t longest = 4;
  return !text.empty() && text.size() <= longest &&
         text.find_first_not_of(U"0123456789一二三四五六七八九十（）().．、：:") == text.npos;
}

/// The text of a row beside the label; none where the row holds something else.
GoalPart part_of_row(const Grid& grid, const Cell& label, std::size_t row) {
  std::vector<const Cell*> cells;
  for (const Cell* cell : grid.filled_cells(row)) {
    if (cell->column >= label.column + label.columns) {
      cells.push_back(cell);
    }
  }
  GoalPart out;
  if (cells.size() == 2 && numbers_goal(*cells.front())) {
    out.number = cells.front();
    cells.erase(cells.begin());
  }
  const bool one = cells.size() == 1 && label_term(*cells.front()).role == Role::none &&
                   !cell_amount(cells.front()->packed()) && !numbers_goal(*cells.front());
  out.text = one ? cells.front() : nullptr;
  return out;
}

}  // namespace

std::vector<GoalPart> goal_parts(const Grid& grid, const Cell& label) {
  std::vector<GoalPart> out;
  for (std::size_t row = label.row; row < label.row + label.rows && grid.place.page == 0; ++row) {
    const std::vector<const Cell*> cells = grid.filled_cells(row);
    if (cells.empty() || (cells.size() == 1 && row == label.row)) {
      continue;  // blank, or the label's alone
    }
    out.push_back(part_of_row(grid, label, row));
    if (out.back().text == nullptr || out.back().text->column != out.front().text->column ||
        (out.back().number == nullptr) != (out.front().number == nullptr)) {
      return {};
    }
  }
  const bool several = out.size() > 1 || (!out.empty() && out.front().number != nullptr);
  return several ? out : std::vector<GoalPart>{};
}

}  // namespace budgetdiff::import
