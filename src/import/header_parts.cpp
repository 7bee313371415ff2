#include "import/header_parts.hpp"

#include <budgetdiff/model/snapshot.hpp>

#include <algorithm>
#include <array>
#include <cstddef>

namespace budgetdiff::import {
namespace {

/// What a part before the last one says.
enum class Sense { plain, annual, period, body, money };

struct Part {
  std::string_view text;
  Sense sense = Sense::plain;
};

constexpr auto parts = std::to_array<Part>({
    {"项目"},
    {"预算"},
    {"绩效"},
    {"财政"},
    {"支出"},
    {"专项"},
    {"政策"},
    {"任务"},
    {"指标"},
    {"目标"},
    {"目标值"},
    {"指标值"},
    {"三级"},
    {"明细"},
    {"具体"},
    {"预期"},
    {"预计"},
    {"计划"},
    {"设定"},
    {"考核"},
    {"完成"},
    {"实现"},
    {"总体"},
    {"整体"},
    {"总"},
    {"主要"},
    {"年度", Sense::annual},
    {"当年", Sense::annual},
    {"本年", Sense::annual},
    {"本年度", Sense::annual},
    {"当年度", Sense::annual},
    {"全年", Sense::annual},
    {"年初", Sense::annual},
    {"预算年度", Sense::annual},
    {"实施期", Sense::period},
    {"实施周期", Sense::period},
    {"周期", Sense::period},
    {"中期", Sense::period},
    {"长期", Sense::period},
    {"中长期", Sense::period},
    {"项目期", Sense::period},
    {"申报", Sense::money},
    {"申请", Sense::money},
    {"批复", Sense::money},
    {"安排", Sense::money},
    {"下达", Sense::money},
    {"本次", Sense::money},
    {"经费", Sense::money},
    {"资金", Sense::money},
    {"拨款", Sense::money},
    {"部门", Sense::body},
    {"单位", Sense::body},
});

enum class Head {
  amount,
  goal,
  value,
  comparator,
  measure,
  weight,
  indicator,
  name,
};

struct HeadWord {
  std::string_view text;
  Head head;
};

constexpr auto heads = std::to_array<HeadWord>({
    {"金额", Head::amount},         {"总额", Head::amount},        {"额度", Head::amount},
    {"预算数", Head::amount},       {"安排数", Head::amount},      {"预算额", Head::amount},
    {"资金", Head::amount},         {"预算", Head::amount},        {"申请", Head::amount},
    {"申请数", Head::amount},       {"经费", Head::amount},        {"资金安排", Head::amount},
    {"绩效目标", Head::goal},       {"总体目标", Head::goal},      {"目标描述", Head::goal},
    {"目标概述", Head::goal},       {"目标说明", Head::goal},      {"目标内容", Head::goal},
    {"期目标", Head::goal},         {"指标值", Head::value},       {"目标值", Head::value},
    {"完成值", Head::value},        {"标准值", Head::value},       {"实现值", Head::value},
    {"预期值", Head::value},        {"考核值", Head::value},       {"设定值", Head::value},
    {"计划水平", Head::value},      {"预期水平", Head::value},     {"目标水平", Head::value},
    {"计划值", Head::value},        {"符号", Head::comparator},    {"运算符", Head::comparator},
    {"运算符号", Head::comparator}, {"比较符", Head::comparator},  {"比较符号", Head::comparator},
    {"度量单位", Head::measure},    {"计量单位", Head::measure},   {"值单位", Head::measure},
    {"指标单位", Head::measure},    {"权重", Head::weight},        {"分值", Head::weight},
    {"权值", Head::weight},         {"指标名称", Head::indicator}, {"项目名称", Head::name},
    {"支出名称", Head::name},       {"任务名称", Head::name},      {"政策名称", Head::name},
});

/// Which senses the parts of `text` have, when it is nothing but parts.
struct Senses {
  bool whole = false;
  std::array<bool, 5> has{};
};

Senses senses_of(std::string_view text) {
  // The text is short: every way of cutting it is tried from the front, longest first.
  if (text.empty()) {
    return {true, {}};
  }
  std::array<const Part*, parts.size()> fitting{};
  std::size_t count = 0;
  for (const Part& part : parts) {
    if (text.starts_with(part.text)) {
      fitting[count++] = &part;
    }
  }
  std::sort(fitting.begin(), fitting.begin() + static_cast<std::ptrdiff_t>(count),
            [](const Part* a, const Part* b) { return a->text.size() > b->text.size(); });
  for (std::size_t i = 0; i < count; ++i) {
    Senses rest = senses_of(text.substr(fitting[i]->text.size()));
    if (rest.whole) {
      rest.has[static_cast<std::size_t>(fitting[i]->sense)] = true;
      return rest;
    }
  }
  return {};
}

Term term_of(Head head, const Senses& senses) {
  const auto has = [&](Sense sense) { return senses.has[static_cast<std::size_t>(sense)]; };
  const bool of_money = has(Sense::money);
  switch (head) {
    case Head::amount:
      return has(Sense::period) ? Term{Role::money, "multi_year_total"}
                                : Term{Role::money, column::total};
    case Head::goal:
      return of_money ? Term{} : Term{has(Sense::annual) ? Role::annual_goal : Role::goal, {}};
    case Head::value:
      if (of_money) {
        return {};
      }
      return {has(Sense::annual)   ? Role::annual_target
              : has(Sense::period) ? Role::period_target
                                   : Role::value,
              {}};
    case Head::comparator:
      return of_money ? Term{} : Term{Role::comparator, {}};
    case Head::measure:
      return of_money ? Term{} : Term{Role::measurement_unit, {}};
    case Head::weight:
      return of_money ? Term{} : Term{Role::weight, {}};
    case Head::indicator:
      return of_money ? Term{} : Term{Role::level3, {}};
    case Head::name:
      return {Role::project_name, {}};
  }
  return {};
}

}  // namespace

Term term_by_parts(std::string_view spelling) {
  constexpr std::size_t longest = 48;  // sixteen letters
  if (spelling.size() > longest) {
    return {};
  }
  const HeadWord* found = nullptr;
  Senses senses;
  for (const HeadWord& head : heads) {
    const bool longer = found == nullptr || head.text.size() > found->text.size();
    if (!longer || !spelling.ends_with(head.text)) {
      continue;
    }
    const Senses before = senses_of(spelling.substr(0, spelling.size() - head.text.size()));
    if (before.whole) {
      found = &head;
      senses = before;
    }
  }
  // 资金 and 经费 alone, or 部门经费, may head anything; so may 单位 + 名称.
  const bool says_little =
      found == nullptr ||
      (found->text == spelling && found->head != Head::value && found->head != Head::name) ||
      (senses.has[static_cast<std::size_t>(Sense::body)] && found->head != Head::name);
  return says_little ? Term{} : term_of(found->head, senses);
}

}  // namespace budgetdiff::import
