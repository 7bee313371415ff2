/// The two targets of one indicator: missing, or against each other.

#include "check/rules.hpp"

#include <string>

namespace budgetdiff::check_rules {
namespace {

enum class Bound { none, lower, upper };

Bound bound_of(const Target& target) {
  switch (target.comparator) {
    case Comparator::at_least:
    case Comparator::more_than:
      return Bound::lower;
    case Comparator::at_most:
    case Comparator::less_than:
      return Bound::upper;
    default:
      return Bound::none;
  }
}

/// Things that add up over the years: what one year allows or demands cannot
/// be more than the whole period does. A rate (%) may differ freely.
bool adds_up_over_years(const Target& target) {
  return target.unit != "%" && target.unit != "‰" && target.unit.find('/') == std::string::npos;
}

void compare(const ReadIndicator& one, Report& report) {
  const Target& period = one.period;
  const Target& annual = one.annual;
  if (!period.numeric || !annual.numeric) {
    return;
  }
  const std::vector<std::string> both{one.published->name, one.published->period_target,
                                      one.published->annual_target};
  const auto find = [&](Message message) {
    report.indicator(one.project, one.indicator, "targets-contradict", Severity::warning,
                     std::move(message));
  };
  const Bound bound = bound_of(period);
  if (bound != Bound::none && bound_of(annual) != Bound::none && bound != bound_of(annual)) {
    find({BD_TR("the period's target and the year's point in opposite directions: {0}, {1} and "
                "{2}"),
          both});
    return;
  }
  if (period.unit != annual.unit) {
    if (!period.unit.empty() && !annual.unit.empty()) {
      find({BD_TR("the period's target and the year's count different things: {0}, {1} and {2}"),
            both});
    }
    return;
  }
  if (bound != Bound::none && bound == bound_of(annual) && adds_up_over_years(period) &&
      annual.low > period.low) {
    find({BD_TR("the year's target is more than the whole period's: {0}, {1} and {2}"), both});
  }
}

}  // namespace

void check_targets(const std::vector<ReadIndicator>& indicators, Report& report) {
  for (const ReadIndicator& one : indicators) {
    if (one.published->period_target.empty() && one.published->annual_target.empty()) {
      report.indicator(one.project, one.indicator, "target-missing", Severity::warning,
                       {BD_TR("the indicator has no target: {0}"), {one.published->name}});
    } else {
      compare(one, report);
    }
  }
}

}  // namespace budgetdiff::check_rules
