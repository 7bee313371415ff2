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
  return read_money_unit(unit) ? unit : std::string{};
}

std::string money_unit_in_line(std::u32string_view line) {
  constexpr std::u32string_view label = U"单位";
  constexpr std::u32string_view colons = U":：︰";
  constexpr std::size_t longest = 6;
  for (std::size_t at = line.find(label); at != line.npos; at = line.find(label, at + 1)) {
    std::size_t begin = at + label.size();
    if (begin >= line.size() || colons.find(line[begin]) == colons.npos) {
      continue;
    }
    begin = std::min(line.find_first_not_of(U" \u3000", begin + 1), line.size());
    const std::size_t end =
        std::min(line.find_first_of(U"）)，,、；;。 \u3000", begin), line.size());
    if (end - begin <= longest) {
      if (std::string unit = money_unit_said(to_utf8(line.substr(begin, end - begin)));
          !unit.empty()) {
        return unit;
      }
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
