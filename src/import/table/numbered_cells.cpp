#include "import/table/numbered_cells.hpp"

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace budgetdiff::import {
namespace {

constexpr std::size_t most_items = 20;

enum class Style { circled, bracketed, marked };

/// Behind the number `value` at `at`; `at` where it does not stand.
std::size_t behind_number(const Flow& flow, std::size_t at, Style style, std::size_t value) {
  const std::u32string& text = flow.text;
  const auto letter = [&](std::size_t i) { return i < text.size() ? text[i] : U'\0'; };
  if (style == Style::circled) {
    return letter(at) == U'①' + static_cast<char32_t>(value - 1) ? at + 1 : at;
  }
  std::size_t i = at;
  if (style == Style::bracketed) {
    if (letter(i) != U'（' && letter(i) != '(') {
      return at;
    }
    ++i;
  } else if (!flow.starts_line(at)) {
    return at;
  }
  const std::size_t digits = i;
  std::size_t number = 0;
  while (is_digit(letter(i)) && i < digits + 2) {
    number = number * 10 + (letter(i) - (letter(i) > 0x7F ? U'０' : U'0'));
    ++i;
  }
  const std::u32string_view marks = style == Style::bracketed ? U"）)" : U".．、)）";
  const bool marked = i > digits && letter(i) != U'\0' && marks.find(letter(i)) != marks.npos;
  return marked && number == value && !is_digit(letter(i + 1)) ? i + 1 : at;
}

/// What stands behind 1, 2, 3 …; empty where the text does not begin with 1.
std::vector<Flow> items_of(const Flow& flow, Style style) {
  std::vector<Flow> out;
  std::size_t begin = behind_number(flow, 0, style, 1);
  if (begin == 0) {
    return out;
  }
  for (std::size_t at = begin; at <= flow.size(); ++at) {
    const std::size_t behind =
        at < flow.size() ? behind_number(flow, at, style, out.size() + 2) : at;
    if (at < flow.size() && behind == at) {
      continue;
    }
    std::size_t end = at;
    while (end > begin &&
           std::u32string_view(U"；;，,。").find(flow.text[end - 1]) != std::u32string_view::npos) {
      --end;
    }
    out.push_back(flow.sub(begin, end));
    begin = behind;
    at = std::max(at, behind > 0 ? behind - 1 : 0);
  }
  return out;
}

/// The list that a cell is, in any style; fewer than two items: none.
std::vector<Flow> numbered(const Flow& flow) {
  for (const Style style : {Style::circled, Style::bracketed, Style::marked}) {
    if (std::vector<Flow> items = items_of(flow, style); items.size() > 1) {
      return items;
    }
  }
  return {};
}

constexpr Flow IndicatorText::*target_cells[] = {
    &IndicatorText::period,       &IndicatorText::annual,      &IndicatorText::value,
    &IndicatorText::comparator,   &IndicatorText::unit,        &IndicatorText::period_comparator,
    &IndicatorText::period_value, &IndicatorText::period_unit, &IndicatorText::weight};

}  // namespace

std::vector<IndicatorText> parted_by_numbers(const IndicatorText& row) {
  const std::vector<Flow> names = numbered(row.name);
  if (names.size() < 2 || names.size() > most_items) {
    return {row};
  }
  std::vector<IndicatorText> out(names.size(), row);
  for (std::size_t i = 0; i < names.size(); ++i) {
    out[i].name = names[i];
  }
  bool any_target = false;
  for (Flow IndicatorText::*const cell : target_cells) {
    if ((row.*cell).empty()) {
      continue;
    }
    const std::vector<Flow> items = numbered(row.*cell);
    const bool holds_target = cell == &IndicatorText::period || cell == &IndicatorText::annual ||
                              cell == &IndicatorText::value || cell == &IndicatorText::period_value;
    if (items.size() == names.size()) {
      for (std::size_t i = 0; i < names.size(); ++i) {
        out[i].*cell = items[i];
      }
      any_target = any_target || holds_target;
    } else if (holds_target || !items.empty()) {
      return {row};  // one comparator or unit may be said for all
    }
  }
  return any_target ? out : std::vector<IndicatorText>{row};
}

bool has_numbers_left(const IndicatorText& row) {
  return !numbered(row.name).empty();
}

}  // namespace budgetdiff::import
