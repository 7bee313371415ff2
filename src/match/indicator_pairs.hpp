#pragma once

/// Which indicators of a group's earlier projects became which of the later.

#include <budgetdiff/model/alignment.hpp>
#include <budgetdiff/model/snapshot.hpp>

namespace budgetdiff::matching {

/// Fills group.indicators from group.from and group.to. Between one earlier and
/// one later project pairs are one-to-one, but for an indicator that was cut in
/// two or is measured for each kind (or several that became one); across the parts of a split or
/// merger each part is paired with the whole on its own.
void pair_indicators(const Snapshot& from, const Snapshot& to, AlignedGroup& group);

}  // namespace budgetdiff::matching
