#include "import/text/broken_names.hpp"

#include "import/text/source_lines.hpp"
#include "import/vocabulary.hpp"

#include <budgetdiff/text/unicode.hpp>

namespace budgetdiff::import {
namespace {

bool is_one_of(char32_t c, std::u32string_view set) {
  return set.find(c) != set.npos;
}

/// 受理案件数：≥60000件, 合格率：98%
bool ends_with_figure(std::u32string_view text) {
  constexpr std::size_t longest_unit = 4;
  std::size_t unit = 0;
  while (unit < longest_unit && unit < text.size() && is_cjk(text[text.size() - 1 - unit])) {
    ++unit;
  }
  const std::size_t percent =
      unit == 0 && !text.empty() && is_one_of(text.back(), U"%％") ? 1U : 0U;
  const std::size_t behind = unit + percent;
  return behind > 0 && text.size() > behind && is_digit(text[text.size() - 1 - behind]) &&
         text.find_first_of(U"：:") != text.npos;
}

}  // namespace

BrokenName breaks_name(const Flow& list, std::u32string_view before, std::size_t i) {
  constexpr std::size_t most_breaks = 2;
  constexpr std::size_t longest_unit_rest = 3;
  if (!ends_with_figure(before)) {
    return BrokenName::no;
  }
  const std::u32string_view text = list.text;
  std::size_t breaks = 0;
  std::size_t first = 0;  // letters of the line at `i`
  std::size_t at = i;
  for (; at < text.size() && !is_one_of(text[at], U"：:"); ++at) {
    if (at > i && list.starts_line(at)) {
      first = breaks == 0 ? at - i : first;
      ++breaks;
    }
    if (!is_cjk(text[at]) && !is_one_of(text[at], U"（）()“”、")) {
      return BrokenName::no;
    }
  }
  const bool figure =
      at + 1 < text.size() && (is_digit(text[at + 1]) || is_one_of(text[at + 1], comparator_signs));
  if (!figure || breaks == 0 || breaks > most_breaks) {
    return BrokenName::no;
  }
  return first > longest_unit_rest ? BrokenName::surely : BrokenName::perhaps;
}

}  // namespace budgetdiff::import
