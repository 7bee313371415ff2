#include "import/money_labels.hpp"

#include "import/header_spelling.hpp"

#include <budgetdiff/model/money_unit.hpp>
#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <cstddef>
#include <utility>

namespace budgetdiff::import {

std::string money_unit_in_header(std::string_view cell) {
  if (cell.size() > 200) {
    return {};
  }
  const std::string spelling = unit_spelling(cell);
  // Every maximal run between brackets, colons and commas is looked at.
  std::size_t start = 0;
  std::string found;
  for (std::size_t at = 0; at <= spelling.size(); ++at) {
    if (at < spelling.size() && !opens_bracket(spelling[at]) && !closes_bracket(spelling[at]) &&
        spelling[at] != ':' && spelling[at] != ',' && spelling[at] != '/') {
      continue;
    }
    const std::string part = spelling.substr(start, at - start);
    if (start > 0 && read_money_unit(part)) {
      found = part;
    }
    start = at + 1;
  }
  return found;
}

std::string without_money_unit(std::string_view label) {
  std::string out(label);
  for (const auto& [opening, closing] :
       {std::pair<std::string_view, std::string_view>{"（", "）"}, {"(", ")"}}) {
    const std::size_t open = out.rfind(opening);
    const std::size_t close = open == out.npos ? out.npos : out.find(closing, open);
    if (close == out.npos || open == 0) {
      continue;
    }
    const std::size_t inside = open + opening.size();
    if (!money_unit_said(out.substr(inside, close - inside)).empty()) {
      out.erase(open, close + closing.size() - open);
    }
  }
  return out;
}

std::string money_unit_said(std::string_view text) {
  constexpr std::string_view currency = "人民币";
  if (text.size() > 120) {
    return {};
  }
  std::string unit = part_by_brackets(unit_spelling(text), Brackets::outside);
  if (unit.empty()) {
    unit = part_by_brackets(unit_spelling(text), Brackets::inside);
  }
  if (!read_money_unit(unit) && unit.ends_with(currency)) {
    unit.erase(unit.size() - currency.size());
  }
  constexpr std::string_view in_letters = "rmb";
  if (!read_money_unit(unit) && unit.starts_with(in_letters)) {
    unit.erase(0, in_letters.size());
  }
  return read_money_unit(unit) ? unit : std::string{};
}

namespace {

/// The first unit of money in what stands behind 单位：, up to the bracket or sentence that ends
/// it: 万元, 万　元, 人、万元.
std::string unit_among(std::u32string_view said) {
  constexpr std::size_t longest = 6;
  said = said.substr(0, said.find_first_of(U"）)。；;"));
  for (std::size_t begin = 0; begin < said.size();) {
    const std::size_t end = std::min(said.find_first_of(U"，,、/", begin), said.size());
    const std::u32string_view part = said.substr(begin, end - begin);
    // Print spaces letters out; behind a wide gap something else begins.
    const std::size_t first = std::min(part.find_first_not_of(U" \u3000"), part.size());
    for (const std::size_t stop :
         {std::min(part.find_first_of(U" \u3000", first), part.size()), part.size()}) {
      std::u32string word;
      for (const char32_t c : part.substr(first, stop - first)) {
        if (c != U' ' && c != U'\u3000') {
          word += c;
        }
      }
      if (word.size() <= longest) {
        if (std::string unit = money_unit_said(to_utf8(word)); !unit.empty()) {
          return unit;
        }
      }
    }
    begin = end + 1;
  }
  return {};
}

/// 以万元为单位: "" where a line does not say so.
std::string unit_of_sentence(std::u32string_view line) {
  constexpr std::u32string_view before = U"以";
  constexpr std::u32string_view behind = U"为单位";
  const std::size_t end = line.find(behind);
  const std::size_t at = end == line.npos ? end : line.rfind(before, end);
  return at == line.npos ? std::string{}
                         : money_unit_said(to_utf8(line.substr(at + 1, end - at - 1)));
}

}  // namespace

std::string money_unit_in_line(std::u32string_view line) {
  constexpr std::u32string_view label = U"单位";
  constexpr std::u32string_view colons = U":：︰";
  constexpr std::size_t longest = 6;
  if (std::string unit = unit_of_sentence(line); !unit.empty()) {
    return unit;
  }
  for (std::size_t at = line.find(label); at != line.npos; at = line.find(label, at + 1)) {
    const std::size_t begin = at + label.size();
    const bool opens = begin < line.size() && (line[begin] == U'（' || line[begin] == U'(');
    const bool says = begin < line.size() && line[begin] == U'为';  // 金额单位为万元
    if (begin >= line.size() || !(opens || says || colons.find(line[begin]) != colons.npos)) {
      continue;
    }
    if (std::string unit = unit_among(line.substr(begin + 1)); !unit.empty()) {
      return unit;
    }
  }
  // 填报单位：某局（万元）
  constexpr std::size_t longest_line = 60;
  const std::size_t open = line.find_last_of(U"（(");
  if (line.size() <= longest_line && open != line.npos && !line.empty() &&
      (line.back() == U'）' || line.back() == U')')) {
    if (std::string unit = money_unit_said(to_utf8(line.substr(open + 1, line.size() - open - 2)));
        !unit.empty()) {
      return unit;
    }
  }
  // 金额：万元 and （万元） say nothing else.
  constexpr std::u32string_view amount = U"金额";
  const std::size_t first = line.find_first_not_of(U" \u3000");
  const std::u32string_view text = first == line.npos ? std::u32string_view{} : line.substr(first);
  const bool labelled = text.starts_with(amount) && text.size() > amount.size() + 1 &&
                        colons.find(text[amount.size()]) != colons.npos;
  const bool bracketed = !text.empty() && (text.front() == U'（' || text.front() == U'(');
  const std::u32string_view said = labelled    ? text.substr(amount.size() + 1)
                                   : bracketed ? text.substr(1)
                                               : std::u32string_view{};
  return said.empty() || said.size() > longest ? std::string{} : money_unit_said(to_utf8(said));
}

}  // namespace budgetdiff::import
