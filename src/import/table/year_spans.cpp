#include "import/table/year_spans.hpp"

#include "import/header_spelling.hpp"
#include "import/text/source_lines.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <cstddef>
#include <string>

namespace budgetdiff::import {
namespace {

constexpr std::u32string_view numerals = U"一二两三四五六七八九十";
constexpr std::u32string_view to = U"-—–－~～至到";

bool counts(char32_t c) {
  return is_digit(c) || numerals.find(c) != numerals.npos;
}

/// The digits from `at` on, no more than five: longer numbers are no years.
std::u32string_view digits_at(std::u32string_view text, std::size_t at) {
  constexpr std::size_t most = 5;
  std::size_t end = at;
  while (end < text.size() && end - at < most && is_digit(text[end])) {
    ++end;
  }
  return text.substr(at, end - at);
}

bool is_year(std::u32string_view digits) {
  return digits.size() == 4 && digits.starts_with(U"20");
}

/// Whether `text` goes on from a year's digits to a later year: 年至2026, -26年.
bool goes_on_to_year(std::u32string_view text, std::u32string_view first) {
  std::size_t at = text.starts_with(U"年度") ? 2U : text.starts_with(U"年") ? 1U : 0U;
  const std::size_t mark = at;
  while (at < text.size() && to.find(text[at]) != to.npos) {
    ++at;
  }
  if (at == mark) {
    return false;
  }
  const std::u32string_view last = digits_at(text, at);
  if (is_year(last)) {
    return last > first;
  }
  // Two figures may be a month's, but for those before 年.
  return last.size() == 2 && last > first.substr(2) && text.substr(at + 2).starts_with(U"年");
}

}  // namespace

bool names_year_span(std::string_view word) {
  const std::u32string text = to_code_points(header_spelling(word));
  const std::u32string_view view(text);
  for (std::size_t at = 0; at < view.size(); ++at) {
    const bool begins = at == 0 || !is_digit(view[at - 1]);
    const std::u32string_view first = begins ? digits_at(view, at) : std::u32string_view{};
    if (is_year(first) && goes_on_to_year(view.substr(at + first.size()), first)) {
      return true;
    }
  }
  return false;
}

bool counts_years(std::string_view word) {
  const std::u32string text = to_code_points(header_spelling(word));
  constexpr std::size_t most = 2;  // a calendar's year has more
  for (std::size_t year = text.find(U'年'); year != text.npos; year = text.find(U'年', year + 1)) {
    std::size_t first = year;
    while (first > 0 && counts(text[first - 1])) {
      --first;
    }
    const std::u32string_view number = std::u32string_view(text).substr(first, year - first);
    const bool of_plan = first > 0 && text[first - 1] == U'第';
    if (!number.empty() && number.size() <= most && number != U"一" && number != U"1" && !of_plan) {
      return true;
    }
  }
  return false;
}

}  // namespace budgetdiff::import
