#include "import/table/form_money.hpp"

#include "import/table/amount_text.hpp"
#include "import/table/cell_amount.hpp"
#include "import/table/column_words.hpp"
#include "import/table/columns.hpp"
#include "import/text/amount_run.hpp"
#include "import/text/source_lines.hpp"
#include "import/vocabulary.hpp"

#include <budgetdiff/model/money_unit.hpp>
#include <budgetdiff/model/snapshot.hpp>
#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <set>

namespace budgetdiff::import {
namespace {

constexpr std::size_t longest_label = 30;

/// The column of the longest known word of money that `before` ends with; "" if none.
std::string_view column_before(std::u32string_view before) {
  constexpr std::size_t longest_word = 16;
  while (!before.empty() && (before.back() == U'：' || before.back() == U':' ||
                             before.back() == U'为' || before.back() == U'￥')) {
    before.remove_suffix(1);
  }
  for (std::size_t from = before.size() - std::min(before.size(), longest_word);
       from < before.size(); ++from) {
    const Term term = look_up_header(to_utf8(before.substr(from)));
    if (term.role == Role::money) {
      return term.column;
    }
  }
  return {};
}

/// The longest money unit that `behind` begins with; "" if none.
std::string unit_behind(std::u32string_view behind) {
  constexpr std::size_t longest_unit = 3;
  std::string unit;
  for (std::size_t length = 1; length <= std::min(longest_unit, behind.size()); ++length) {
    std::string word = to_utf8(behind.substr(0, length));
    if (read_money_unit(word)) {
      unit = std::move(word);
    }
  }
  return unit;
}

/// One past the amount that begins at `at`.
std::size_t end_of_amount(std::u32string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() &&
         (is_digit(text[end]) || text[end] == U'.' || text[end] == U',' || text[end] == U'，')) {
    ++end;
  }
  while (end > at && !is_digit(text[end - 1])) {
    --end;
  }
  return end;
}

/// The same of two amounts with but a blank between them: which of them is meant is not known, so
/// that they stay together and are no number. A year is none of them.
std::size_t end_of_amounts(std::u32string_view text, std::size_t at) {
  std::size_t end = end_of_amount(text, at);
  while (end + 1 < text.size() && text[end] == ' ' && is_digit(text[end + 1])) {
    const std::size_t next = end_of_amount(text, end + 1);
    if (next < text.size() && text[next] == U'年') {
      break;
    }
    end = next;
  }
  return end;
}

/// Whether an amount is a price in a sum: ×0.1万元, 200元/人.
bool is_factor(std::u32string_view text, std::size_t begin, std::size_t end) {
  constexpr std::u32string_view marks = U"×*xX/÷";
  return (begin > 0 && marks.find(text[begin - 1]) != marks.npos) ||
         (end < text.size() && marks.find(text[end]) != marks.npos);
}

/// Where the words before an amount begin.
std::size_t begin_of_phrase(std::u32string_view text, std::size_t amount) {
  const std::size_t mark = text.substr(0, amount).find_last_of(U"，,；;。、：:（(");
  return mark == text.npos ? 0 : mark + 1;
}

}  // namespace

bool says_money(std::u32string_view text) {
  const std::size_t number = std::min(text.find_first_of(U"0123456789"), text.size());
  std::size_t word = number;
  while (word > 0 &&
         (text[word - 1] == U'：' || text[word - 1] == ':' || text[word - 1] == U'为')) {
    --word;
  }
  return word > 0 && word < number && number < text.size() && word <= longest_label &&
         look_up_header(to_utf8(text.substr(0, word))).role == Role::money;
}

SaidAmounts amounts_said(const Cell& label, const Cell& value, std::string_view key,
                         const std::string& unit) {
  SaidAmounts said_amounts;
  std::vector<MoneyText>& out = said_amounts.amounts;
  const std::u32string text = amount_text(value);
  const std::string word = cell_word(label);
  const std::string own = money_unit_in_header(word);
  const std::string& usual = own.empty() ? unit : own;
  if (text.empty()) {
    return said_amounts;
  }
  if (read_cell_amount(text)) {
    out.push_back({std::string(key), usual, text, value.place, year_in(word).value_or(0), word});
    return said_amounts;
  }
  // 60/40: without a word nothing says which of them is meant.
  const bool words = std::any_of(text.begin(), text.end(), is_cjk);
  if (!words && !cell_amount(text) && !is_blank_mark(text)) {
    out.push_back({std::string(key), usual, text, value.place, 0, word});
    return said_amounts;
  }
  std::string current(key);
  std::set<std::string> seen;
  std::size_t word_begin = 0;
  for (std::size_t at = 0; at < text.size();) {
    if (!is_digit(text[at])) {
      ++at;
      continue;
    }
    const std::size_t end = end_of_amounts(text, at);
    const std::u32string_view whole = text;
    if (const auto column = column_before(whole.substr(word_begin, at - word_begin));
        !column.empty()) {
      current = column;
    }
    const std::string said = unit_behind(whole.substr(end));
    const bool in_words = end < text.size() && text[end] == U'年';
    if (!in_words && seen.insert(current).second) {
      out.push_back(
          {current, said.empty() ? usual : said, text.substr(at, end - at), value.place, 0, {}});
    } else if (!in_words && !said.empty() &&
               !is_factor(whole, at, end + to_code_points(said).size())) {
      const std::size_t from = std::max(word_begin, begin_of_phrase(whole, at));
      said_amounts.left_out += (said_amounts.left_out.empty() ? U"" : U"; ") +
                               text.substr(from, end + to_code_points(said).size() - from);
    }
    word_begin = end;
    at = end;
  }
  // 资金总额：项目总投资1200万元: the only total that is said is the one meant.
  constexpr std::string_view several_years = "multi_year_total";
  if (key == column::total && !seen.contains(std::string(key))) {
    for (MoneyText& money : out) {
      money.key = money.key == several_years ? std::string(key) : money.key;
    }
  }
  if (seen.empty() && text != U"无" && !is_blank_mark(text)) {
    out.push_back({std::string(key), usual, text, value.place, 0, word});
  }
  return said_amounts;
}

bool heads_costs(const Grid& grid, std::size_t row) {
  std::size_t unknown = 0;
  bool money = false;
  for (const Cell* cell : grid.filled_cells(row)) {
    if (cell->row != row || cell_amount(cell->packed())) {
      return false;
    }
    const Term term = look_up_header(cell_word(*cell));
    money = money || term.role == Role::money;
    const std::string word = cell_word(*cell);
    const bool known = term.role != Role::none || is_bare_year(word);
    unknown += !known && money_unit_in_header(word).empty() ? 1U : 0U;
  }
  constexpr std::size_t least = 2;
  return money && unknown >= least;
}

}  // namespace budgetdiff::import
