#include "import/table/column_groups.hpp"

#include "import/header_spelling.hpp"
#include "import/table/amount_words.hpp"
#include "import/table/column_words.hpp"

#include <budgetdiff/model/snapshot.hpp>

#include <algorithm>
#include <initializer_list>
#include <map>
#include <set>
#include <string>
#include <string_view>

namespace budgetdiff::import {
namespace {

/// How well a word names one thing among columns of one role: 三级指标 rather
/// than 指标内容, 二级项目名称 rather than 一级项目名称, 全省 rather than 甲市.
int precision_of(const Column& column) {
  if (column.role == Role::level3) {
    // The last level before the target is the indicator.
    return holds_any(column.header, {"四级"})   ? 3
           : holds_any(column.header, {"三级"}) ? 2
           : holds_any(column.header, {"名称"}) ? 1
                                                : 0;
  }
  if (column.role == Role::project_name) {
    return holds_any(column.header, {"三级", "明细", "子项目", "具体"}) ? 3
           : holds_any(column.header, {"二级"})                         ? 2
           : holds_any(column.header, {"项目名称"})                     ? 1
           : holds_any(column.header, {"内容"})                         ? -1
                                                                        : 0;
  }
  if (holds_targets(column.role)) {
    // Of several regions' targets those of the whole are the project's.
    return holds_any(column.header,
                     {"全省", "全市", "全县", "全区", "全国", "合计", "总计", "总体"})
               ? 1
               : 0;
  }
  return 0;
}

}  // namespace

bool of_one_indicator(Role role) {
  switch (role) {
    case Role::level2:
    case Role::level3:
    case Role::period_target:
    case Role::annual_target:
    case Role::comparator:
    case Role::value:
    case Role::measurement_unit:
    case Role::weight:
      return true;
    default:
      return false;
  }
}

void find_groups(Header& header) {
  std::size_t group = 0;
  bool level2 = false;
  bool level3 = false;
  bool target = false;
  const Column* before = nullptr;
  for (std::size_t c = 0; c < header.columns.size(); ++c) {
    Column& column = header.columns[c];
    // 单位 behind an indicator's other columns is that of its target.
    const bool measures = column.role == Role::money_unit && before != nullptr &&
                          !(column.category + column.second_category).empty();
    if (!of_one_indicator(column.role) && !measures) {
      continue;
    }
    const bool name = column.role == Role::level2 || column.role == Role::level3;
    // 指标内容 behind the targets only explains.
    const bool own_target =
        std::any_of(header.columns.begin() + static_cast<std::ptrdiff_t>(c), header.columns.end(),
                    [](const Column& later) { return holds_targets(later.role); });
    const bool again =
        name && target && own_target && (column.role == Role::level3 ? level3 : level2 || level3);
    const bool another = before != nullptr && (column.category != before->category ||
                                               column.second_category != before->second_category);
    if (again || another) {
      ++group;
      level2 = level3 = target = false;
    }
    before = &column;
    level2 = level2 || column.role == Role::level2;
    level3 = level3 || column.role == Role::level3;
    target = target || !name;
    column.group = group;
  }
  header.groups = group + 1;
  // Without a word of it, the period stands before the year.
  const bool spans = std::any_of(header.columns.begin(), header.columns.end(), [](const Column& c) {
    return of_one_indicator(c.role) && c.span != Span::unknown;
  });
  const bool numbered =
      std::any_of(header.columns.begin(), header.columns.end(), [](const Column& column) {
        return column.role == Role::level3 && ends_with_number(column.word);
      });
  if (header.groups == 2 && !spans && !numbered && before != nullptr && before->category.empty() &&
      before->second_category.empty()) {
    for (Column& column : header.columns) {
      column.span = column.group == 0 ? Span::period : Span::annual;
    }
  }
}

/// 部门名称 | 单位名称: whose the project is, and who spends.
void part_bodies(std::vector<Column>& columns) {
  const auto of_body = [](const Column& column) { return column.role == Role::department; };
  const auto spender = [](const Column& column) { return column.role == Role::spending_unit; };
  if (std::any_of(columns.begin(), columns.end(), spender)) {
    return;
  }
  const auto first = std::find_if(columns.begin(), columns.end(), of_body);
  for (auto at = first; at != columns.end(); ++at) {
    if (of_body(*at) && at->header != first->header && holds_any(at->header, {"单位"}) &&
        !holds_any(first->header, {"单位"})) {
      at->role = Role::spending_unit;
      return;
    }
  }
}

bool holds_goals(Role role) {
  return role == Role::goal || role == Role::annual_goal;
}

/// 2025年指标值 | 2026年指标值, or 调整前 | 调整后 under 指标值 or 绩效目标: which of them is the
/// snapshot's is not known before its year and stage are.
bool are_side_columns(const Column& column, const Column& other) {
  const bool part =
      holds_goals(column.role) ||
      (of_one_indicator(column.role) && !holds_levels(column.role) && column.role != Role::weight);
  const bool years = column.year != 0 && other.year != 0 && column.year != other.year;
  const bool stages = column.adjusted != Adjusted::unsaid && other.adjusted != Adjusted::unsaid &&
                      column.adjusted != other.adjusted;
  return part && (years || stages);
}

/// 合计 beside 2025年, 2026年 and 2027年 is of the whole period.
void part_sums_of_years(std::vector<Column>& columns) {
  const auto sums = [](const Column& column) { return is_sum_label(lowest_word(column.header)); };
  for (Column& column : columns) {
    const bool targets = holds_targets(column.role);
    const bool total = column.role == Role::money && column.key == column::total;
    if (column.year != 0 || !(targets || total) || !sums(column)) {
      continue;
    }
    std::set<int> years;
    for (const Column& other : columns) {
      if (other.role == column.role && other.key == column.key && other.group == column.group &&
          other.year != 0) {
        years.insert(other.year);
      }
    }
    if (years.size() > 1 && total) {
      column.key = "multi_year_total";
    } else if (years.size() > 1) {
      column.span = Span::period;
    }
  }
}

/// Whether what stands in both columns would be one text of an indicator: a target that is not
/// said to be the period's is the year's.
bool are_one_text(const Column& column, const Column& other) {
  if (column.role != other.role || column.group != other.group) {
    return false;
  }
  const bool of_target = !holds_levels(column.role) && of_one_indicator(column.role);
  return column.span == other.span ||
         (of_target && (column.span == Span::period) == (other.span == Span::period));
}

/// Whether `column` rather than `before` is read, where they say one thing.
bool is_better(const Column& column, const Column& before) {
  return column.span == before.span ? precision_of(column) > precision_of(before)
                                    : column.span != Span::unknown;
}

std::vector<RepeatedColumn> drop_repeated(std::vector<Column>& columns) {
  std::vector<RepeatedColumn> out;
  part_bodies(columns);
  part_sums_of_years(columns);
  for (std::size_t i = 0; i < columns.size(); ++i) {
    Column& column = columns[i];
    const bool one = column.role == Role::project_name ||
                     (of_one_indicator(column.role) && column.role != Role::level2);
    for (std::size_t k = 0; holds_goals(column.role) && k < i; ++k) {
      if (columns[k].role == column.role && are_side_columns(column, columns[k])) {
        column.one_of_several = columns[k].one_of_several = true;
      }
    }
    for (std::size_t k = 0; one && k < i; ++k) {
      Column& before = columns[k];
      if (!are_one_text(column, before) || before.header == column.header) {
        continue;
      }
      if (are_side_columns(column, before)) {
        column.one_of_several = before.one_of_several = true;
        continue;
      }
      const bool better = is_better(column, before);
      out.push_back({better ? k : i, better ? i : k, holds_targets(column.role)});
      (better ? before : column).above_name = column.role == Role::project_name;
      (better ? before : column).role = Role::remark;
    }
  }
  return out;
}

namespace {

/// 决算数 or 全年支出数 beside 年初预算数 of one year is what was spent of it.
void tell_spent(std::vector<Column>& columns) {
  const auto of_key = [&](std::string_view key, int year) {
    return std::count_if(columns.begin(), columns.end(), [&](const Column& one) {
      return one.role == Role::money && one.key == key && one.year == year;
    });
  };
  for (Column& column : columns) {
    const bool total = column.key == column::total;
    const bool whole = total || column.key == amount_key(column.header);
    const bool beside = of_key("adjusted_budget", column.year) > 0 ||
                        std::any_of(columns.begin(), columns.end(), [&](const Column& one) {
                          return one.role == Role::money && one.key == column::total &&
                                 one.year == column.year && !says_spent(one.word);
                        });
    if (column.role == Role::money && whole && says_spent(column.word) &&
        !is_interim(column.word) && beside && of_key("executed", column.year) == 0) {
      column.key = "executed";
    }
  }
}

/// Whether a header is that of last year's money. Brackets may say what is in the amount or not:
/// 预算数（含上年结转） is this year's.
bool is_of_year_before(const std::string& header) {
  const std::string spelling = header_spelling(header);
  const std::string inside = part_by_brackets(spelling, Brackets::inside);
  const bool explains = holds_any(inside, {"含", "包括", "剔除", "扣除", "较", "比", "不"});
  return holds_any(explains ? part_by_brackets(spelling, Brackets::outside) : spelling,
                   {"上年", "上一年", "去年"});
}

}  // namespace

void separate_keys(std::vector<Column>& columns) {
  tell_spent(columns);
  std::map<std::string, int> seen;
  std::map<std::string, std::vector<int>> years;
  for (Column& column : columns) {
    if (column.role != Role::money) {
      continue;
    }
    if (column.year != 0) {
      std::vector<int>& of_key = years[column.key];
      if (std::find(of_key.begin(), of_key.end(), column.year) == of_key.end()) {
        of_key.push_back(column.year);
        if (seen[column.key] == static_cast<int>(of_key.size()) - 1) {
          ++seen[column.key];
          continue;
        }
      }
    }
    if (is_of_year_before(column.header) && column.key == column::total) {
      column.key = "previous_year";
    }
    if (seen[column.key]++ > 0) {
      column.key = amount_key(column.header);
      if (seen[column.key]++ > 0) {
        column.key += " " + std::to_string(seen[column.key]);
      }
    }
  }
}

}  // namespace budgetdiff::import
