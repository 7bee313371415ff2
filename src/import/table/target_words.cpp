#include "import/table/target_words.hpp"

#include "import/header_spelling.hpp"
#include "import/table/column_words.hpp"
#include "import/text/source_lines.hpp"
#include "import/traditional_letters.hpp"
#include "import/vocabulary.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <set>
#include <string>

namespace budgetdiff::import {
namespace {

constexpr std::u32string_view numerals = U"一二两三四五六七八九十";

bool counts(char32_t c) {
  return is_digit(c) || numerals.find(c) != numerals.npos;
}

/// 三年, 5年: so many years, which are neither a calendar's nor one of a plan's (第三年).
bool counts_years(const std::u32string& text) {
  const std::size_t year = text.find(U'年');
  if (year == text.npos || year == 0 || !counts(text[year - 1]) || text[year - 1] == U'一' ||
      text[year - 1] == U'1') {
    return false;
  }
  const bool first = year == 1;
  return first || (!counts(text[year - 2]) && text[year - 2] != U'第');
}

/// 2024-2026年, 2024年至2026年
bool spans_years(const std::u32string& text) {
  constexpr std::size_t digits = 4;
  std::size_t at = 0;
  while (at < text.size() && at < digits && is_digit(text[at])) {
    ++at;
  }
  const std::size_t behind = text.find_first_not_of(U"年度", at);
  if (at != digits || behind == text.npos ||
      std::u32string_view(U"-—–－~～至到").find(text[behind]) == std::u32string_view::npos) {
    return false;
  }
  const std::size_t next = text.find_first_not_of(U"-—–－~～至到", behind);
  return next != text.npos && is_digit(text[next]);
}

}  // namespace

TargetTime target_time(std::string_view published) {
  const std::string word = header_spelling(simplified(std::string(published)));
  const std::u32string text = to_code_points(word);
  if (spans_years(text)) {
    return TargetTime::period;
  }
  if (holds_any(word, {"前年", "上年", "去年", "上一年", "往年", "历年", "历史", "实际", "基期",
                       "基准", "现状", "近三年", "前三年"})) {
    return TargetTime::before;
  }
  if (holds_any(word, {"下年", "下一年", "次年", "明年", "后年"})) {
    return TargetTime::after;
  }
  if (column_year(word)) {
    return TargetTime::unsaid;
  }
  if (counts_years(text) || word.starts_with("总") ||
      holds_any(word,
                {"周期", "实施期", "项目期", "规划期", "全期", "中期", "长期", "总体", "整体"})) {
    return TargetTime::period;
  }
  return holds_any(word, {"年度", "当年", "本年", "今年", "全年"}) ? TargetTime::annual
                                                                   : TargetTime::unsaid;
}

bool heads_comparators(std::string_view word) {
  constexpr std::u32string_view marks = U"/／、,，或";
  constexpr std::size_t longest_sign = 2;  // >=
  std::set<char32_t> signs;
  const std::u32string text = to_code_points(word);
  for (const char32_t c : text) {
    if (comparator_signs.find(c) != comparator_signs.npos) {
      signs.insert(c);
    } else if (marks.find(c) == marks.npos) {
      return false;
    }
  }
  return signs.size() > 1 && text.size() > longest_sign;
}

}  // namespace budgetdiff::import
