/// Comparators against the sense of what they bound: 满意度 ≤90%, 投诉率 ≥5%;
/// and bounds that every number meets.

#include "check/rules.hpp"
#include "check/words.hpp"

#include <array>
#include <string_view>

namespace budgetdiff::check_rules {
namespace {

using namespace std::string_view_literals;

/// Spending may well be capped, and so may use: 预算执行率 ≤100%, 抗菌药物使用率 ≤60%.
constexpr std::array capped{"执行率"sv, "使用率"sv};
constexpr std::array spending{"完成率"sv, "支付率"sv, "拨付率"sv};
constexpr std::array money{"预算"sv, "资金"sv, "经费"sv, "支出"sv, "投资"sv, "费用"sv, "三公"sv,
                           "成本"sv, "采购"sv, "决算"sv, "结算"sv, "债务"sv, "用地"sv, "用水"sv,
                           "用电"sv, "能源"sv, "编制"sv, "概算"sv, "指标"sv};

bool may_be_capped(std::string_view name) {
  return ends_with_one(name, capped) || (ends_with_one(name, spending) && has_one(name, money));
}

/// May be below nothing, so that ≥0 asks for something.
constexpr std::array balances{"利润"sv, "结余"sv, "盈余"sv, "净"sv,   "差"sv,
                              "收益"sv, "余额"sv, "温度"sv, "损益"sv, "平衡"sv};

constexpr std::array time_units{"天"sv,     "日"sv,       "小时"sv, "分钟"sv, "个月"sv,
                                "工作日"sv, "个工作日"sv, "秒"sv,   "周"sv,   "年"sv};

/// What a project gives to people: more of it is better, in whatever unit.
constexpr std::array gains{"受益人数"sv, "受益人口"sv, "受益户数"sv, "受益群众"sv, "惠及人数"sv,
                           "惠及户数"sv, "就业人数"sv, "增收"sv,     "优良天数"sv};

bool is_change(const Target& target) {
  return target.prose != Direction::unknown;
}

/// Whether more than `target` is better and it says no more.
bool caps_what_is_good(const ReadIndicator& one, const Target& target) {
  const bool gain =
      ends_with_one(one.measure.name, gains) && !one.measure.cost && one.category != Category::cost;
  const bool share =
      one.measure.full && (target.unit == "%" || target.unit.empty() || target.unit == "分");
  return bound_of(target) == Bound::upper && (gain || share) && !may_be_capped(one.measure.name);
}

/// Whether fewer are better and at least so many are asked for.
bool demands_what_is_bad(const ReadIndicator& one, const Target& target) {
  if (bound_of(target) != Bound::lower) {
    return false;
  }
  return one.measure.bad ||
         (one.measure.cost && one.category == Category::cost &&
          target.unit.find("元") != std::string::npos) ||
         (one.measure.time_limit && is_one(target.unit, time_units));
}

/// Whether any number at all meets a target.
bool always_met(const ReadIndicator& one, const Target& target) {
  if (bound_of(target) == Bound::lower && target.comparator == Comparator::at_least) {
    return target.low <= Amount(0, 0) && !one.measure.bad && !one.measure.change &&
           !has_one(one.measure.name, balances);
  }
  return target.comparator == Comparator::at_most && target.unit == "%" && one.measure.bad &&
         one.measure.share && target.low >= Amount(100, 0);
}

}  // namespace

void check_directions(const std::vector<ReadIndicator>& indicators, Report& report) {
  for (const ReadIndicator& one : indicators) {
    if (one.opposed()) {
      continue;  // one of the two is wrong already
    }
    const auto judge = [&](auto wrong) {
      return one.first_of([&](const Target& target) {
        return target.numeric && !is_change(target) && wrong(one, target);
      });
    };
    if (const std::string* text = judge(caps_what_is_good)) {
      report.indicator(one.project, one.indicator, "target-direction", Severity::warning,
                       {BD_TR("more is better, and the target is an upper bound: {0}, {1}"),
                        {one.published->name, *text}});
    }
    if (const std::string* text = judge(demands_what_is_bad)) {
      report.indicator(one.project, one.indicator, "target-direction", Severity::warning,
                       {BD_TR("less is better, and the target is a lower bound: {0}, {1}"),
                        {one.published->name, *text}});
    }
    if (const std::string* text = judge(always_met)) {
      report.indicator(
          one.project, one.indicator, "target-always-met", Severity::warning,
          {BD_TR("every number meets the target: {0}, {1}"), {one.published->name, *text}});
    }
  }
}

}  // namespace budgetdiff::check_rules
