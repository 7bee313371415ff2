#include "import/vocabulary.hpp"

#include <budgetdiff/model/money_unit.hpp>
#include <budgetdiff/model/snapshot.hpp>
#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <array>
#include <vector>

namespace budgetdiff::import {
namespace {

struct Word {
  std::string_view text;  // folded, without brackets
  Term term;
};

constexpr Term money(std::string_view column) {
  return {Role::money, column};
}

// The table. One row a word, grouped by meaning; order within does not count.
// Column keys are those of docs/formats/snapshot.md.
constexpr auto words_of_headers = std::to_array<Word>({
    {"序号", {Role::sequence, {}}},
    {"编号", {Role::sequence, {}}},
    {"行次", {Role::sequence, {}}},

    {"项目名称", {Role::project_name, {}}},
    {"项目", {Role::project_name, {}}},
    {"专项名称", {Role::project_name, {}}},
    {"政策任务", {Role::project_name, {}}},
    {"支出项目", {Role::project_name, {}}},
    {"项目支出名称", {Role::project_name, {}}},
    {"单位名称项目名称", {Role::project_name, {}}},
    {"单位项目名称", {Role::project_name, {}}},
    {"专项资金名称", {Role::project_name, {}}},
    {"项目名称资金使用单位", {Role::project_name, {}}},

    {"项目代码", {Role::project_code, {}}},
    {"项目编码", {Role::project_code, {}}},
    {"项目编号", {Role::project_code, {}}},

    {"项目类型", {Role::project_type, {}}},
    {"项目类别", {Role::project_type, {}}},
    {"项目属性", {Role::project_type, {}}},
    {"项目性质", {Role::project_type, {}}},

    {"资金使用单位", {Role::spending_unit, {}}},
    {"项目单位", {Role::spending_unit, {}}},
    {"项目实施单位", {Role::spending_unit, {}}},
    {"实施单位", {Role::spending_unit, {}}},
    {"预算单位", {Role::spending_unit, {}}},
    {"用款单位", {Role::spending_unit, {}}},
    {"项目承担单位", {Role::spending_unit, {}}},

    {"总计", money(column::total)},
    {"合计", money(column::total)},
    {"共计", money(column::total)},
    {"金额", money(column::total)},
    {"总金额", money(column::total)},
    {"资金总额", money(column::total)},
    {"资金总量", money(column::total)},
    {"年度资金总额", money(column::total)},
    {"年度资金申请总额", money(column::total)},
    {"本年度资金总额", money(column::total)},
    {"当年资金总额", money(column::total)},
    {"项目当年预算", money(column::total)},
    {"当年预算", money(column::total)},
    {"预算数", money(column::total)},
    {"预算金额", money(column::total)},
    {"项目金额", money(column::total)},
    {"项目预算", money(column::total)},
    {"年度预算", money(column::total)},
    {"年初预算", money(column::total)},
    {"年初预算数", money(column::total)},
    {"年度预算数", money(column::total)},
    {"预算总额", money(column::total)},
    {"资金额度", money(column::total)},
    {"支出预算", money(column::total)},
    {"决算数", money(column::total)},

    {"财政拨款", money(column::fiscal_appropriation)},
    {"财政拨款收入", money(column::fiscal_appropriation)},
    {"其中财政拨款", money(column::fiscal_appropriation)},
    {"财政资金", money(column::fiscal_appropriation)},
    {"其中财政资金", money(column::fiscal_appropriation)},
    {"本级财政拨款", money(column::fiscal_appropriation)},
    {"当年财政拨款", money(column::fiscal_appropriation)},

    {"一般公共预算", money("general_public_budget")},
    {"一般公共预算拨款", money("general_public_budget")},
    {"一般公共预算资金", money("general_public_budget")},
    {"一般公共预算财政拨款", money("general_public_budget")},
    {"其中一般公共预算", money("general_public_budget")},

    {"政府性基金", money("government_funds")},
    {"政府性基金预算", money("government_funds")},
    {"政府性基金拨款", money("government_funds")},
    {"政府性基金预算拨款", money("government_funds")},
    {"政府性基金预算财政拨款", money("government_funds")},
    {"政府性基金预算资金", money("government_funds")},
    {"基金预算", money("government_funds")},

    {"国有资本经营预算", money("state_capital")},
    {"国有资本经营预算拨款", money("state_capital")},
    {"国有资本经营预算财政拨款", money("state_capital")},
    {"国有资本经营预算资金", money("state_capital")},

    {"转移支付", money("transfer_payment")},
    {"上级转移支付", money("transfer_payment")},
    {"上级补助", money("transfer_payment")},
    {"上级补助收入", money("transfer_payment")},
    {"上级资金", money("transfer_payment")},
    {"上级补助资金", money("transfer_payment")},

    {"财政专户拨款", money(column::special_account)},
    {"财政专户", money(column::special_account)},
    {"财政专户资金", money(column::special_account)},
    {"财政专户管理资金", money(column::special_account)},
    {"财政专户管理资金收入", money(column::special_account)},
    {"教育收费", money(column::special_account)},

    {"事业收入", money("operating_income")},
    {"事业单位经营收入", money("operating_income")},
    {"经营收入", money("operating_income")},
    {"单位自有资金", money("operating_income")},

    {"其他资金", money(column::other_funds)},
    {"其它资金", money(column::other_funds)},
    {"其他", money(column::other_funds)},
    {"其他收入", money(column::other_funds)},
    {"其他资金来源", money(column::other_funds)},
    {"社会资金", money(column::other_funds)},
    {"自筹资金", money(column::other_funds)},

    {"结转", money("carried_over")},
    {"结转资金", money("carried_over")},
    {"结转结余", money("carried_over")},
    {"上年结转", money("carried_over")},
    {"上年结转资金", money("carried_over")},
    {"上年结转结余", money("carried_over")},
    {"结余结转资金", money("carried_over")},
    {"以前年度结转", money("carried_over")},

    {"项目资金总额", money("multi_year_total")},
    {"项目总金额", money("multi_year_total")},
    {"项目总预算", money("multi_year_total")},
    {"项目总投资", money("multi_year_total")},
    {"中期资金总额", money("multi_year_total")},
    {"实施期资金总额", money("multi_year_total")},

    {"调整预算", money("adjusted_budget")},
    {"调整预算数", money("adjusted_budget")},
    {"调整后预算", money("adjusted_budget")},
    {"调整后预算数", money("adjusted_budget")},
    {"全年预算数", money("adjusted_budget")},

    {"执行数", money("executed")},
    {"预算执行数", money("executed")},
    {"全年执行数", money("executed")},
    {"实际执行数", money("executed")},
    {"实际支出", money("executed")},

    {"上年预算", money("previous_year")},
    {"上年预算数", money("previous_year")},
    {"同名项目上年预算额", money("previous_year")},
    {"上年金额", money("previous_year")},

    {"绩效目标", {Role::goal, {}}},
    {"项目绩效目标", {Role::goal, {}}},
    {"总体目标", {Role::goal, {}}},
    {"绩效总目标", {Role::goal, {}}},
    {"项目总目标", {Role::goal, {}}},
    {"总体绩效目标", {Role::goal, {}}},
    {"年度总体目标", {Role::goal, {}}},
    {"中期目标", {Role::goal, {}}},
    {"实施期目标", {Role::goal, {}}},
    {"长期目标", {Role::goal, {}}},
    {"项目总体目标", {Role::goal, {}}},
    {"项目目标", {Role::goal, {}}},
    {"整体绩效目标", {Role::goal, {}}},

    {"年度目标", {Role::annual_goal, {}}},
    {"年度绩效目标", {Role::annual_goal, {}}},
    {"项目年度绩效目标", {Role::annual_goal, {}}},
    {"项目年度目标", {Role::annual_goal, {}}},
    {"当年绩效目标", {Role::annual_goal, {}}},
    {"本年度绩效目标", {Role::annual_goal, {}}},

    {"绩效指标", {Role::indicators, {}}},
    {"指标", {Role::indicators, {}}},
    {"项目绩效指标", {Role::indicators, {}}},
    {"年度绩效指标", {Role::indicators, {}}},

    {"一级指标", {Role::level1, {}}},
    {"一级目标", {Role::level1, {}}},
    {"二级指标", {Role::level2, {}}},
    {"二级目标", {Role::level2, {}}},
    {"三级指标", {Role::level3, {}}},
    {"三级目标", {Role::level3, {}}},
    {"指标名称", {Role::level3, {}}},
    {"三级指标名称", {Role::level3, {}}},
    {"指标内容", {Role::level3, {}}},

    {"实施周期指标值", {Role::period_target, {}}},
    {"实施期指标值", {Role::period_target, {}}},
    {"中期指标值", {Role::period_target, {}}},
    {"长期指标值", {Role::period_target, {}}},
    {"周期指标值", {Role::period_target, {}}},
    {"总体指标值", {Role::period_target, {}}},

    {"年度指标值", {Role::annual_target, {}}},
    {"年度目标值", {Role::annual_target, {}}},
    {"当年指标值", {Role::annual_target, {}}},
    {"本年指标值", {Role::annual_target, {}}},
    {"本年度指标值", {Role::annual_target, {}}},
    {"计划完成值", {Role::annual_target, {}}},
    {"年初目标值", {Role::annual_target, {}}},

    {"指标性质", {Role::comparator, {}}},
    {"计算符号", {Role::comparator, {}}},
    {"运算符号", {Role::comparator, {}}},
    {"比较符", {Role::comparator, {}}},
    {"符号", {Role::comparator, {}}},

    {"指标值", {Role::value, {}}},
    {"目标值", {Role::value, {}}},
    {"绩效指标值", {Role::value, {}}},
    {"指标目标值", {Role::value, {}}},
    {"预期指标值", {Role::value, {}}},
    {"绩效目标值", {Role::value, {}}},

    {"度量单位", {Role::measurement_unit, {}}},
    {"计量单位", {Role::measurement_unit, {}}},
    {"指标单位", {Role::measurement_unit, {}}},
    {"指标值单位", {Role::measurement_unit, {}}},

    {"权重", {Role::weight, {}}},
    {"分值", {Role::weight, {}}},
    {"分值权重", {Role::weight, {}}},
    {"指标分值", {Role::weight, {}}},
    {"指标权重", {Role::weight, {}}},
    {"指标分值权重", {Role::weight, {}}},

    {"部门名称", {Role::department, {}}},
    {"部门", {Role::department, {}}},
    {"主管部门", {Role::department, {}}},
    {"预算部门", {Role::department, {}}},
    {"单位名称", {Role::department, {}}},
    {"预算单位名称", {Role::department, {}}},
    {"预算部门名称", {Role::department, {}}},
    {"部门单位名称", {Role::department, {}}},
    {"预算部门/单位名称", {Role::department, {}}},
    {"部门/单位名称", {Role::department, {}}},
    {"部门/单位", {Role::department, {}}},
    {"填报单位", {Role::department, {}}},
    {"填报部门", {Role::department, {}}},
    {"申报单位", {Role::department, {}}},
    {"编制单位", {Role::department, {}}},
    {"编制部门", {Role::department, {}}},
    {"主管部门名称", {Role::department, {}}},

    {"年度", {Role::year, {}}},
    {"预算年度", {Role::year, {}}},
    {"年份", {Role::year, {}}},
    {"申报年度", {Role::year, {}}},
    {"填报年度", {Role::year, {}}},

    {"阶段", {Role::stage, {}}},
    {"预算阶段", {Role::stage, {}}},

    {"单位", {Role::money_unit, {}}},
    {"金额单位", {Role::money_unit, {}}},
    {"货币单位", {Role::money_unit, {}}},
    {"资金单位", {Role::money_unit, {}}},

    {"负责人", {Role::person, {}}},
    {"项目负责人", {Role::person, {}}},
    {"联系人", {Role::person, {}}},
    {"联系电话", {Role::person, {}}},
    {"填报人", {Role::person, {}}},

    {"备注", {Role::remark, {}}},
    {"说明", {Role::remark, {}}},
    {"注", {Role::remark, {}}},
});

/// First-level categories without 指标 at their end. Older forms have 投入 and 过程.
constexpr auto level1_categories = std::to_array<std::string_view>(
    {"产出", "效益", "满意度", "成本", "投入", "过程", "效果", "影响力", "效率"});

constexpr auto level2_categories = std::to_array<std::string_view>(
    {"数量", "质量", "时效", "成本", "经济效益", "社会效益", "生态效益", "可持续影响", "可持续发展",
     "环境效益", "服务对象满意度", "满意度", "社会公众满意度", "经济成本", "社会成本",
     "生态环境成本", "社会公众或服务对象满意度"});

bool opens(char c) {
  return c == '(' || c == '[' || c == '{';
}
bool closes(char c) {
  return c == ')' || c == ']' || c == '}';
}

/// Brackets of Chinese print that compatibility folding leaves alone.
std::string ascii_brackets(std::string text) {
  struct Pair {
    std::string_view from;
    char to;
  };
  constexpr std::array<Pair, 6> pairs{
      {{"【", '['}, {"】", ']'}, {"〔", '['}, {"〕", ']'}, {"〈", '['}, {"〉", ']'}}};
  for (const Pair& pair : pairs) {
    for (std::size_t at = text.find(pair.from); at != std::string::npos;
         at = text.find(pair.from, at)) {
      text.replace(at, pair.from.size(), 1, pair.to);
    }
  }
  return text;
}

/// `text` with or without what stands in brackets, the brackets gone either way.
std::string without_brackets(std::string_view text, bool keep_inside) {
  std::string out;
  int depth = 0;
  for (const char c : text) {
    if (opens(c)) {
      ++depth;
    } else if (closes(c)) {
      depth = std::max(0, depth - 1);
    } else if (depth == 0 || keep_inside) {
      out += c;
    }
  }
  return out;
}

/// Takes numbering (`一、`, `1.`, `11-`) from the front and a colon from the end.
std::string_view bare(std::string_view text) {
  while (!text.empty() && (text.back() == ':' || text.back() == '*')) {
    text.remove_suffix(1);
  }
  for (const std::string_view part_of : {"其中:", "其中,"}) {
    if (text.starts_with(part_of)) {
      text.remove_prefix(part_of.size());
    }
  }
  std::size_t at = 0;
  while (at < text.size() && text[at] >= '0' && text[at] <= '9') {
    ++at;
  }
  if (at > 0 && at < text.size() && (text[at] == '.' || text[at] == '-')) {
    return text.substr(at + 1);
  }
  const std::size_t mark = text.find("、");
  if (mark != std::string_view::npos && mark <= 6) {
    return text.substr(mark + std::string_view("、").size());
  }
  return text;
}

Term find_word(std::string_view spelling) {
  const auto found = std::find_if(words_of_headers.begin(), words_of_headers.end(),
                                  [&](const Word& word) { return word.text == spelling; });
  return found == words_of_headers.end() ? Term{} : found->term;
}

bool is_category(std::string_view text, const std::string_view* begin,
                 const std::string_view* end) {
  if (text.size() > 120) {
    return false;
  }
  const std::string outside = without_brackets(header_spelling(text), false);
  std::string_view name = bare(outside);
  constexpr std::string_view suffix = "指标";
  if (name.ends_with(suffix) && name.size() > suffix.size()) {
    name.remove_suffix(suffix.size());
  }
  return std::find(begin, end, name) != end;
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

}  // namespace

std::string header_spelling(std::string_view cell) {
  return ascii_brackets(fold_width(cell));
}

HeaderMatch longest_header_word(std::string_view spelling) {
  HeaderMatch best;
  for (const Word& word : words_of_headers) {
    if (word.text.size() > best.length && spelling.starts_with(word.text)) {
      best = {word.text.size(), word.term};
    }
  }
  return best;
}

Term look_up_header(std::string_view cell) {
  // No header is this long; a cell of prose is not worth the folding.
  if (cell.empty() || cell.size() > 200) {
    return {};
  }
  const std::string spelling = header_spelling(cell);
  const std::string outside = without_brackets(spelling, false);
  if (const Term term = find_word(bare(outside)); term.role != Role::none) {
    return term;
  }
  return find_word(bare(without_brackets(spelling, true)));
}

std::string money_unit_in_header(std::string_view cell) {
  if (cell.size() > 200) {
    return {};
  }
  const std::string spelling = header_spelling(cell);
  // Every maximal run between brackets, colons and commas is looked at.
  std::size_t start = 0;
  std::string found;
  for (std::size_t at = 0; at <= spelling.size(); ++at) {
    if (at < spelling.size() && !opens(spelling[at]) && !closes(spelling[at]) &&
        spelling[at] != ':' && spelling[at] != ',' && spelling[at] != '/') {
      continue;
    }
    const std::string part = spelling.substr(start, at - start);
    if (start > 0 && read_money_unit(part)) {
      found = part;
    }
    start = at + 1;
  }
  return found;
}

bool is_sum_label(std::string_view cell) {
  if (cell.size() > 60) {
    return false;
  }
  const std::string label = without_brackets(header_spelling(cell), false);
  const std::string_view name = bare(label);
  return name == "合计" || name == "总计" || name == "共计" || name == "总合计";
}

bool is_subtotal_label(std::string_view cell) {
  if (cell.size() > 60) {
    return false;
  }
  const std::string label = without_brackets(header_spelling(cell), false);
  return bare(label) == "小计";
}

bool is_table_title(std::string_view line) {
  if (line.size() > 300) {
    return false;
  }
  const std::string text = without_brackets(header_spelling(line), false);
  constexpr auto ends = std::to_array<std::string_view>(
      {"绩效目标表", "绩效目标申报表", "绩效目标批复表", "绩效目标公开表", "绩效目标情况表",
       "绩效目标自评表", "绩效目标一览表", "绩效目标汇总表", "绩效目标明细表", "绩效信息表"});
  return std::any_of(ends.begin(), ends.end(),
                     [&](std::string_view end) { return text.ends_with(end); });
}

std::optional<std::string_view> stage_in(std::string_view text) {
  const auto has = [&](std::string_view word) { return text.find(word) != std::string_view::npos; };
  if (has("决算")) {
    return stage::final_accounts;
  }
  if (has("调整预算") || has("预算调整") || has("调整后预算") || has("调整方案")) {
    return stage::adjusted;
  }
  if (has("年初预算") || has("部门预算") || has("年预算")) {
    return stage::budget;
  }
  return std::nullopt;
}

std::optional<int> year_in(std::string_view text) {
  struct Run {
    std::size_t begin;
    std::size_t end;
  };
  // Width alone is folded: white space keeps a page's number from its year.
  std::string folded;
  for (const char32_t c : to_code_points(text)) {
    append_utf8(folded, c >= U'０' && c <= U'９' ? c - U'０' + U'0' : c);
  }
  std::vector<Run> years;
  for (std::size_t at = 0; at < folded.size();) {
    if (!is_digit(folded[at])) {
      ++at;
      continue;
    }
    const std::size_t begin = at;
    while (at < folded.size() && is_digit(folded[at])) {
      ++at;
    }
    const std::string_view digits = std::string_view(folded).substr(begin, at - begin);
    if (digits.size() == 4 && (digits.starts_with("19") || digits.starts_with("20"))) {
      years.push_back({begin, at});
    }
  }
  const auto joins = [&](const Run& a, const Run& b) {
    std::string_view between = std::string_view(folded).substr(a.end, b.begin - a.end);
    if (between.starts_with("年")) {
      between.remove_prefix(std::string_view("年").size());
    }
    return between == "-" || between == "~" || between == "—" || between == "–" ||
           between == "至" || between == "——" || between == "--";
  };
  for (std::size_t i = 0; i < years.size(); ++i) {
    const bool in_span = (i > 0 && joins(years[i - 1], years[i])) ||
                         (i + 1 < years.size() && joins(years[i], years[i + 1]));
    if (!in_span) {
      int year = 0;
      for (std::size_t at = years[i].begin; at < years[i].end; ++at) {
        year = year * 10 + (folded[at] - '0');
      }
      return year;
    }
  }
  return std::nullopt;
}

bool is_level1_category(std::string_view text) {
  return is_category(text, level1_categories.data(),
                     level1_categories.data() + level1_categories.size());
}

bool is_level2_category(std::string_view text) {
  return is_category(text, level2_categories.data(),
                     level2_categories.data() + level2_categories.size());
}

}  // namespace budgetdiff::import
