#include "import/table/column_words.hpp"

#include "import/vocabulary.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <array>

namespace budgetdiff::import {

Adjusted adjusted_in(std::string_view word) {
  return word.starts_with("调整前")   ? Adjusted::before
         : word.starts_with("调整后") ? Adjusted::after
                                      : Adjusted::unsaid;
}

bool is_amount_itself(std::string_view word) {
  constexpr auto words = std::to_array<std::string_view>(
      {"本年", "本年度", "本年数", "当年", "今年", "调整前", "变动前", "年初"});
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool heads_sources(std::string_view word) {
  constexpr auto words = std::to_array<std::string_view>(
      {"资金来源", "资金来源类型", "资金性质", "资金级次", "资金级别", "资金类型", "资金渠道",
       "经费来源", "预算级次", "来源"});
  return std::find(words.begin(), words.end(), header_spelling(word)) != words.end();
}

bool is_bare_year(std::string_view word) {
  const std::u32string text = to_code_points(word);
  return (text.size() == 5 || text.size() == 6) && text[4] == U'年' &&
         (text.size() == 5 || text[5] == U'度') && year_in(word);
}

}  // namespace budgetdiff::import
