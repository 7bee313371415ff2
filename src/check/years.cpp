/// Years that have passed: a deadline of 2022 in a budget of 2024, a goal for
/// 2023. Where a year may stand for something else (a law, a plan, the year a
/// debt is of, a cohort), nothing is said.

#include "check/rules.hpp"
#include "check/words.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace budgetdiff::check_rules {
namespace {

using namespace std::string_view_literals;

/// Older years are history, not last year's text.
constexpr int oldest = 5;

/// Work of earlier years that this year pays for or goes on with.
constexpr std::array carried_on{
    "结转"sv, "尾款"sv, "结算"sv, "清算"sv, "余款"sv, "欠"sv,   "质保"sv,  "续建"sv, "补发"sv,
    "兑现"sv, "考核"sv, "决算"sv, "审计"sv, "剩余"sv, "以前"sv, "历年"sv,  "奖励"sv, "未支付"sv,
    "绩效"sv, "偿还"sv, "届"sv,   "学年"sv, "级"sv,   "上年"sv, "补缴"sv,  "追加"sv, "延续"sv,
    "清欠"sv, "清偿"sv, "应付"sv, "合同"sv, "跨年"sv, "债券"sv, "毕业生"sv};

/// What a goal for a year begins with.
constexpr std::array intentions{"完成"sv, "确保"sv, "开展"sv, "做好"sv, "保障"sv, "推进"sv,
                                "实现"sv, "落实"sv, "组织"sv, "力争"sv, "计划"sv, "预计"sv};

/// What is of its year for ever: what is to be followed (落实2023年中央一号文件精神), and what only
/// comes to its end now (完成2023年高标准农田建设的竣工验收) or is put together of it
/// (水文资料整编).
constexpr std::array of_their_year{"文件"sv,     "精神"sv, "工作报告"sv, "部署"sv, "指示"sv,
                                   "竣工验收"sv, "收尾"sv, "整编"sv,     "年鉴"sv, "年报"sv,
                                   "统计"sv,     "汇编"sv, "总结"sv,     "归档"sv, "考评"sv};

struct Year {
  int value;
  std::string_view before;
  std::string_view behind;  ///< from 年 on
};

/// Whether nothing but a comparator stands before a date: ≤2023年12月. Behind ＞ and ≥ it may be
/// any later day.
bool begins_date(std::string_view before) {
  return before.empty() || before == "≤" || before == "<" || before == "<=" || before == "=";
}

/// The years of a text that are written 2022年, ranges (2021-2025年) and titles
/// (《…》) left out.
std::vector<Year> years_in(std::string_view text) {
  std::vector<Year> out;
  bool in_title = false;
  std::size_t seen = 0;  // titles are known up to here
  for (std::size_t at = text.find("20"); at != text.npos; at = text.find("20", at + 1)) {
    const bool starts = at == 0 || !is_digit(text[at - 1]);
    if (!starts || at + 4 > text.size() || !is_digit(text[at + 2]) || !is_digit(text[at + 3])) {
      continue;
    }
    const std::string_view before = text.substr(0, at);
    const std::string_view behind = text.substr(at + 4);
    for (; seen < at; ++seen) {
      const std::string_view mark = text.substr(seen, "《"sv.size());
      in_title = mark == "《" || (in_title && mark != "》");
    }
    if (in_title || !behind.starts_with("年") ||
        ends_with_one(before,
                      std::array{"-"sv, "—"sv, "–"sv, "~"sv, "至"sv, "到"sv, "〔"sv, "["sv})) {
      continue;
    }
    out.push_back({(text[at + 2] - '0') * 10 + (text[at + 3] - '0') + 2000, before, behind});
  }
  return out;
}

/// Whether a date goes on to a deadline: 年12月底前, 年6月30日前, 年底前.
bool is_deadline(std::string_view behind) {
  behind.remove_prefix("年"sv.size());
  bool month = false;
  while (!behind.empty()) {
    if (is_digit(behind.front())) {
      behind.remove_prefix(1);
    } else if (behind.starts_with("月")) {
      month = true;
      behind.remove_prefix("月"sv.size());
    } else if (behind.starts_with("日") || behind.starts_with("底") || behind.starts_with("末") ||
               behind.starts_with("之") || behind.starts_with("以")) {
      month = month || behind.starts_with("底") || behind.starts_with("末");
      behind.remove_prefix("日"sv.size());
    } else {
      return month && (behind.starts_with("前") || behind.starts_with("内完成"));
    }
  }
  return false;
}

bool has_passed(const Year& year, int budget) {
  return year.value < budget && year.value >= budget - oldest;
}

/// A goal for a year that has passed, and for no other.
const Year* passed_goal(const std::vector<Year>& years, int budget) {
  for (const Year& year : years) {
    if (!has_passed(year, budget)) {
      return nullptr;  // it speaks of the budget's year or of history too
    }
  }
  for (const Year& year : years) {
    const bool intended = year.before.empty() || ends_with_one(year.before, intentions);
    const std::string_view rest = year.behind.substr("年"sv.size());
    const bool history = rest.starts_with("底") || rest.starts_with("末") ||
                         rest.starts_with("起") || rest.starts_with("以来") ||
                         rest.starts_with("已") || (!rest.empty() && is_digit(rest.front()));
    const std::string_view clause =
        rest.substr(0, std::min({rest.find("，"), rest.find(","), rest.find("。"), rest.find("；"),
                                 rest.find(";"), rest.size()}));
    if (intended && !history && !has_one(clause, of_their_year)) {
      return &year;
    }
  }
  return nullptr;
}

}  // namespace

void check_years(const Snapshot& snapshot, Report& report) {
  if (!snapshot.year) {
    return;
  }
  const int budget = *snapshot.year;
  for (std::size_t p = 0; p < snapshot.projects.size(); ++p) {
    const Project& project = snapshot.projects[p];
    const std::string all = fold_width(project.name + project.goal + project.annual_goal);
    if (has_one(all, carried_on)) {
      continue;
    }
    bool named = false;  // a project that is called after a year is about it
    for (const Year& year : years_in(fold_width(project.name))) {
      named = named || has_passed(year, budget);
    }
    for (const std::string* goal : {&project.goal, &project.annual_goal}) {
      const std::string folded = fold_width(*goal);
      const std::vector<Year> years = years_in(folded);
      const Year* found = named ? nullptr : passed_goal(years, budget);
      for (std::size_t y = 0; found == nullptr && y < years.size(); ++y) {
        found = has_passed(years[y], budget) && is_deadline(years[y].behind) ? &years[y] : nullptr;
      }
      if (found != nullptr) {
        report.project(p, "year-passed", Severity::warning,
                       {BD_TR("the goal is for {0}, and the budget for {1}"),
                        {std::to_string(found->value), std::to_string(budget)}});
        break;
      }
    }
    for (std::size_t i = 0; i < project.indicators.size(); ++i) {
      const Indicator& one = project.indicators[i];
      const std::string target = fold_width(one.annual_target);
      for (const Year& year : years_in(target)) {
        // A target that is a date, or a deadline in words.
        if (has_passed(year, budget) && (begins_date(year.before) || is_deadline(year.behind))) {
          report.indicator(
              p, i, "year-passed", Severity::warning,
              {BD_TR("the target is of {0}, and the budget of {1}: {2}, {3}"),
               {std::to_string(year.value), std::to_string(budget), one.name, one.annual_target}});
          break;
        }
      }
    }
  }
}

}  // namespace budgetdiff::check_rules
