#include "import/table/column_words.hpp"

#include "import/table/amount_words.hpp"
#include "import/table/year_spans.hpp"
#include "import/traditional_letters.hpp"
#include "import/vocabulary.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <array>

namespace budgetdiff::import {

bool holds_any(std::string_view text, std::initializer_list<std::string_view> parts) {
  return std::any_of(parts.begin(), parts.end(),
                     [&](std::string_view part) { return text.find(part) != text.npos; });
}

bool ends_with_number(std::string_view word) {
  std::u32string text = to_code_points(header_spelling(word));
  while (!text.empty() && (text.back() == U')' || text.back() == U'）')) {
    text.pop_back();
  }
  constexpr std::u32string_view numerals = U"一二三四五六七八九十";
  return text.size() > 1 && (is_digit(text.back()) || numerals.find(text.back()) != numerals.npos);
}

Adjusted adjusted_in(std::string_view word) {
  return word.starts_with("调整前")   ? Adjusted::before
         : word.starts_with("调整后") ? Adjusted::after
                                      : Adjusted::unsaid;
}

bool is_amount_itself(std::string_view word) {
  constexpr auto words = std::to_array<std::string_view>(
      {"本年", "本年度", "本年数", "当年", "今年", "调整前", "变动前", "年初"});
  constexpr std::size_t longest = 9;
  return word.size() <= longest &&
         std::find(words.begin(), words.end(), simplified(std::string(word))) != words.end();
}

bool may_name_projects(std::string_view word) {
  constexpr auto words = std::to_array<std::string_view>(
      {"项目内容", "工作任务", "工作事项", "工作内容", "工作项目", "事项名称", "任务事项",
       "支出内容", "重点工作", "重点任务", "重点工作任务", "主要任务", "主要工作任务"});
  return std::find(words.begin(), words.end(), header_spelling(word)) != words.end();
}

bool heads_sources(std::string_view word) {
  constexpr auto words = std::to_array<std::string_view>(
      {"资金来源", "资金来源类型", "资金性质", "资金级次", "资金级别", "资金类型", "资金渠道",
       "经费来源", "预算级次", "来源", "资金来源项目", "项目资金来源"});
  return std::find(words.begin(), words.end(), header_spelling(word)) != words.end();
}

std::string_view lowest_word(std::string_view header) {
  const std::size_t slash = header.rfind('/');
  return slash == header.npos ? header : header.substr(slash + 1);
}

bool spans_years(std::string_view word) {
  return counts_years(word) || names_year_span(word);
}

std::optional<int> column_year(std::string_view word) {
  if (spans_years(word)) {
    return std::nullopt;
  }
  if (const std::optional<int> year = year_in(word)) {
    return counts_beyond_year(word) ? std::nullopt : year;
  }
  // 第一年, 第2年 of a plan, whose first is the table's own.
  std::u32string text = to_code_points(word);
  if (!text.empty() && text.back() == U'度') {
    text.pop_back();
  }
  if (text.size() != 3 || text.front() != U'第' || text.back() != U'年') {
    return std::nullopt;
  }
  for (const std::u32string_view numerals : {U"一二三四五", U"12345"}) {
    if (const std::size_t at = numerals.find(text[1]); at != numerals.npos) {
      return static_cast<int>(at) + 1;
    }
  }
  return std::nullopt;
}

bool is_bare_year(std::string_view word) {
  constexpr std::size_t longest = 12;  // 第一年度
  if (word.size() > longest || !(word.ends_with("年") || word.ends_with("度"))) {
    return false;
  }
  const std::optional<int> year = column_year(word);
  if (!year || is_year_of_plan(*year)) {
    return year.has_value();
  }
  const std::u32string text = to_code_points(word);
  return (text.size() == 5 || text.size() == 6) && text[4] == U'年' &&
         (text.size() == 5 || text[5] == U'度');
}

bool says_spent(std::string_view word) {
  const std::string spelling = header_spelling(word);
  return holds_any(spelling, {"决算", "执行数", "执行金额", "实际支出", "支出数", "支出金额",
                              "全年支出", "年度支出", "累计支出", "实际执行"}) &&
         !holds_any(spelling,
                    {"预算", "批复", "下达", "年初", "安排", "申请", "率", "上年", "去年"});
}

bool is_interim(std::string_view word) {
  return holds_any(header_spelling(word), {"预计", "月", "季度", "上半年", "截至", "截止"});
}

bool is_of_last_year(std::string_view published) {
  const std::string word = header_spelling(published);
  constexpr auto beginnings = std::to_array<std::string_view>({"上年", "上一年", "去年"});
  return holds_any(word, {"执行", "支出", "决算", "完成", "到位"}) &&
         std::any_of(beginnings.begin(), beginnings.end(),
                     [&](std::string_view one) { return word.starts_with(one); });
}

bool is_part_of_year(std::string_view word) {
  return holds_any(header_spelling(word), {"半年", "季度"});
}

bool is_year_number(std::string_view word) {
  return word.size() == 4 && word.starts_with("20") && year_in(word);
}

}  // namespace budgetdiff::import
