#include "import/table/target_text.hpp"

#include "import/table/target_cells.hpp"
#include "import/text/placeholders.hpp"
#include "import/vocabulary.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <utility>

namespace budgetdiff::import {
namespace {

bool is_ascii_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_category(std::string_view text) {
  return is_level1_category(text) || is_level2_category(text);
}

}  // namespace

CategoryText category_text(std::string_view text) {
  constexpr std::size_t ascii_mark = 1;
  constexpr std::size_t wide_mark = std::string_view("－").size();
  CategoryText out;
  std::size_t digits = 0;
  while (digits < text.size() && is_ascii_digit(text[digits])) {
    ++digits;
  }
  std::string_view name = text;
  if (digits > 0 && digits <= 4 && digits < text.size() &&
      (text[digits] == '-' || text.substr(digits).starts_with("－") ||
       text.substr(digits).starts_with("—"))) {
    out.code = text.substr(0, digits);
    name = text.substr(digits + (text[digits] == '-' ? ascii_mark : wide_mark));
  } else if (digits > 0 && digits <= 4 && is_category(text.substr(digits))) {
    out.code = text.substr(0, digits);  // 11数量指标
    name = text.substr(digits);
  }
  // A score in brackets is the form's, not the category's: 产出指标（50分）.
  for (const auto& [open, close] :
       {std::pair<std::string_view, std::string_view>{"（", "）"}, {"(", ")"}}) {
    if (!name.ends_with(close)) {
      continue;
    }
    const std::size_t at = name.rfind(open);
    if (at == std::string_view::npos || at == 0) {
      continue;
    }
    const std::string_view inside =
        name.substr(at + open.size(), name.size() - at - open.size() - close.size());
    const bool bare = std::all_of(inside.begin(), inside.end(), is_ascii_digit);
    if (!inside.empty() && (is_ascii_digit(inside.front())) &&
        (inside.ends_with("分") || inside.ends_with("%") ||
         (bare && is_category(name.substr(0, at))))) {
      out.score = inside;
      name = name.substr(0, at);
    }
  }
  out.name = name;
  return out;
}

namespace {

/// 产出指标-数量指标 in one cell: both levels; false where it is not two.
bool part_levels(std::string_view text, Indicator& out) {
  for (const std::string_view mark : {"-", "—", "－", "–", "/", "：", ":", "→", "、"}) {
    const std::size_t at = text.find(mark);
    if (at == text.npos || at == 0) {
      continue;
    }
    std::string_view second = text.substr(at + mark.size());
    while (second.starts_with(mark)) {
      second.remove_prefix(mark.size());
    }
    const CategoryText first = category_text(text.substr(0, at));
    const CategoryText behind = category_text(second);
    if (is_level1_category(first.name) && is_level2_category(behind.name)) {
      out.level1_code = first.code;
      out.level1 = first.name;
      out.level2_code = behind.code;
      out.level2 = behind.name;
      return true;
    }
  }
  return false;
}

}  // namespace

bool names_both_levels(std::string_view text) {
  Indicator out;
  return part_levels(text, out);
}

namespace {

/// Takes the category that a name begins with before `mark`. Before marks that names hold, too, it
/// must say 指标.
bool take_category(Indicator& out, std::string_view mark, bool any_word) {
  const std::size_t at = out.name.find(mark);
  if (at == std::string::npos || at == 0 || at + mark.size() == out.name.size()) {
    return false;
  }
  const std::string_view word = std::string_view(out.name).substr(0, at);
  const CategoryText category = category_text(word);
  const bool first = out.level1.empty() && is_level1_category(category.name);
  if ((!first && !is_level2_category(category.name)) || (!any_word && !word.ends_with("指标"))) {
    return false;
  }
  (first ? out.level1 : out.level2) = category.name;
  (first ? out.level1_code : out.level2_code) = category.code;
  out.name.erase(0, at + mark.size());
  return true;
}

/// 数量：测土面积, 产出指标-数量指标-测土面积 where no column has categories: one or two and a
/// name.
void take_categories_of_name(Indicator& out) {
  for (const std::string_view mark : {"：", ":", "-", "—", "－", "–", "/", "→"}) {
    const bool colon = mark == "：" || mark == ":";
    if (take_category(out, mark, colon)) {
      if (out.level2.empty()) {
        take_category(out, mark, true);
      }
      return;
    }
  }
}

}  // namespace

Indicator indicator_of(const IndicatorText& row, std::vector<std::string>& left_out) {
  Indicator out;
  const auto text = [](const Flow& flow) { return published(flow.text); };
  const CategoryText level1 = category_text(text(row.level1));
  const CategoryText level2 = category_text(text(row.level2));
  out.level1_code = level1.code;
  out.level1 = level1.name;
  out.level2_code = level2.code;
  out.level2 = level2.name;
  if (out.level1.empty() || out.level2.empty()) {
    part_levels(text(row.level1.empty() ? row.level2 : row.level1), out);
  }
  out.name =
      published(std::u32string_view(row.name.text).substr(behind_placeholder(row.name.text)));
  if (out.level1.empty() && out.level2.empty()) {
    take_categories_of_name(out);
  }
  const std::string unit = text(row.unit);
  const std::string comparator = text(row.comparator);
  const auto joined = [&](const std::string& sign, const std::string& value,
                          const std::string& in_unit) {
    TargetCells target = joined_target(sign, value, in_unit);
    if (!target.left_out.empty()) {
      left_out.push_back(std::move(target.left_out));
    }
    return std::move(target.text);
  };
  out.period_target = text(row.period);
  out.annual_target = text(row.annual);
  if (!out.annual_target.empty()) {
    out.annual_target = joined(comparator, out.annual_target, unit);
  }
  if (!out.period_target.empty()) {
    // One column of comparators, or of units, is that of both targets.
    const std::string own_comparator = text(row.period_comparator);
    const std::string own_unit = text(row.period_unit);
    out.period_target = joined(own_comparator.empty() ? comparator : own_comparator,
                               out.period_target, own_unit.empty() ? unit : own_unit);
  }
  if (out.period_target.empty()) {
    // 合计 beside the years has the comparator and unit of all.
    const bool own = !row.period_comparator.empty() || !row.period_unit.empty() || !row.of_years;
    out.period_target = joined(own ? text(row.period_comparator) : comparator,
                               text(row.period_value), own ? text(row.period_unit) : unit);
  }
  if (out.annual_target.empty()) {
    out.annual_target = joined(comparator, text(row.value), unit);
  }
  out.weight = text(row.weight);
  return out;
}

}  // namespace budgetdiff::import
