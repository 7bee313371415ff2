#include "import/title_words.hpp"

#include "import/header_spelling.hpp"
#include "import/identity.hpp"
#include "import/text/source_lines.hpp"
#include "import/title_department.hpp"
#include "import/title_year.hpp"
#include "import/traditional_letters.hpp"
#include "import/years_in_text.hpp"

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
constexpr auto title_words = std::to_array<std::u32string_view>(
    {U"转移支付", U"国有资本经营", U"项目", U"支出", U"绩效", U"目标", U"部门", U"单位",
     U"预算",     U"决算",         U"自评", U"评价", U"申报", U"批复", U"公开", U"公示",
     U"情况",     U"一览",         U"汇总", U"明细", U"信息", U"整体", U"专项", U"资金",
     U"财政",     U"重点",         U"调整", U"年初", U"年中", U"中期", U"本级", U"区级",
     U"市级",     U"县级",         U"省级", U"州级", U"镇级", U"乡级", U"一般", U"公共",
     U"政府性",   U"政府",         U"基金", U"年度", U"指标", U"总体", U"设定", U"执行",
     U"完成",     U"监控",         U"报告", U"附表", U"附件", U"续表", U"后",   U"前",
     U"的",       U"及",           U"和",   U"与",   U"表",   U"（",   U"）",   U"(",
     U")",        U"、",           U"-",    U"—",    U"度",   U"中央", U"初"});

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

