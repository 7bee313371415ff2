#include "import/title_words.hpp"

#include "import/header_spelling.hpp"
#include "import/identity.hpp"
#include "import/text/source_lines.hpp"
#include "import/traditional_letters.hpp"

#include <budgetdiff/model/snapshot.hpp>
#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <array>
#include <initializer_list>
#include <vector>

namespace budgetdiff::import {
bool is_table_title(std::string_view line) {
  if (line.size() > 300) {
    return false;
  }
  const std::string text = part_by_brackets(header_spelling(line), Brackets::outside);
  constexpr auto ends = std::to_array<std::string_view>(
      {"绩效目标表", "绩效目标申报表", "绩效目标批复表", "绩效目标公开表", "绩效目标情况表",
       "绩效目标自评表", "绩效目标一览表", "绩效目标汇总表", "绩效目标明细表", "绩效信息表"});
  return std::any_of(ends.begin(), ends.end(),
                     [&](std::string_view end) { return text.ends_with(end); });
}

std::optional<std::string_view> stage_in(std::string_view text) {
  const auto has = [&](std::string_view word) { return text.find(word) != std::string_view::npos; };
  // 预决算 is budgets and final accounts alike.
  for (std::size_t at = text.find("决算"); at != text.npos; at = text.find("决算", at + 1)) {
    if (!text.substr(0, at).ends_with("预")) {
      return stage::final_accounts;
    }
  }
  if (has("调整预算") || has("预算调整") || has("调整后预算") || has("调整方案")) {
    return stage::adjusted;
  }
  if (has("年初预算") || has("部门预算") || has("年预算")) {
    return stage::budget;
  }
  return std::nullopt;
}

namespace {

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> out;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    out.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return out;
}

/// `1、`, `（一）`, `12.` before a caption: how many letters.
std::size_t item_number(std::u32string_view line) {
  constexpr std::u32string_view numerals = U"0123456789一二三四五六七八九十";
  const std::size_t begin = line.starts_with(U'（') || line.starts_with(U'(') ? 1 : 0;
  const std::size_t end = std::min(line.find_first_not_of(numerals, begin), line.size());
  const bool marked =
      end < line.size() && std::u32string_view(U"、．.）)").find(line[end]) != line.npos;
  return end > begin && marked ? end + 1 : 0;
}

/// What titles are made of beside whose and when; a title with other words is called after
/// its project: 6、…评估及2026年实施方案编制绩效目标表.
constexpr auto title_words = std::to_array<std::u32string_view>({U"转移支付", U"国有资本经营",
                                                                 U"项目",     U"支出",
                                                                 U"绩效",     U"目标",
                                                                 U"部门",     U"单位",
                                                                 U"预算",     U"决算",
                                                                 U"自评",     U"评价",
                                                                 U"申报",     U"批复",
                                                                 U"公开",     U"公示",
                                                                 U"情况",     U"一览",
                                                                 U"汇总",     U"明细",
                                                                 U"信息",     U"整体",
                                                                 U"专项",     U"资金",
                                                                 U"财政",     U"重点",
                                                                 U"调整",     U"年初",
                                                                 U"本级",     U"区级",
                                                                 U"市级",     U"县级",
                                                                 U"省级",     U"州级",
                                                                 U"镇级",     U"乡级",
                                                                 U"一般",     U"公共",
                                                                 U"政府性",   U"政府",
                                                                 U"基金",     U"年度",
                                                                 U"指标",     U"总体",
                                                                 U"设定",     U"执行",
                                                                 U"完成",     U"监控",
                                                                 U"报告",     U"附表",
                                                                 U"附件",     U"续表",
                                                                 U"后",       U"前",
                                                                 U"的",       U"及",
                                                                 U"和",       U"与",
                                                                 U"表",       U"（",
                                                                 U"）",       U"(",
                                                                 U")",        U"、",
                                                                 U"-",        U"—",
                                                                 U"度",       U"中央",
                                                                 U"初"});

bool is_made_of_title_words(std::u32string_view text) {
  while (!text.empty()) {
    const auto word = std::find_if(title_words.begin(), title_words.end(),
                                   [&](std::u32string_view one) { return text.starts_with(one); });
    if (word == title_words.end() && !is_digit(text.front())) {
      return false;
    }
    text.remove_prefix(word == title_words.end() ? 1 : word->size());
  }
  return true;
}

bool is_numeral(char32_t c) {
  return is_digit(c) ||
         std::u32string_view(U"〇○零一二三四五六七八九").find(c) != std::u32string_view::npos;
}

/// Whether what stands before the year says whose table it is: a body, a region, a number.
bool says_whose(std::u32string_view text) {
  constexpr std::size_t longest_number = 6;
  const std::size_t mark = text.find_first_of(U"、.．：:");
  text.remove_prefix(mark < longest_number ? mark + 1 : item_number(text));
  constexpr std::size_t longest_region = 15;
  const bool region =
      text.size() <= longest_region &&
      ends_with_any(text, {U"省", U"市", U"县", U"区", U"州", U"盟", U"旗", U"镇", U"乡", U"街道"});
  return is_made_of_title_words(text) || region || names_public_body(to_utf8(text)) ||
         ends_with_any(text, {U"部门", U"单位", U"本级", U"机关", U"关于"});
}

/// Whether the year in a numbered caption is part of the project's name that stands there
/// (1、规划及2025年方案编制绩效目标表), not the table's (1、2025年项目支出绩效目标表).
bool dates_a_project(std::u32string_view line) {
  const std::size_t number = item_number(line);
  const std::size_t kind = line.find(U"绩效");
  if (number == 0 || kind == line.npos || kind < number) {
    return false;
  }
  const std::u32string_view name = line.substr(number, kind - number);
  const std::size_t year = name.rfind(U'年');
  return year != name.npos && year_in(to_utf8(name)).has_value() &&
         !is_made_of_title_words(name.substr(year + 1));
}

/// How surely a line that names a year names the budget's.
int year_evidence(std::string_view line) {
  const auto has = [&](std::initializer_list<std::string_view> words) {
    return std::any_of(words.begin(), words.end(),
                       [&](std::string_view word) { return line.find(word) != line.npos; });
  };
  const std::u32string text = without_space(to_code_points(line));
  constexpr std::size_t longest_title = 50;
  constexpr std::size_t longest_caption = 12;
  const bool prose = text.size() > longest_title || text.find_first_of(U"。，；") != text.npos;
  if (prose ||
      has({"发布", "印发", "打印", "今天", "更新", "来源", "执行情况", "工作总结", "版权"})) {
    return 0;
  }
  if (has({"日期", "时间"}) || dates_a_project(text)) {
    return 1;  // 申报日期：2024年, where nothing else says it
  }
  const bool caption = text.size() <= longest_caption || has({"单位", "部门："});
  if (has({"绩效"}) || (caption && has({"年度"}))) {
    return 3;
  }
  return has({"预算", "决算"}) ? 2 : 1;
}

}  // namespace

