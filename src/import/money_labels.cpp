#include "import/money_labels.hpp"

#include "import/header_spelling.hpp"

#include <budgetdiff/model/money_unit.hpp>

#include <cstddef>

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

}  // namespace budgetdiff::import
