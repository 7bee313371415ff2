#pragma once

/// The changes of the indicators of one group of projects.

#include "diff/change_id.hpp"

#include <budgetdiff/model/alignment.hpp>
#include <budgetdiff/model/change_set.hpp>
#include <budgetdiff/model/snapshot.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace budgetdiff {

/// The category of an indicator for people and for comparison: first and second
/// level without codes, "产出指标/数量指标".
[[nodiscard]] std::string category_of(const Indicator& indicator);

/// Whether two categories are the same but for 指标 at their ends, codes, spelling.
[[nodiscard]] bool same_category(const Indicator& a, const Indicator& b);

/// Whether what was said of targets changed in words only.
[[nodiscard]] bool only_reworded(const std::vector<TargetChange>& targets);

/// Fills `change.indicators` and `change.carried_targets` for the group.
/// In a group of one and one, indicators that are equal byte for byte, paired
/// once and in order are left out; apply() counts on that.
void diff_indicators(const Snapshot& from, const Snapshot& to, const AlignedGroup& group,
                     const ChangeIds& ids, ProjectChange& change);

}  // namespace budgetdiff
