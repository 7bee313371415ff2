#pragma once

/// Targets that a split or a merger only divided or put together: =2座 that became =1座 and =1座.

#include <budgetdiff/model/alignment.hpp>
#include <budgetdiff/model/snapshot.hpp>

#include <set>
#include <string>
#include <utility>

namespace budgetdiff {

/// A pair of the group and the field whose two targets are part and whole.
using DividedTargets = std::set<std::pair<const IndicatorPair*, std::string>>;

/// Where one indicator became one in each of several projects (or several one), and their
/// numbers, of one kind of comparator and one unit, add up to its own exactly: nothing was
/// decided on them (rule_of_division). Shares, rates and times do not add up; neither do targets
/// that are equal.
[[nodiscard]] DividedTargets divided_targets(const Snapshot& from, const Snapshot& to,
                                             const AlignedGroup& group);

}  // namespace budgetdiff
