#pragma once

/// Targets that a split or a merger divided or put together: =2座 that became =1座 and =1座.

#include <budgetdiff/model/alignment.hpp>
#include <budgetdiff/model/snapshot.hpp>
#include <budgetdiff/model/target.hpp>

#include <map>
#include <string>
#include <utility>

namespace budgetdiff {

/// A pair of the group and the field whose two targets are part and whole, with what is to be
/// said of them in the place of their own comparison.
using DividedTargets = std::map<std::pair<const IndicatorPair*, std::string>, TargetComparison>;

/// Where one indicator became one in each of several projects (or several one), no part is held
/// against the whole: their numbers, of one kind of comparator and one unit, are added up, and
/// the sum is. What came of it stands at the first of the pairs that differ (rule_of_sum, with
/// both sums); the others are only `changed`. Where the sums agree nothing was decided
/// (rule_of_division); where the numbers cannot be added, nothing is known (rule_of_parts).
/// Shares, rates, times and what is said of each (人均) do not add up: each part is a target of
/// its own, and is not among these.
[[nodiscard]] DividedTargets divided_targets(const Snapshot& from, const Snapshot& to,
                                             const AlignedGroup& group);

}  // namespace budgetdiff
