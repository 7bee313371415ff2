#include "import/table/label_values.hpp"

#include "import/table/amounts_below.hpp"
#include "import/table/cell_amount.hpp"
#include "import/table/columns.hpp"
#include "import/table/said_labels.hpp"
#include "import/table/ticked_boxes.hpp"
#include "import/vocabulary.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace budgetdiff::import {
namespace {

/// Whether a row heads columns, as 项目名称 | 采购品目 | 数量 | 金额 does: below the project's
/// label stands no label, as in forms, and below one of money an amount.
bool heads_columns(const Grid& grid, const Cell& project) {
  const Cell* const below = cell_below(grid, project);
  if (below == nullptr || below->is_blank() || label_term(*below).role != Role::none) {
    return false;
  }
  const std::vector<const Cell*> cells = grid.filled_cells(project.row);
  return std::any_of(cells.begin(), cells.end(), [&](const Cell* cell) {
    const Cell* const side = value_beside(grid, *cell);
    const Cell* const amount = cell_below(grid, *cell);
    return label_term(*cell).role == Role::money && amount != nullptr &&
           amount->column == cell->column && cell_amount(amount->packed()) &&
           (side == nullptr || !cell_amount(side->packed()));
  });
}

/// The level that a label of a name says; nothing where it says none.
std::optional<int> level_said(const Cell& label) {
  const std::string word = header_spelling(cell_word(label));
  const auto levels = {std::pair{"上级", 0}, std::pair{"一级", 1}, std::pair{"二级", 2},
                       std::pair{"三级", 3}};
  for (const auto& [said, level] : levels) {
    if (word.starts_with(said)) {
      return level;
    }
  }
  return std::nullopt;
}

}  // namespace

bool names_upper_level(const Grid& grid, const Cell& label) {
  const std::optional<int> own = level_said(label);
  constexpr std::size_t near_rows = 3;
  for (std::size_t row = label.row; own && row < grid.rows() && row <= label.row + near_rows;
       ++row) {
    for (const Cell* cell : grid.filled_cells(row)) {
      if (cell != &label && label_term(*cell).role == Role::project_name &&
          level_said(*cell).value_or(9) > *own) {
        return true;
      }
    }
  }
  return false;
}

const Cell* value_beside(const Grid& grid, const Cell& label) {
  const std::size_t first = label.column + label.columns;
  const Cell* next = grid.at(label.row, first);
  for (std::size_t c = first; c < grid.columns(); ++c) {
    const Cell* cell = grid.begins_at(label.row, c);
    if (cell == nullptr || cell->is_blank()) {
      continue;
    }
    const Term own = label_term(label);
    const bool fits = own.role != Role::money || cell_amount(cell->packed());
    return cell->column == first || (label_term(*cell).role == Role::none && fits) ? cell : next;
  }
  return next;
}

bool names_project(const Grid& grid, std::size_t row) {
  if (says_project(grid, row)) {
    return true;
  }
  const std::vector<const Cell*> cells = grid.filled_cells(row);
  for (const Cell* cell : cells) {
    // 项目 alone heads the lines of other tables.
    if (label_term(*cell).role != Role::project_name || cell->packed().size() < 4 ||
        heads_columns(grid, *cell)) {
      continue;
    }
    const Cell* value = value_beside(grid, *cell);
    if (value != nullptr && !value->is_blank() && label_term(*value).role == Role::none &&
        !holds_boxes(value->packed())) {
      return true;
    }
  }
  return false;
}

}  // namespace budgetdiff::import
