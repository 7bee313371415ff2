#include "import/table/unknown_amounts.hpp"

#include "import/table/amount_text.hpp"
#include "import/table/amount_words.hpp"
#include "import/table/amounts_below.hpp"
#include "import/table/cell_amount.hpp"
#include "import/table/columns.hpp"
#include "import/table/form_sums.hpp"
#include "import/table/unknown_columns.hpp"
#include "import/text/amount_run.hpp"
#include "import/vocabulary.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

namespace budgetdiff::import {
const Cell* amount_beside(const Grid& grid, const Cell& label) {
  for (std::size_t c = label.column + label.columns; c < grid.columns(); ++c) {
    const Cell* const cell = grid.begins_at(label.row, c);
    if (cell == nullptr || !cell->is_blank()) {
      return cell;
    }
  }
  return nullptr;
}

namespace {

constexpr std::size_t longest_label = 30;

/// Whether a label of money has its amount beside it in the row of `cell`.
bool is_row_of_money(const Grid& grid, const Cell& cell) {
  const std::vector<const Cell*> cells = grid.filled_cells(cell.row);
  return std::any_of(cells.begin(), cells.end(), [&](const Cell* one) {
    const Cell* const value =
        label_term(*one).role == Role::money ? amount_beside(grid, *one) : nullptr;
    return value != nullptr && cell_amount(value->packed());
  });
}

/// Whether a row of money stands right above the row of `label`, with a label in its column: also
/// where that row's first label (本年度安排 before 以后年度安排) was told to be one already.
bool goes_on_below(const Grid& grid, const Cell& label, const MoneyRows& rows) {
  const auto in = [&](std::size_t row, const std::vector<std::size_t>& labels) {
    return row + 1 == label.row &&
           std::find(labels.begin(), labels.end(), label.column) != labels.end();
  };
  return rows.grid == &grid && (in(rows.row, rows.labels) ||
                                (rows.row == label.row && in(rows.row_before, rows.labels_before)));
}

/// Whether 项目资金（万元） at its side heads a label.
bool is_headed(const Grid& grid, const Cell& label) {
  for (std::size_t c = 0; c < label.column; ++c) {
    const Cell* const side = grid.at(label.row, c);
    if (side != nullptr && side->rows > 1 && side->row <= label.row && !side->is_blank() &&
        (label_term(*side).role == Role::money || names_money(cell_word(*side)))) {
      return true;
    }
  }
  return false;
}

/// Whether amounts stand in columns: a label of money is above them. No form has hundreds of them.
bool has_head(const Grid& grid, const Cell& amount) {
  constexpr std::size_t most_rows = 200;
  std::size_t rows = 0;
  for (const Cell* at = &amount; at != nullptr && at->row > 0 && rows < most_rows; ++rows) {
    const Cell* const above = grid.at(at->row - 1, at->column);
    if (above == nullptr || !cell_amount(above->packed())) {
      return above != nullptr && label_term(*above).role == Role::money;
    }
    at = above;
  }
  return false;
}

}  // namespace

void MoneyRows::see(const Grid& where, const Cell& label, const Cell& value) {
  if (label.row != value.row || value.column < label.column + label.columns) {
    return;
  }
  if (grid != &where || row != label.row) {
    labels_before = grid == &where ? std::move(labels) : std::vector<std::size_t>{};
    row_before = row;
    grid = &where;
    row = label.row;
    labels.clear();
  }
  labels.push_back(label.column);
}

std::optional<MoneyText> unknown_amount(const Grid& grid, const Cell& label, const MoneyRows& above,
                                        const std::string& unit) {
  const std::u32string text = label.packed();
  const Cell* const value = amount_beside(grid, label);
  if (text.size() > longest_label || is_blank_mark(text) ||
      std::none_of(text.begin(), text.end(), is_cjk) || value == nullptr ||
      !cell_amount(value->packed())) {
    return std::nullopt;
  }
  std::string word = without_colon(cell_word(label));
  const bool said = may_head_money(word, {value->packed()}) ||
                    (word.starts_with("其中") && !names_no_money(word));
  const bool in_row = said && is_row_of_money(grid, label);
  const bool in_rows = !names_no_money(word) && label_term(label).role == Role::none &&
                       (goes_on_below(grid, label, above) || is_headed(grid, label)) &&
                       !has_head(grid, *value);
  if (!in_row && !in_rows) {
    return std::nullopt;
  }
  const std::string own = money_unit_in_header(word);
  word = amount_key(word);
  return MoneyText{word, own.empty() ? unit : own, amount_text(*value), value->place, 0, word};
}

namespace {

/// 约12.5, 12.5（预计）, 12.5万元左右: a figure with words that narrow it down, and no count of
/// other things (3类).
bool begins_as_amount(std::u32string_view text) {
  const bool about = text.starts_with(U"约");
  text.remove_prefix(about ? 1 : 0);
  if (text.empty() || !is_digit(text.front())) {
    return false;
  }
  const std::size_t behind = text.find_first_not_of(U"0123456789.,，");
  return behind == text.npos ? about
                             : std::u32string_view(U"（(万亿元左余*").find(text[behind]) !=
                                   std::u32string_view::npos;
}

}  // namespace

std::optional<MoneyText> lone_amount(const Grid& grid, const Cell& label, const std::string& unit) {
  const Cell* const value = amount_beside(grid, label);
  std::string word = without_colon(cell_word(label));
  if (value == nullptr || label.packed().size() > longest_label || !names_money(word) ||
      label_term(label).role != Role::none || cell_amount(label.packed())) {
    return std::nullopt;
  }
  std::u32string text = amount_text(*value);
  // 250万 is 250万元 beside such a word.
  const bool short_unit = text.ends_with(U'万') || text.ends_with(U'亿');
  const std::string said = short_unit ? to_utf8(std::u32string(1, text.back())) + "元" : "";
  if (short_unit) {
    text.pop_back();
  }
  if (!cell_amount(without_space(text))) {
    if (!begins_as_amount(value->packed())) {
      return std::nullopt;
    }
    text = amount_text(*value);  // as it stands, so that it is reported
  }
  const std::string own = said.empty() ? money_unit_in_header(word) : said;
  word = amount_key(word);
  return MoneyText{word, own.empty() ? unit : own, text, value->place, 0, word};
}

void take_lone_amounts(TableRecords& records) {
  for (ProjectText& project : records.projects) {
    if (!project.money.empty()) {
      continue;
    }
    for (MoneyText& money : project.lone_amounts) {
      records.money_words.try_emplace(money.key, money.word);
      std::erase_if(records.unread,
                    [&](const std::string& word) { return amount_key(word) == money.word; });
      project.money.push_back(std::move(money));
    }
  }
}

bool labels_amount(const Grid& grid, const Cell& cell) {
  const std::u32string text = cell.packed();
  const Cell* const value = amount_beside(grid, cell);
  return text.size() <= longest_label && text.find_first_of(U"0123456789") == text.npos &&
         names_money(cell_word(cell)) && value != nullptr && cell_amount(value->packed());
}

}  // namespace budgetdiff::import
