#include "import/table/amount_words.hpp"

#include "import/money_labels.hpp"
#include "import/table/column_words.hpp"
#include "import/table/form_sums.hpp"
#include "import/vocabulary.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <array>
#include <string>

namespace budgetdiff::import {
namespace {

/// A label without 其中 before it; 其中 alone stays.
std::string_view without_part_of(std::string_view label) {
  constexpr std::string_view part_of = "其中";
  if (!label.starts_with(part_of)) {
    return label;
  }
  std::string_view rest = label.substr(part_of.size());
  for (const std::string_view mark : {"：", ":", "，", ",", "、"}) {
    if (rest.starts_with(mark)) {
      rest.remove_prefix(mark.size());
      break;
    }
  }
  return rest.empty() ? label : rest;
}

/// A label without the letter that a form calls its column by: 全年预算数（A）.
std::string without_column_letter(const std::string& label) {
  std::u32string text = to_code_points(label);
  constexpr std::size_t length = 3;  // of (A)
  const std::size_t size = text.size();
  const bool marked = size > length && (text[size - 1] == U'）' || text[size - 1] == U')') &&
                      (text[size - length] == U'（' || text[size - length] == U'(');
  const char32_t mark =
      marked ? to_code_points(fold_width(to_utf8(std::u32string_view(text).substr(size - 2, 1))))[0]
             : U'\0';
  const bool letter = (mark >= U'A' && mark <= U'Z') || (mark >= U'a' && mark <= U'z');
  if (!letter) {
    return label;
  }
  text.resize(size - length);
  return to_utf8(text);
}

}  // namespace

std::string amount_key(std::string_view label) {
  const std::string word = without_colon(std::string(without_part_of(label)));
  return without_column_letter(without_money_unit(without_numbering(word)));
}

bool counts_beyond_year(std::string_view word) {
  return holds_any(header_spelling(word), {"截至", "截止", "年底", "年末", "以前", "之前", "以后",
                                           "之后", "累计", "增减"});
}

AmountTime amount_time(std::string_view word) {
  const std::string spelling = header_spelling(word);
  // What was given or done up to now, and what other years get.
  const bool other =
      counts_beyond_year(spelling) ||
      holds_any(spelling, {"以往", "往年", "历年",   "至今",   "后续",   "下年",   "次年",
                           "明年", "上年", "去年",   "前年",   "已安排", "已下达", "已完成",
                           "已拨", "已投", "已支付", "已到位", "尚需",   "剩余",   "差额"});
  if (other) {
    return AmountTime::other;
  }
  const std::string_view text = without_part_of(spelling);
  constexpr auto beginnings =
      std::to_array<std::string_view>({"本年", "当年", "今年", "本次", "本期", "年度", "全年"});
  const bool own =
      std::any_of(beginnings.begin(), beginnings.end(), [&](std::string_view beginning) {
        return text.starts_with(beginning) && text.size() > beginning.size();
      });
  // 年度本级预算金额 is what one of several gives.
  const bool part = holds_any(text, {"本级", "上级", "中央", "省级", "市级", "县级", "区级",
                                     "财政拨款", "财政资金", "自筹", "自有", "其他", "其它"});
  return own && !part ? AmountTime::own_year : AmountTime::unsaid;
}

bool calls_sum(std::string_view word) {
  return holds_any(header_spelling(word), {"总", "合计", "小计", "共计"});
}

}  // namespace budgetdiff::import
