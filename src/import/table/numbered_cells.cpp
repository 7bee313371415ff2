#include "import/table/numbered_cells.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <cstddef>
#include <iterator>
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
  const bool decimal = (letter(i) == U'.' || letter(i) == U'．') && is_digit(letter(i + 1));
  return marked && number == value && !decimal ? i + 1 : at;
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

bool holds_target(Flow IndicatorText::*cell) {
  return cell == &IndicatorText::period || cell == &IndicatorText::annual ||
         cell == &IndicatorText::value || cell == &IndicatorText::period_value;
}

}  // namespace

namespace {

/// The indicators that a row's names and the items of its other cells make: as many, or one
/// comparator or unit that is said for all; the row itself where they do not go together.
/// `items_of` takes a cell and whether it holds a target.
template <typename ItemsOf>
std::vector<IndicatorText> dealt(const IndicatorText& row, const std::vector<Flow>& names,
                                 const ItemsOf& items_of) {
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
    const bool target = holds_target(cell);
    const std::vector<Flow> items = items_of(row.*cell, target);
    if (items.size() == names.size()) {
      for (std::size_t i = 0; i < names.size(); ++i) {
        out[i].*cell = items[i];
      }
      any_target = any_target || target;
    } else if (target || items.size() > 1) {
      return {row};
    }
  }
  return any_target ? out : std::vector<IndicatorText>{row};
}

struct ItemNumber {
  Style style = Style::marked;
  std::size_t value = 0;  ///< 0: none
  std::size_t behind = 0;
};

ItemNumber number_before(const Flow& flow) {
  for (const Style style : {Style::circled, Style::bracketed, Style::marked}) {
    for (std::size_t value = 1; value <= most_items; ++value) {
      const std::size_t behind = flow.empty() ? 0 : behind_number(flow, 0, style, value);
      if (behind > 0 && behind < flow.size()) {
        return {style, value, behind};
      }
    }
  }
  return {};
}

}  // namespace

IndicatorText without_shared_number(const IndicatorText& row) {
  const ItemNumber of_name = number_before(row.name);
  IndicatorText out = row;
  bool shared = false;
  for (Flow IndicatorText::*const cell : target_cells) {
    const ItemNumber own = number_before(row.*cell);
    const bool same = own.value > 0 && own.value == of_name.value && own.style == of_name.style;
    if (same) {
      out.*cell = (row.*cell).sub(own.behind, (row.*cell).size());
      shared = shared || holds_target(cell);
    }
  }
  if (!shared) {
    return row;
  }
  out.name = row.name.sub(of_name.behind, row.name.size());
  return out;
}

std::vector<IndicatorText> parted_by_numbers(const IndicatorText& row) {
  return dealt(row, numbered(row.name), [](const Flow& cell, bool) { return numbered(cell); });
}

namespace {

std::vector<Flow> lines_of(const Flow& flow) {
  std::vector<Flow> out;
  std::size_t begin = 0;
  for (std::size_t at = 1; at <= flow.size(); ++at) {
    if (at == flow.size() || flow.starts_line(at)) {
      out.push_back(flow.sub(begin, at));
      begin = at;
    }
  }
  return out;
}

bool has_figure(const Flow& line) {
  return std::any_of(line.text.begin(), line.text.end(), is_digit);
}

/// A line that may be a name of its own, and no rest of the line before.
bool may_be_name(const Flow& line) {
  constexpr std::size_t least = 2;
  constexpr std::u32string_view openings = U"（(）)、，,和及与的";
  const std::u32string& text = line.text;
  return text.size() >= least && openings.find(text.front()) == openings.npos &&
         std::any_of(text.begin(), text.end(), is_cjk);
}

}  // namespace

std::vector<IndicatorText> parted_by_lines(const IndicatorText& row) {
  const std::vector<Flow> names = lines_of(row.name);
  if (!std::all_of(names.begin(), names.end(), may_be_name)) {
    return {row};
  }
  return dealt(row, names, [](const Flow& cell, bool target) {
    std::vector<Flow> lines = lines_of(cell);
    const bool fit = !target || std::all_of(lines.begin(), lines.end(), has_figure);
    return fit ? lines : std::vector<Flow>{};
  });
}

bool has_lines_left(const IndicatorText& row) {
  const auto figures = [](const Flow& flow) {
    const std::vector<Flow> lines = lines_of(flow);
    return std::count_if(lines.begin(), lines.end(), has_figure) > 1;
  };
  return lines_of(row.name).size() > 1 &&
         std::any_of(
             std::begin(target_cells), std::end(target_cells),
             [&](Flow IndicatorText::*cell) { return holds_target(cell) && figures(row.*cell); });
}

bool has_numbers_left(const IndicatorText& row) {
  return !numbered(row.name).empty();
}

}  // namespace budgetdiff::import
