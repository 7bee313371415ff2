/// Rates and counts: what a name promises against the unit and size of its
/// target.

#include "check/rules.hpp"
#include "check/words.hpp"

#include <budgetdiff/model/money_unit.hpp>

#include <algorithm>
#include <array>
#include <string_view>

namespace budgetdiff::check_rules {
namespace {

using namespace std::string_view_literals;

/// Units of things that are counted, of time and of money.
constexpr std::array count_units{
    "元"sv, "万元"sv, "亿元"sv, "次"sv,   "人"sv,       "户"sv,   "场"sv, "个"sv, "件"sv, "份"sv,
    "期"sv, "篇"sv,   "台"sv,   "套"sv,   "人次"sv,     "场次"sv, "家"sv, "起"sv, "宗"sv, "项"sv,
    "例"sv, "条"sv,   "处"sv,   "名"sv,   "位"sv,       "所"sv,   "座"sv, "辆"sv, "本"sv, "册"sv,
    "张"sv, "批次"sv, "天"sv,   "小时"sv, "个工作日"sv, "个月"sv, "笔"sv, "组"sv, "只"sv};

/// Ends that say what is counted, whatever money it gets: 补贴发放人数.
constexpr std::array counted_things{
    "人数"sv, "人次"sv, "人次数"sv, "户数"sv, "户次"sv, "次数"sv, "场次"sv, "场数"sv,  "个数"sv,
    "家数"sv, "家次"sv, "件数"sv,   "件次"sv, "台数"sv, "套数"sv, "起数"sv, "宗数"sv,  "例数"sv,
    "份数"sv, "项数"sv, "篇数"sv,   "笔数"sv, "栋数"sv, "座数"sv, "辆数"sv, "批次"sv,  "期数"sv,
    "班次"sv, "车次"sv, "条数"sv,   "处数"sv, "天数"sv, "株数"sv, "册数"sv, "单位数"sv};

/// Money itself, so that 补助资金发放数 and 拨款数量 are sums.
constexpr std::array money{"资金"sv, "金额"sv, "经费"sv, "款"sv,   "税"sv,   "费"sv,   "额"sv,
                           "收入"sv, "支出"sv, "补贴"sv, "补助"sv, "奖"sv,   "贷"sv,   "资"sv,
                           "产值"sv, "销售"sv, "成交"sv, "交易"sv, "采购"sv, "利润"sv, "价"sv,
                           "薪"sv,   "债"sv,   "消费"sv, "预算"sv, "救助"sv, "减免"sv, "成本"sv};

/// What makes money per head or thing of a count: 每人次, 次均, 补助标准.
constexpr std::array per_thing{"均"sv, "每"sv, "单价"sv, "标准"sv, "成本"sv};

/// With fewer others a table's rates say nothing of what is usual.
constexpr std::size_t least_neighbours = 2;

bool is_percent(const Target& target) {
  return target.numeric && (target.unit == "%" || target.unit == "‰");
}

/// Words before the number say what it is of: 下降3% is no share.
bool is_change(const Target& target) {
  return target.prose != Direction::unknown;
}

void check_over_100(const ReadIndicator& one, Report& report) {
  const std::string* const text = one.first_of([&](const Target& target) {
    const Amount whole(100, 0);
    return is_percent(target) && one.measure.share && bound_of(target) != Bound::upper &&
           !is_change(target) &&
           (target.low > whole ||
            (target.low == whole && target.comparator == Comparator::more_than));
  });
  if (text != nullptr) {
    report.indicator(
        one.project, one.indicator, "percentage-over-100", Severity::warning,
        {BD_TR("more than 100% is asked for: {0}, {1}"), {one.published->name, *text}});
  }
}

/// Whether a name counts things or people and no money. What is bought stands under costs by
/// its name alone (培训人数 ≤5万元).
bool counts_no_money(const ReadIndicator& one) {
  const std::string_view name = one.measure.name;
  return one.measure.counts && one.category != Category::cost && !has_one(name, per_thing) &&
         (ends_with_one(name, counted_things) ||
          (one.category != Category::economic && !has_one(name, money)));
}

void check_unit(const ReadIndicator& one, Report& report) {
  const std::string* sum = one.first_of([&](const Target& target) {
    return target.numeric && target.label.empty() && !is_change(target) &&
           read_money_unit(target.unit).has_value() && counts_no_money(one);
  });
  if (sum != nullptr) {
    report.indicator(
        one.project, one.indicator, "count-in-money", Severity::warning,
        {BD_TR("a count has money for its target: {0}, {1}"), {one.published->name, *sum}});
  }
  const std::string* percent = one.first_of([&](const Target& target) {
    return one.measure.counts && is_percent(target) && !is_change(target);
  });
  if (percent != nullptr) {
    report.indicator(one.project, one.indicator, "count-in-percent", Severity::warning,
                     {BD_TR("a count has a percentage for its target: {0}, {1}"),
                      {one.published->name, *percent}});
  }
  const std::string* count = one.first_of([&](const Target& target) {
    return target.numeric && (one.measure.rate || one.measure.satisfaction) &&
           !one.measure.per_many && is_one(target.unit, count_units);
  });
  if (count != nullptr) {
    report.indicator(
        one.project, one.indicator, "rate-in-counts", Severity::warning,
        {BD_TR("a rate has a count for its target: {0}, {1}"), {one.published->name, *count}});
  }
}

/// 95 for 95%. Where units are lost all over a table, once.
void check_without_percent(const std::vector<ReadIndicator>& indicators, Report& report) {
  std::vector<std::pair<const ReadIndicator*, const std::string*>> found;
  for (const ReadIndicator& one : indicators) {
    const std::string* const text = one.first_of([&](const Target& target) {
      return target.numeric && target.unit.empty() && target.label.empty() && one.measure.share &&
             target.low > Amount(0, 0) && target.high <= Amount(100, 0);
    });
    if (text != nullptr) {
      found.emplace_back(&one, text);
    }
  }
  if (found.size() > most_of_a_kind) {
    report.table("rate-without-percent", Severity::note,
                 {BD_TR("{0} rates have a number without %, such as {1}, {2}"),
                  {std::to_string(found.size()), found.front().first->published->name,
                   *found.front().second}});
    return;
  }
  for (const auto& [one, text] : found) {
    report.indicator(
        one->project, one->indicator, "rate-without-percent", Severity::note,
        {BD_TR("a rate has a number without %: {0}, {1}"), {one->published->name, *text}});
  }
}

/// A rate of 1% where the others of its kind say 90%.
void check_neighbours(const std::vector<ReadIndicator>& indicators, Report& report) {
  const auto demands = [](const ReadIndicator& one) {
    return one.measure.full && is_percent(one.target()) && !is_change(one.target()) &&
           bound_of(one.target()) != Bound::upper;
  };
  // ≥0% asks for nothing at all, which is said elsewhere.
  const auto low = [&](const ReadIndicator& one) {
    return demands(one) && one.target().low <= Amount(10, 0) &&
           (one.target().low > Amount(0, 0) || bound_of(one.target()) == Bound::none);
  };
  std::vector<Amount> usual;
  for (const ReadIndicator& one : indicators) {
    if (demands(one) && !low(one)) {
      usual.push_back(one.target().low);
    }
  }
  const auto odd =
      static_cast<std::size_t>(std::count_if(indicators.begin(), indicators.end(), low));
  // Where low rates are as common as high ones they are this table's way.
  if (usual.size() < least_neighbours || odd * 4 > usual.size() + 2) {
    return;
  }
  const auto middle = usual.begin() + static_cast<std::ptrdiff_t>(usual.size() / 2);
  std::nth_element(usual.begin(), middle, usual.end());
  const Amount median = *middle;
  if (median < Amount(80, 0)) {
    return;
  }
  for (const ReadIndicator& one : indicators) {
    if (low(one)) {
      report.indicator(one.project, one.indicator, "rate-out-of-line", Severity::warning,
                       {BD_TR("a target of {1} where rates of its kind mostly ask for {2}%: {0}"),
                        {one.published->name, one.target_text(), median.reduced().to_string()}});
    }
  }
}

}  // namespace

void check_rates(const std::vector<ReadIndicator>& indicators, Report& report) {
  for (const ReadIndicator& one : indicators) {
    check_over_100(one, report);
    check_unit(one, report);
  }
  check_without_percent(indicators, report);
  check_neighbours(indicators, report);
}

}  // namespace budgetdiff::check_rules
