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
  constexpr std::u32string_view marks = U".．,，";
  while (end < text.size() && (is_digit(text[end]) || marks.find(text[end]) != marks.npos)) {
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

constexpr std::u32string_view factor_marks = U"×*xX/÷";

/// Whether an amount is a price in a sum: ×0.1万元, 200元/人.
bool is_factor(std::u32string_view text, std::size_t begin, std::size_t end) {
  return (begin > 0 && factor_marks.find(text[begin - 1]) != factor_marks.npos) ||
         (end < text.size() && factor_marks.find(text[end]) != factor_marks.npos);
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

namespace {

void add_left_out(std::u32string& to, std::u32string_view text) {
  to += to.empty() ? U"" : U"; ";
  to += text;
}

/// 壹佰万元整: an amount in the letters of cheques, which says again what the figure says.
bool is_amount_in_letters(std::u32string_view text) {
  constexpr std::u32string_view letters =
      U"零〇一二三四五六七八九十百千万亿元角分整正人民币"
      U"壹贰叁肆伍陆柒捌玖拾佰仟圆大写：:（）()";
  return text.find_first_not_of(letters) == text.npos;
}

/// What narrows an amount down in words: 约100, 100左右.
bool is_about(std::u32string_view text) {
  return text.find(U"约") != text.npos || text.find(U"左右") != text.npos ||
         text.find(U"不超过") != text.npos || text.find(U"以内") != text.npos;
}

/// Reads the amounts of a sentence.
class AmountSentence {
 public:
  AmountSentence(std::u32string_view text, std::string_view key, const std::string& unit,
                 const Place& place)
      : text_(text), unit_(unit), place_(place), current_(key) {}

  SaidAmounts run() {
    for (std::size_t at = 0; at < text_.size();) {
      at = is_digit(text_[at]) ? take(at) : at + 1;
    }
    const std::u32string_view rest = text_.substr(behind_);
    // 100.00（80.00+20.00）, 100.00（暂列）; how it is reckoned (60人×0.20万元) is no other amount.
    const bool said_again =
        is_amount_in_letters(rest) || rest.find_first_of(factor_marks) != rest.npos;
    const bool bracket = rest.size() > 2 && opens(rest.front());
    if (!out_.amounts.empty() && (bracket || is_about(rest)) && !said_again) {
      add_left_out(out_.left_out, rest);
    }
    return std::move(out_);
  }

  [[nodiscard]] const std::set<std::string>& seen() const { return seen_; }

 private:
  static bool opens(char32_t letter) { return letter == U'（' || letter == U'('; }

  /// Takes the amount that begins at `at`; one past it.
  std::size_t take(std::size_t at) {
    const std::size_t end = end_of_amounts(text_, at);
    const std::u32string_view before = text_.substr(word_begin_, at - word_begin_);
    if (const auto column = column_before(before); !column.empty()) {
      current_ = column;
    }
    const std::string said = unit_behind(text_.substr(end));
    const std::size_t behind = end + to_code_points(said).size();
    const bool in_words = end < text_.size() && text_[end] == U'年';
    if (!in_words && seen_.insert(current_).second) {
      out_.amounts.push_back({current_,
                              said.empty() ? unit_ : said,
                              std::u32string(text_.substr(at, end - at)),
                              place_,
                              0,
                              {}});
      if (is_about(before)) {
        add_left_out(out_.left_out, before);
      }
      behind_ = behind;
    } else if (!in_words && !said.empty() && !is_factor(text_, at, behind)) {
      const std::size_t from = std::max(word_begin_, begin_of_phrase(text_, at));
      add_left_out(out_.left_out, text_.substr(from, behind - from));
      behind_ = behind;
    }
    word_begin_ = end;
    return end;
  }

  std::u32string_view text_;
  const std::string& unit_;
  const Place& place_;
  std::string current_;
  std::set<std::string> seen_;
  std::size_t word_begin_ = 0;  ///< where the words before the next amount begin
  std::size_t behind_ = 0;      ///< the last amount that was taken or said
  SaidAmounts out_;
};

}  // namespace

SaidAmounts amounts_said(const Cell& label, const Cell& value, std::string_view key,
                         const std::string& unit) {
  const std::u32string text = amount_text(value);
  const std::string word = cell_word(label);
  const std::string own = money_unit_in_header(word);
  const std::string& usual = own.empty() ? unit : own;
  if (text.empty()) {
    return {};
  }
  if (read_cell_amount(text)) {
    return {{{std::string(key), usual, text, value.place, year_in(word).value_or(0), word}}, {}};
  }
  // 60/40: without a word nothing says which of them is meant.
  const bool words = std::any_of(text.begin(), text.end(), is_cjk);
  if (!words && !cell_amount(text) && !is_blank_mark(text)) {
    return {{{std::string(key), usual, text, value.place, 0, word}}, {}};
  }
  return amounts_in_sentence(text, key, usual, value.place, word);
}

SaidAmounts amounts_in_sentence(std::u32string_view text, std::string_view key,
                                const std::string& unit, const Place& place,
                                const std::string& word) {
  AmountSentence sentence(text, key, unit, place);
  SaidAmounts out = sentence.run();
  // 资金总额：项目总投资1200万元: the only total that is said is the one meant.
  constexpr std::string_view several_years = "multi_year_total";
  if (key == column::total && !sentence.seen().contains(std::string(key))) {
    for (MoneyText& money : out.amounts) {
      money.key = money.key == several_years ? std::string(key) : money.key;
    }
  }
  if (sentence.seen().empty() && text != U"无" && !is_blank_mark(text)) {
    out.amounts.push_back({std::string(key), unit, std::u32string(text), place, 0, word});
  }
  return out;
}

namespace {

/// 12.5（预计）, 约12.5: a value that is beside its label, and heads nothing; 2024年 may.
bool begins_with_figure(std::u32string_view text) {
  text.remove_prefix(text.starts_with(U"约") ? 1 : 0);
  const std::size_t behind = text.find_first_not_of(U"0123456789.,，");
  return !text.empty() && is_digit(text.front()) && (behind == text.npos || text[behind] != U'年');
}

/// 总额：120.50万元: a label with its amount.
bool says_amount(const Cell& cell) {
  const std::u32string text = amount_text(cell);
  const std::size_t colon = text.find_last_of(U"：:");
  return colon != text.npos && colon + 1 < text.size() && is_digit(text[colon + 1]);
}

}  // namespace

bool heads_costs(const Grid& grid, std::size_t row) {
  std::size_t unknown = 0;
  bool money = false;
  for (const Cell* cell : grid.filled_cells(row)) {
    if (cell->row != row || cell_amount(cell->packed()) || begins_with_figure(cell->packed()) ||
        says_amount(*cell)) {
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
