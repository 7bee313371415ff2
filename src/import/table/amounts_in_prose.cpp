#include "import/table/amounts_in_prose.hpp"

#include "import/table/cell_amount.hpp"
#include "import/table/column_words.hpp"
#include "import/table/money_records.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <string>
#include <string_view>

namespace budgetdiff::import {
namespace {

bool is_of_number(char32_t c) {
  return is_digit(c) || c == '.' || c == ',';
}

/// What a sentence counts has its unit behind it.
bool has_unit_behind(const std::u32string& text, std::size_t at) {
  constexpr std::u32string_view units =
      U"万亿元千百%％‰个人次户家项座处公亩吨米里平件台套年月日天时";
  return at < text.size() && units.find(text[at]) != units.npos;
}

/// 目标3：, 3、, “3+2+N”: what numbers or is reckoned with is no amount of the table.
bool is_counted(const std::u32string& text, std::size_t begin, std::size_t end) {
  constexpr std::u32string_view marks = U"：:、）)+＋-－—~～/×";
  const bool before = begin > 0 && (text[begin - 1] == U'标' || text[begin - 1] == U'第' ||
                                    marks.find(text[begin - 1]) != marks.npos);
  return before || (end < text.size() && marks.find(text[end]) != marks.npos);
}

}  // namespace

bool has_amount_in_goal(const Project& project) {
  const Amount* total = project.funding.total();
  if (total == nullptr) {
    return false;
  }
  Amount missing = *total;
  bool sources = false;
  for (const auto& [key, amount] : project.funding.items()) {
    // 2022年 beside the year's own amount is no part of it.
    if (is_source(key) && !is_bare_year(key)) {
      missing -= amount;
      sources = true;
    }
  }
  if (!sources || missing.is_zero() || missing.is_negative()) {
    return false;
  }
  const std::u32string text = to_code_points(project.goal + "\n" + project.annual_goal);
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!is_digit(text[at])) {
      continue;
    }
    const std::size_t begin = at;
    while (at < text.size() && is_of_number(text[at])) {
      ++at;
    }
    const std::u32string figure = text.substr(begin, at - begin);
    const auto amount = read_cell_amount(figure);
    if (amount && *amount == missing && !has_unit_behind(text, at) &&
        !is_counted(text, begin, at)) {
      return true;
    }
  }
  return false;
}

}  // namespace budgetdiff::import
