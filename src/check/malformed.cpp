/// Targets that are neither a number nor words: slips of typists and of programs that read print.

#include "check/rules.hpp"
#include "check/words.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace budgetdiff::check_rules {
namespace {

bool is_one_of(char32_t c, std::u32string_view set) {
  return set.find(c) != set.npos;
}

/// Whether a sign that compares stands there.
bool is_bound(char32_t c) {
  return is_one_of(c, lower_signs) || is_one_of(c, upper_signs) || c == U'=';
}

bool is_latin(char32_t c) {
  return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
}

/// ≥≥95%, ≤<3次: one comparator twice. >= and ≥= are one.
bool repeats_comparator(std::u32string_view text) {
  for (std::size_t i = 1; i < text.size(); ++i) {
    for (const std::u32string_view set : {lower_signs, upper_signs}) {
      if (is_one_of(text[i], set) && is_one_of(text[i - 1], set)) {
        return true;
      }
    }
  }
  return false;
}

/// Where the digits that begin at `at` end, points and commas between them included.
std::size_t end_of_number(std::u32string_view text, std::size_t at) {
  while (at < text.size() &&
         (is_digit(text[at]) || ((text[at] == U'.' || text[at] == U',') && at + 1 < text.size() &&
                                 is_digit(text[at + 1])))) {
    ++at;
  }
  return at;
}

/// ≥95.0.0%: two points in a number behind a comparator or before %; 2024.6.30 is a day, and 1.2.3
/// may be a version.
bool has_two_points(std::u32string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!is_digit(text[at]) || (at > 0 && (is_digit(text[at - 1]) || text[at - 1] == U'.'))) {
      continue;
    }
    const std::size_t end = end_of_number(text, at);
    const std::u32string_view number = text.substr(at, end - at);
    const bool compared = at > 0 && is_bound(text[at - 1]);
    const bool percent = end < text.size() && text[end] == U'%';
    const bool dated = number.size() > 4 && number[4] == U'.' &&
                       (number.starts_with(U"19") || number.starts_with(U"20"));
    if ((percent || (compared && !dated)) && std::count(number.begin(), number.end(), U'.') > 1) {
      return true;
    }
  }
  return false;
}

/// ≥6O人, ≥l00人: letters in the place of digits. 10l are litres, and O2 is oxygen.
bool has_letter_for_digit(std::u32string_view text) {
  for (std::size_t i = 1; i < text.size(); ++i) {
    const char32_t before = text[i - 1];
    const char32_t behind = i + 1 < text.size() ? text[i + 1] : U' ';
    const bool zero = is_one_of(text[i], U"Oo") && is_digit(before) && !is_latin(behind);
    const bool one =
        is_one_of(text[i], U"lI") && (is_bound(before) || is_digit(before)) && is_digit(behind);
    if (zero || one) {
      return true;
    }
  }
  return false;
}

/// 60%人, 95%%, 90分%: two units behind one number. 5%以上 and 10%/年 have one.
bool has_two_units(std::u32string_view text) {
  for (std::size_t i = 1; i < text.size(); ++i) {
    if (text[i] != U'%') {
      continue;
    }
    const std::u32string_view behind = text.substr(i + 1);
    constexpr auto counted = std::to_array<std::u32string_view>(
        {U"人", U"人次", U"次", U"个", U"件", U"户", U"项", U"天", U"元", U"万元", U"%"});
    const bool two = std::find(counted.begin(), counted.end(), behind) != counted.end();
    const bool points = text[i - 1] == U'分' && i > 1 && is_digit(text[i - 2]);
    if ((is_digit(text[i - 1]) && two) || (points && behind.empty())) {
      return true;
    }
  }
  return false;
}

bool is_malformed(const Target& target) {
  const std::u32string text = to_code_points(target.folded);
  return repeats_comparator(text) || has_two_points(text) || has_letter_for_digit(text) ||
         has_two_units(text);
}

}  // namespace

void check_malformed(const std::vector<ReadIndicator>& indicators, Report& report) {
  for (const ReadIndicator& one : indicators) {
    if (const std::string* text = one.first_of(is_malformed)) {
      report.indicator(
          one.project, one.indicator, "target-malformed", Severity::warning,
          {BD_TR("the target is no number and no words: {0}, {1}"), {one.published->name, *text}});
    }
  }
}

}  // namespace budgetdiff::check_rules
