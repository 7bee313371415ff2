#include "import/table/unknown_amounts.hpp"

#include "import/table/amounts_below.hpp"
#include "import/table/cell_amount.hpp"
#include "import/table/columns.hpp"
#include "import/table/unknown_columns.hpp"
#include "import/vocabulary.hpp"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

namespace budgetdiff::import {
namespace {

constexpr std::size_t longest_label = 30;

/// The cell right beside another in its row, or null.
const Cell* next_to(const Grid& grid, const Cell& cell) {
  const std::size_t column = cell.column + cell.columns;
  return column < grid.columns() ? grid.begins_at(cell.row, column) : nullptr;
}

/// Whether a label of money has its amount beside it in the row of `cell`.
bool is_row_of_money(const Grid& grid, const Cell& cell) {
  const std::vector<const Cell*> cells = grid.filled_cells(cell.row);
  return std::any_of(cells.begin(), cells.end(), [&](const Cell* one) {
    const Cell* const value = label_term(*one).role == Role::money ? next_to(grid, *one) : nullptr;
    return value != nullptr && cell_amount(value->packed());
  });
}

}  // namespace

std::optional<MoneyText> unknown_amount(const Grid& grid, const Cell& label,
                                        const std::string& unit) {
  const std::u32string text = label.packed();
  const Cell* const value = next_to(grid, label);
  if (text.empty() || text.size() > longest_label || cell_amount(text) || value == nullptr ||
      !cell_amount(value->packed())) {
    return std::nullopt;
  }
  std::string word = cell_word(label);
  for (const std::string_view colon : {"：", ":"}) {
    if (word.ends_with(colon)) {
      word.erase(word.size() - colon.size());
    }
  }
  if (!may_head_money(word, {value->packed()}) || !is_row_of_money(grid, label)) {
    return std::nullopt;
  }
  word = without_numbering(word);
  const std::string own = money_unit_in_header(word);
  return MoneyText{word, own.empty() ? unit : own, value->packed(), value->place, 0, word};
}

bool labels_amount(const Grid& grid, const Cell& cell) {
  const std::u32string text = cell.packed();
  const Cell* const value = next_to(grid, cell);
  return text.size() <= longest_label && text.find_first_of(U"0123456789") == text.npos &&
         names_money(cell_word(cell)) && value != nullptr && cell_amount(value->packed());
}

}  // namespace budgetdiff::import
