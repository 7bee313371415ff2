/// A cost that a project may have, against the money it has.

#include "check/rules.hpp"
#include "check/words.hpp"

#include <budgetdiff/model/money_unit.hpp>
#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace budgetdiff::check_rules {
namespace {

using namespace std::string_view_literals;

/// What a cost target allows at most, in its unit; nothing where it bounds from below.
const Amount* most_of(const Target& target) {
  const bool from_above =
      target.comparator == Comparator::none || target.comparator == Comparator::equal ||
      target.comparator == Comparator::at_most || target.comparator == Comparator::less_than ||
      target.comparator == Comparator::range;
  // Numbers that came with the text may be of any size.
  const bool fits = target.high < Amount(1'000'000'000'000'000, 0);
  return target.numeric && from_above && fits ? &target.high : nullptr;
}

/// Savings and benefits under 成本 are no costs, those of society none of the project's.
bool is_cost(const ReadIndicator& one) {
  static constexpr std::array others{"节约"sv, "节省"sv, "降低"sv, "减少"sv, "收入"sv,
                                     "效益"sv, "社会"sv, "生态"sv, "环境"sv};
  return (one.category == Category::cost || one.measure.cost) && !one.measure.change &&
         !has_one(one.measure.name, others);
}

/// One of the last digit of a target, in its unit: 1 of ≤43万元 is 10000元. What rounds a
/// budget up is not above it.
Amount last_digit(const std::string& published) {
  const std::string text = fold_width(published);
  const std::size_t begin = text.find_last_of("0123456789");
  if (begin == std::string::npos) {
    return {};
  }
  const std::size_t before = text.find_last_not_of("0123456789", begin);
  const bool decimals = before != std::string::npos && text[before] == '.';
  const int scale = decimals ? static_cast<int>(std::min<std::size_t>(begin - before, 8)) : 0;
  const std::string_view behind = std::string_view(text).substr(begin + 1);
  const int one = behind.starts_with("万")   ? 10'000
                  : behind.starts_with("千") ? 1'000
                  : behind.starts_with("百") ? 100
                                             : 1;
  return behind.starts_with("亿") ? Amount(100'000'000, scale) : Amount(one, scale);
}

/// What a cap of the year is a cap of: the budget. Where the total is what was spent that is the
/// largest of what was planned, at first or later; null where no column says it.
const Amount* budget_of(const Snapshot& snapshot, const Funding& funding) {
  if (snapshot.stage != stage::final_accounts) {
    return funding.total();
  }
  const Amount* most = nullptr;
  for (const auto& [key, amount] : funding.items()) {
    const bool planned = key == "adjusted_budget" || key.starts_with("年初预算");
    if (planned && (most == nullptr || *most < amount)) {
      most = &amount;
    }
  }
  return most;
}

void compare(const Snapshot& snapshot, const ReadIndicator& one, const Target& target,
             const Amount* money, Report& report) {
  const Amount* const most = most_of(target);
  if (most == nullptr || money == nullptr) {
    return;
  }
  const std::string& published =
      &target == &one.annual ? one.published->annual_target : one.published->period_target;
  const std::optional<Amount> limit =
      convert(*most - last_digit(published), target.unit, snapshot.unit);
  if (limit && *limit > *money) {
    report.indicator(one.project, one.indicator, "cost-above-budget", Severity::warning,
                     {BD_TR("a cost of {0} is allowed, and the project has {1} {2}: {3}"),
                      {published, money->grouped(), snapshot.unit, one.published->name}});
  }
}

}  // namespace

void check_costs(const Snapshot& snapshot, const std::vector<ReadIndicator>& indicators,
                 Report& report) {
  for (const ReadIndicator& one : indicators) {
    if (!is_cost(one)) {
      continue;
    }
    const Funding& funding = snapshot.projects[one.project].funding;
    // The whole period may cost more than the year has.
    if (!one.published->annual_target.empty()) {
      compare(snapshot, one, one.annual, budget_of(snapshot, funding), report);
    } else {
      compare(snapshot, one, one.period, funding.find("multi_year_total"), report);
    }
  }
}

}  // namespace budgetdiff::check_rules
