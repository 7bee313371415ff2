#include "import/table/form_amounts.hpp"

#include "import/table/amount_text.hpp"
#include "import/table/amount_words.hpp"
#include "import/table/cell_amount.hpp"
#include "import/table/column_words.hpp"
#include "import/table/columns.hpp"
#include "import/table/decided_amounts.hpp"
#include "import/table/form_money.hpp"
#include "import/table/money_records.hpp"
#include "import/table/unknown_amounts.hpp"
#include "import/table/unknown_columns.hpp"
#include "import/text/read_list.hpp"
#include "import/text/source_lines.hpp"
#include "import/vocabulary.hpp"

#include <budgetdiff/model/snapshot.hpp>
#include <budgetdiff/text/unicode.hpp>

#include <iterator>
#include <optional>
#include <utility>

namespace budgetdiff::import {

void FormAmounts::fill_units() {
  for (MoneyText& money : records_.projects.back().money) {
    money.unit = money.unit.empty() ? unit_ : money.unit;
  }
}

void FormAmounts::begin() {
  sums_ = {};
  stages_.clear();
  staged_ = nullptr;
  rows_ = {};
  has_years_ = false;
}

void FormAmounts::see_row(const Grid& grid, std::size_t row) {
  sums_.see_row(grid, row);
  if (staged_ != &grid && !stages_.empty()) {
    // A page ends between the labels of the stages and their amounts, or amid these.
    stages_ = stages_on_page(grid, stages_);
  }
  staged_ = &grid;
}

void FormAmounts::take(const Cell& label, const Cell& value, std::string_view key) {
  take_money(label, value, sums_.key_of(label, key), key);
}

void FormAmounts::take_total(const Cell& cell) {
  take_money(cell, cell, {std::string(column::total)}, column::total);
}

void FormAmounts::take_money(const Cell& label, const Cell& value, const FormKey& own,
                             std::string_view key) {
  std::vector<MoneyText>& money = records_.projects.back().money;
  SaidAmounts said = amounts_said(label, value, own.key, unit_);
  if (!said.left_out.empty()) {
    records_.findings.push_back({"text-left-over",
                                 Severity::warning,
                                 value.text_place(),
                                 published(records_.projects.back().name.text),
                                 {BD_TR("beside {0}, behind its value, was left out: {1}"),
                                  {cell_word(label), quote(said.left_out)}}});
  }
  for (MoneyText& one : said.amounts) {
    if (one.key == own.key) {
      one.part_key = own.part_key;
      one.stage_key = own.stage_key;
      one.stage_column = own.stage_column;
    }
    if (is_source(key)) {
      one.sum_word = sums_.sum_over(label);
    }
    money.push_back(std::move(one));
  }
}

void FormAmounts::take_below(const std::vector<AmountBelow>& amounts) {
  for (const auto& [label, amount] : amounts) {
    const std::string word = cell_word(*label);
    const Term term = label_term(*label);
    const bool sum =
        label == amounts.front().label && (is_sum_label(word) || is_subtotal_label(word));
    const std::string key = sum                        ? std::string(column::total)
                            : term.role == Role::money ? std::string(term.column)
                                                       : amount_key(word);
    if (!says_nothing(amount->packed())) {
      records_.money_words.try_emplace(key, word);
      take_money(*label, *amount, {key}, key);
    }
  }
}

bool FormAmounts::take_in_label(const Cell& cell) {
  const std::u32string text = amount_text(cell);
  const std::size_t at = text.find_first_of(U"0123456789");
  if (text.size() > longest_money_label || at == text.npos || at == 0 ||
      !cell_amount(without_space(text).substr(at))) {
    return false;
  }
  const Term term = look_up_header(to_utf8(text.substr(0, at)));
  if (term.role != Role::money) {
    return false;
  }
  const std::string word = to_utf8(text.substr(0, at));
  FormKey own = sums_.key_of(cell, term.column);
  MoneyText money{std::move(own.key), unit_, text.substr(at), cell.place, 0, word};
  money.part_key = std::move(own.part_key);
  money.stage_key = std::move(own.stage_key);
  money.stage_column = own.stage_column;
  records_.projects.back().money.push_back(std::move(money));
  return true;
}

bool FormAmounts::take_unknown(const Grid& grid, const Cell& label) {
  auto amount = unknown_amount(grid, label, rows_, unit_);
  if (!amount) {
    return false;
  }
  const Cell& value = *amount_beside(grid, label);
  rows_.see(grid, label, value);
  // 年度预算总额 | 100 | 实际支出总额 | 95
  if (says_spent(amount->word) && !is_interim(amount->word) && sums_.has_total_before(label)) {
    records_.money_words.try_emplace("executed", amount->word);
    take_money(label, value, sums_.key_of(label, "executed"), "executed");
    return true;
  }
  records_.money_words.try_emplace(amount->key, amount->word);
  if (is_whole_amount(amount->word) && decision_of(amount->word) != Decision::unsaid) {
    sums_.see_total(label);
  }
  records_.projects.back().money.push_back(std::move(*amount));
  return true;
}

/// What was said before rows of years is of all of them.
void FormAmounts::make_totals_of_period() {
  std::string total;
  for (MoneyText& money : records_.projects.back().money) {
    if (money.year == 0 && money.key == column::total) {
      money.key = "multi_year_total";
      total = amount_key(money.word);
    } else if (money.year == 0 && !total.empty() && is_source(money.key) &&
               money.part_key.empty()) {
      money.part_key = money.key;
      money.key = total + "：" + std::string(published_word(money.key));
    }
  }
}

namespace {

/// The label of a row of one year, in the column of labels above or below which another year
/// stands; null where it is none.
const Cell* year_label(const Grid& grid, std::size_t row) {
  const auto is_year = [](const Cell* cell) {
    return cell != nullptr && cell->rows == 1 && is_bare_year(cell_word(*cell));
  };
  for (const Cell* const cell : grid.filled_cells(row)) {
    if (cell->row == row && cell->rows == 1) {
      const bool beside = (row > 0 && is_year(grid.at(row - 1, cell->column))) ||
                          is_year(grid.at(row + 1, cell->column));
      return is_year(cell) && beside ? cell : nullptr;
    }
  }
  return nullptr;
}

}  // namespace

bool FormAmounts::take_year(const Grid& grid, std::size_t row) {
  const Cell* const label = year_label(grid, row);
  const std::optional<int> year = label == nullptr ? std::nullopt : year_in(cell_word(*label));
  if (!year || !unknown_amount(grid, *label, rows_, unit_)) {
    return false;
  }
  if (!std::exchange(has_years_, true)) {
    make_totals_of_period();
  }
  const std::string word = cell_word(*label);
  for (const Cell* const cell : grid.filled_cells(row)) {
    const Term term = cell == label ? Term{Role::money, column::total} : label_term(*cell);
    const Cell* const amount = amount_beside(grid, *cell);
    if (cell->row != row || term.role != Role::money || amount == nullptr ||
        !cell_amount(amount->packed())) {
      continue;
    }
    rows_.see(grid, *cell, *amount);
    records_.projects.back().money.push_back(
        {std::string(term.column), unit_, amount_text(*amount), amount->place, *year, word});
  }
  return true;
}

bool FormAmounts::take_stages(const Grid& grid, std::size_t row) {
  if (std::vector<StageColumn> found = stage_columns(grid, row); !found.empty()) {
    stages_ = std::move(found);
    return true;
  }
  std::vector<MoneyText> amounts = amounts_of_stages(grid, row, stages_, unit_);
  if (const Cell* const label = label_of_stages(grid, row); label != nullptr && !amounts.empty()) {
    records_.money_words.try_emplace(amounts.front().key, cell_word(*label));
  }
  std::vector<MoneyText>& money = records_.projects.back().money;
  std::move(amounts.begin(), amounts.end(), std::back_inserter(money));
  return !amounts.empty();
}

}  // namespace budgetdiff::import
