#include "import/table/label_rows.hpp"

#include "import/table/amounts_below.hpp"
#include "import/table/cell_amount.hpp"
#include "import/table/columns.hpp"
#include "import/table/unknown_columns.hpp"
#include "import/vocabulary.hpp"

#include <algorithm>
#include <string>

namespace budgetdiff::import {
namespace {

constexpr std::size_t longest_label = 30;

bool says_amount(const Cell& cell) {
  return cell_amount(cell.packed()).has_value();
}

/// Whether a cell at the side of labels and amounts says that they are money.
bool heads_money(const Cell& cell) {
  const std::string word = cell_word(cell);
  return label_term(cell).role == Role::money || names_money(word) ||
         !money_unit_in_header(word).empty();
}

bool may_label_amount(const Cell& cell) {
  const Role role = label_term(cell).role;
  return cell.rows == 1 && cell.packed().size() <= longest_label && !says_amount(cell) &&
         (role == Role::none || role == Role::money) && !names_no_money(cell_word(cell));
}

bool is_listed(const Cell& label) {
  return label_term(label).role == Role::money;
}

}  // namespace

std::vector<AmountBelow> amounts_under_labels(const Grid& grid, std::size_t row) {
  std::vector<AmountBelow> out;
  bool money = false;
  bool unlisted = false;
  for (const Cell* const cell : grid.filled_cells(row)) {
    const bool at_side = out.empty() && cell->rows > 1;
    if (at_side) {
      money = money || heads_money(*cell);
      continue;
    }
    const Cell* const below = cell_below(grid, *cell);
    if (!may_label_amount(*cell) || below == nullptr || below->column != cell->column ||
        below->columns != cell->columns ||
        !(says_amount(*below) || says_nothing(below->packed()))) {
      return {};
    }
    money = money || is_listed(*cell);
    unlisted = unlisted || !is_listed(*cell);
    out.push_back({cell, below});
  }
  const auto amounts = std::count_if(
      out.begin(), out.end(), [](const AmountBelow& one) { return says_amount(*one.amount); });
  const bool more_rows = std::any_of(out.begin(), out.end(), [&](const AmountBelow& one) {
    const Cell* const next = cell_below(grid, *one.amount);
    return next != nullptr && next->column == one.label->column && says_amount(*next);
  });
  return money && unlisted && amounts > 1 && !more_rows ? out : std::vector<AmountBelow>{};
}

}  // namespace budgetdiff::import