/// Whether a title says that the budget was adjusted: 调整 among the words that titles are made of
/// (绩效目标表（调整）, 年中调整项目绩效目标表, 批复表（调整后）), and not in a project's or a
/// body's name (产业结构调整). What stands in it as it was before (调整前) says nothing.
bool says_adjusted(std::string_view line) {
  constexpr std::size_t longest_ending = 6;  // .xlsx of a file
  const std::size_t dot = std::min(line.rfind('.'), line.size());
  const bool ending = line.size() - dot <= longest_ending &&
                      std::all_of(line.begin() + static_cast<std::ptrdiff_t>(dot), line.end(),
                                  [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  std::u32string text = without_space(to_code_points(line.substr(0, ending ? dot : line.size())));
  const std::u32string body = to_code_points(department_in_title(line));
  if (const std::size_t at = text.find(body); !body.empty() && at != text.npos) {
    text.erase(at, body.size());
  }
  std::u32string_view rest = text;
  rest.remove_prefix(item_number(rest));
  for (std::size_t at = rest.find(U'年'); at != rest.npos; at = rest.find(U'年', at + 1)) {
    constexpr std::size_t digits = 4;
    if (at >= digits && std::all_of(rest.begin() + static_cast<std::ptrdiff_t>(at - digits),
                                    rest.begin() + static_cast<std::ptrdiff_t>(at), is_numeral)) {
      if (!says_whose(rest.substr(0, at - digits))) {
        return false;
      }
      rest.remove_prefix(at + 1);
      break;
    }
  }
  const std::size_t at = rest.find(U"调整");
  return at != rest.npos && !rest.substr(at).starts_with(U"调整前") && is_made_of_title_words(rest);
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

/// Whether brackets hold what a title says of its table (（2025年度）, （调整后）, （某县水利局2025
/// 年）) and no aside (（含2023年决算情况）, （2023年决算另行公开）).
bool speaks_of_table(std::u32string_view inside) {
  const std::size_t year = inside.find(U'年');
  constexpr std::size_t digits = 4;
  if (year == inside.npos || year < digits || !is_numeral(inside[year - 1])) {
    const bool numbers = inside.find_first_not_of(U"一二三四五六七八九十") == inside.npos;
    return numbers || is_made_of_title_words(inside) || names_public_body(to_utf8(inside));
  }
  return says_whose(inside.substr(0, year - digits)) &&
         is_made_of_title_words(inside.substr(year + 1));
}

/// What of a line is said of `year`: of 2024年财政预算和2023年财政决算 each half is of its own
/// year, and words before the first are of that.
std::string said_of_year(std::string_view line, int year) {
  const auto is_ascii_digit = [](char c) { return c >= '0' && c <= '9'; };
  std::string rest = with_years_in_digits(line);
  std::string out;
  while (!rest.empty()) {
    std::optional<int> own = year_in(rest);
    std::size_t end = rest.size();  // or where the next year begins
    for (std::size_t at = 1; at < rest.size(); ++at) {
      const bool begins_number = is_ascii_digit(rest[at]) && !is_ascii_digit(rest[at - 1]);
      if (begins_number && year_in(std::string_view(rest).substr(at)) &&
          year_in(std::string_view(rest).substr(0, at))) {
        end = at;
        break;
      }
    }
    // A half that leads to the next one (2024年度部门决算暨2025年…) is of its own year still.
    own = own ? year_in(std::string_view(rest).substr(0, end)) : own;
    if (!own || *own == year) {
      out += rest.substr(0, end);
    }
    rest.erase(0, end);
  }
  return out;
}

}  // namespace

std::string without_asides(std::string_view line) {
  std::u32string text = to_code_points(line);
  for (std::size_t close = text.find_first_of(U"）)"); close != text.npos;) {
    const std::size_t open = text.find_last_of(U"（(", close);
    const bool aside =
        open != text.npos && !speaks_of_table(without_space(
                                 std::u32string_view(text).substr(open + 1, close - open - 1)));
    if (aside) {
      text.erase(open, close + 1 - open);
    }
    close = text.find_first_of(U"）)", aside ? open : close + 1);
  }
  return to_utf8(text);
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
  if (says_adjusted(text)) {
    return stage::adjusted;
  }
  if (has("年初预算") || has("部门预算") || has("年预算")) {
    return stage::budget;
  }
  return std::nullopt;
}

std::optional<std::string_view> stage_in_heading(std::string_view heading,
                                                 std::optional<int> year) {
  constexpr int of_performance = 3;
  std::optional<std::string_view> said;
  const std::string letters = simplified(std::string(heading));
  for (const std::string_view published : lines_of(letters)) {
    const std::string line = without_asides(published);
    const int evidence = year_evidence(line);
    if (evidence == 0) {
      continue;
    }
    const std::string own = year ? said_of_year(line, *year) : line;
    const bool of_the_year = evidence > 1 && year && year_in(own);
    const bool title = evidence == of_performance && line.find("绩效") != line.npos;
    constexpr std::size_t longest_caption = 36;
    const bool in_brackets = line.starts_with("（") || line.starts_with("(");
    const bool caption = line.size() <= longest_caption && (line.find("预算调整") != line.npos ||
                                                            (in_brackets && says_adjusted(line)));
    if (of_the_year || title || caption) {
      if (const auto stage = stage_in(own.empty() ? line : own)) {
        said = stage;
      }
    }
  }
  return said;
}

std::optional<int> year_of_title(std::string_view title) {
  const std::u32string text = without_space(to_code_points(without_asides(title)));
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

namespace {

/// Where the next year of a line begins that is a year of its own: 2024年, and not the end of
/// 2022-2024年.
std::size_t next_year(std::u32string_view line, std::size_t from) {
  constexpr std::size_t digits = 4;
  constexpr std::u32string_view joins = U"-—–－~～至到";
  for (std::size_t at = from; at + digits < line.size(); ++at) {
    const bool begins =
        at == 0 || (!is_digit(line[at - 1]) && joins.find(line[at - 1]) == joins.npos);
    if (begins && line[at + digits] == U'年' &&
        std::all_of(line.begin() + static_cast<std::ptrdiff_t>(at),
                    line.begin() + static_cast<std::ptrdiff_t>(at + digits), is_digit)) {
      return at;
    }
  }
  return line.npos;
}

}  // namespace

std::optional<int> year_in_title(std::string_view title) {
  constexpr std::size_t digits = 4;
  const std::u32string line = without_space(to_code_points(with_years_in_digits(title)));
  std::size_t last = line.npos;
  for (std::size_t at = next_year(line, 0); at != line.npos; at = next_year(line, at + 1)) {
    last = at;
  }
  const std::optional<int> first = year_in(title);
  if (!first || last == line.npos || line.find(U"绩效") == line.npos) {
    return first;
  }
  const std::u32string_view behind = std::u32string_view(line).substr(last + digits + 1);
  const bool before_table = behind.find(U"绩效") != behind.npos && is_made_of_title_words(behind);
  const bool in_brackets = last > 0 && (line[last - 1] == U'（' || line[last - 1] == U'(') &&
                           behind.find_first_not_of(U"度）)") == behind.npos;
  const bool own = before_table || in_brackets;
  return own ? year_in(to_utf8(std::u32string_view(line).substr(last))) : first;
}

YearSaid year_in_heading(std::string_view heading) {
  YearSaid best;
  const std::string letters = simplified(std::string(heading));
  for (const std::string_view published : lines_of(letters)) {
    const std::string line = without_asides(published);
    if (const auto year = year_in_title(line)) {
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
