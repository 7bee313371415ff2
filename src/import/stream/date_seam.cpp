#include "import/stream/date_seam.hpp"

#include "import/text/source_lines.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <cstddef>

namespace budgetdiff::import {
namespace {

std::size_t behind_digits(const std::u32string& text, std::size_t at) {
  constexpr std::size_t most = 2;  // of a month or a day
  const std::size_t begin = at;
  while (at < text.size() && at - begin < most && is_digit(text[at])) {
    ++at;
  }
  return at;
}

}  // namespace

bool parts_date(const std::u32string& before, const std::u32string& after) {
  constexpr std::size_t digits_of_year = 4;
  const std::size_t year = before.rfind(U'年');
  if (year == before.npos || year < digits_of_year) {
    return false;
  }
  for (std::size_t i = year - digits_of_year; i < year; ++i) {
    if (!is_digit(before[i])) {
      return false;
    }
  }
  // 11月底 | 前: by itself, as 前 begins words as well.
  const bool ends = before.ends_with(U"日") || before.ends_with(U"底") || before.ends_with(U"末");
  if ((ends && after == U"前") ||
      (before.ends_with(U"月") && (after == U"底前" || after == U"前"))) {
    return true;
  }
  // 11月 | 30日, 11月3 | 0日, 1 | 1月
  std::size_t at = behind_digits(before, year + 1);
  const bool has_month = at > year + 1 && at < before.size() && before[at] == U'月';
  at = has_month ? behind_digits(before, at + 1) : at;
  const std::size_t rest = behind_digits(after, 0);
  const bool numbered = is_digit(before.back()) || rest > 0;
  return at == before.size() && numbered && rest < after.size() &&
         after[rest] == (has_month ? U'日' : U'月');
}

}  // namespace budgetdiff::import
