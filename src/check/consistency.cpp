/// One indicator in several projects: bounded from below here and from above
/// there, or one cost per person here and the same per day there.

#include "check/rules.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <map>
#include <string>
#include <utility>

namespace budgetdiff::check_rules {
namespace {

struct Uses {
  std::size_t lower = 0;
  std::size_t upper = 0;
  const ReadIndicator* first_lower = nullptr;
  const ReadIndicator* first_upper = nullptr;
};

/// 培训成本 of 550 per person, and of 550 per day: one of them is wrong. Only for
/// costs of one name and number; a 补助标准 may well be per person and per household.
void check_cost_units(const Snapshot& snapshot, const std::vector<ReadIndicator>& indicators,
                      Report& report) {
  const Amount least(10, 0);  // small numbers agree by chance
  std::map<std::pair<std::string, std::string>, const ReadIndicator*> first;
  for (const ReadIndicator& one : indicators) {
    const Target& target = one.target();
    if (!target.numeric || !one.measure.cost || target.unit.find("元") == std::string::npos ||
        target.low < least) {
      continue;
    }
    const auto [seen, added] =
        first.try_emplace({fold_name(one.published->name), target.low.reduced().to_string()}, &one);
    const ReadIndicator& other = *seen->second;
    if (!added && other.target().unit != target.unit && other.project != one.project) {
      report.indicator(one.project, one.indicator, "cost-units-differ", Severity::note,
                       {BD_TR("{0} is {1} here and {2} in {3}"),
                        {one.published->name, one.target_text(), other.target_text(),
                         snapshot.projects[other.project].name}});
    }
  }
}

}  // namespace

void check_consistency(const Snapshot& snapshot, const std::vector<ReadIndicator>& indicators,
                       Report& report) {
  check_cost_units(snapshot, indicators, report);
  // The same in name and unit: 补助标准 of two subsidies may differ in both.
  std::map<std::pair<std::string, std::string>, Uses> uses;
  const auto key = [](const ReadIndicator& one) {
    return std::pair(fold_name(one.published->name), one.target().unit);
  };
  for (const ReadIndicator& one : indicators) {
    if (!one.target().numeric || one.published->name.empty()) {
      continue;
    }
    Uses& use = uses[key(one)];
    if (bound_of(one.target()) == Bound::lower) {
      ++use.lower;
      use.first_lower = use.first_lower == nullptr ? &one : use.first_lower;
    } else if (bound_of(one.target()) == Bound::upper) {
      ++use.upper;
      use.first_upper = use.first_upper == nullptr ? &one : use.first_upper;
    }
  }
  for (const ReadIndicator& one : indicators) {
    if (!one.target().numeric || one.published->name.empty() || one.measure.full ||
        one.measure.bad || one.measure.cost || one.measure.time_limit ||
        one.category == Category::cost) {
      continue;  // which of the two is wrong is said elsewhere
    }
    const Uses& use = uses[key(one)];
    const Bound bound = bound_of(one.target());
    // The rarer of the two is the odd one; of as many, the upper bound.
    const bool odd = bound == Bound::upper   ? use.upper <= use.lower
                     : bound == Bound::lower ? use.lower < use.upper
                                             : false;
    const ReadIndicator* const other = bound == Bound::upper ? use.first_lower : use.first_upper;
    if (odd && other != nullptr && other->project != one.project) {
      report.indicator(one.project, one.indicator, "comparators-opposed", Severity::note,
                       {BD_TR("{0} is {1} here and {2} in {3}"),
                        {one.published->name, one.target_text(), other->target_text(),
                         snapshot.projects[other->project].name}});
    }
  }
}

}  // namespace budgetdiff::check_rules
