#include "match/name_years.hpp"

#include <optional>

namespace budgetdiff::matching {
namespace {

using std::u32string;
using std::u32string_view;

struct Year {
  std::size_t start = 0;
  std::size_t end = 0;  ///< past its last digit
  int value = 0;
};

/// 2024户 and 2012号 are no years.
constexpr u32string_view counted = U"元户人次个万亩米套台辆名所项件号条处家座栋间吨只株";
constexpr u32string_view joins = U"-~至—–～→";

bool is_digit(char32_t c) {
  return c >= U'0' && c <= U'9';
}

/// Digits from `at`, at most four, as a number; `end` is past them.
int number_at(u32string_view text, std::size_t at, std::size_t& end) {
  int value = 0;
  end = at;
  while (end < text.size() && end - at < 5 && is_digit(text[end])) {
    value = value * 10 + static_cast<int>(text[end] - U'0');
    ++end;
  }
  return value;
}

/// 平成30年 and 令和元年 by the era's first year.
std::optional<Year> era_year_at(u32string_view text, std::size_t at) {
  int before = 0;
  if (text.substr(at, 2) == U"平成") {
    before = 1988;
  } else if (text.substr(at, 2) == U"令和") {
    before = 2018;
  } else {
    return std::nullopt;
  }
  std::size_t end = at + 2;
  int value = 1;
  if (end < text.size() && text[end] == U'元') {
    ++end;
  } else {
    value = number_at(text, at + 2, end);
  }
  if (end == at + 2 || value > 99) {
    return std::nullopt;
  }
  return Year{at, end, before + value};
}

std::optional<Year> common_year_at(u32string_view text, std::size_t at) {
  if (!is_digit(text[at]) || (at > 0 && (is_digit(text[at - 1]) || text[at - 1] == U'.'))) {
    return std::nullopt;
  }
  std::size_t end = at;
  const int value = number_at(text, at, end);
  if (end - at != 4 || value < 1990 || value > 2059) {
    return std::nullopt;
  }
  if (end < text.size() && counted.find(text[end]) != u32string_view::npos) {
    return std::nullopt;
  }
  return Year{at, end, value};
}

std::vector<Year> find_years(u32string_view text) {
  std::vector<Year> years;
  for (std::size_t at = 0; at < text.size();) {
    std::optional<Year> year = era_year_at(text, at);
    if (!year) {
      year = common_year_at(text, at);
    }
    if (year) {
      years.push_back(*year);
      at = year->end;
    } else {
      ++at;
    }
  }
  return years;
}

/// Past 年 or 年度 at `at`.
std::size_t past_year_word(u32string_view text, std::size_t at) {
  if (at < text.size() && text[at] == U'年') {
    ++at;
    if (at < text.size() && text[at] == U'度') {
      ++at;
    }
  }
  return at;
}

bool joined(u32string_view text, const Year& a, const Year& b) {
  const std::size_t start = past_year_word(text, a.end);
  return b.start == start + 1 && joins.find(text[start]) != u32string_view::npos;
}

}  // namespace

void read_years(u32string_view text, std::vector<int>& years, bool& span) {
  const std::vector<Year> found = find_years(text);
  span = false;
  for (std::size_t i = 0; i < found.size(); ++i) {
    years.push_back(found[i].value);
    span = span || (i > 0 && joined(text, found[i - 1], found[i]));
  }
}

u32string with_year_marks(u32string_view text) {
  u32string out;
  std::size_t at = 0;
  for (const Year& year : find_years(text)) {
    out += text.substr(at, year.start - at);
    out += U'\uE000';
    at = year.end;
  }
  out += text.substr(at);
  return out;
}

u32string without_years(u32string_view text) {
  u32string out;
  std::size_t at = 0;
  const std::vector<Year> years = find_years(text);
  for (std::size_t i = 0; i < years.size(); ++i) {
    if (years[i].start > at) {
      out += text.substr(at, years[i].start - at);
    }
    at = past_year_word(text, years[i].end);
    if (i + 1 < years.size() && joined(text, years[i], years[i + 1])) {
      ++at;
    }
  }
  out += text.substr(at);
  return out;
}

}  // namespace budgetdiff::matching