std::optional<std::string_view> stage_in_heading(std::string_view heading,
                                                 std::optional<int> year) {
  constexpr int of_performance = 3;
  std::optional<std::string_view> said;
  const std::string letters = simplified(std::string(heading));
  for (const std::string_view line : lines_of(letters)) {
    const int evidence = year_evidence(line);
    const bool of_the_year = evidence > 1 && year_in(line) && year_in(line) == year;
    const bool title = evidence == of_performance && line.find("绩效") != line.npos;
    const bool caption = evidence > 0 && line.size() <= 36 && line.find("预算调整") != line.npos;
    if (of_the_year || title || caption) {
      if (const auto stage = stage_in(line)) {
        said = stage;
      }
    }
  }
  return said;
}

std::optional<int> year_of_title(std::string_view title) {
  const std::u32string text = without_space(to_code_points(title));
  for (std::size_t at = text.find(U'年'); at != text.npos; at = text.find(U'年', at + 1)) {
    constexpr std::size_t digits = 4;
    if (at < digits || !std::all_of(text.begin() + static_cast<std::ptrdiff_t>(at - digits),
                                    text.begin() + static_cast<std::ptrdiff_t>(at), is_numeral)) {
      continue;
    }
    const std::u32string_view before = std::u32string_view(text).substr(0, at - digits);
    const std::u32string_view behind = std::u32string_view(text).substr(at + 1);
    const bool at_end = behind.find_first_not_of(U"度（）()") == behind.npos;
    if (at_end || (is_made_of_title_words(behind) && says_whose(before))) {
      return year_in(to_utf8(std::u32string_view(text).substr(at - digits)));
    }
  }
  return std::nullopt;
}

YearSaid year_in_heading(std::string_view heading) {
  YearSaid best;
  const std::string letters = simplified(std::string(heading));
  for (const std::string_view line : lines_of(letters)) {
    if (const auto year = year_in(line)) {
      // Of lines that say it equally surely the last is nearest to the table.
      const int evidence = year_evidence(line);
      if (evidence > 0 && evidence >= best.evidence) {
        best = {year, evidence};
      }
    }
  }
  return best;
}

}  // namespace budgetdiff::import
