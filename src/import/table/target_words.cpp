#include "import/table/target_words.hpp"

#include "import/header_spelling.hpp"
#include "import/table/column_words.hpp"
#include "import/table/year_spans.hpp"
#include "import/traditional_letters.hpp"
#include "import/vocabulary.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <set>
#include <string>

namespace budgetdiff::import {

TargetTime target_time(std::string_view published) {
  const std::string word = header_spelling(simplified(std::string(published)));
  if (names_year_span(word)) {
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
  if (counts_years(word) || word.starts_with("总") ||
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
