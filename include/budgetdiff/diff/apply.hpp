#pragma once

/// Rebuilds one snapshot from the other and a change set.

#include <budgetdiff/base/result.hpp>
#include <budgetdiff/model/change_set.hpp>
#include <budgetdiff/model/snapshot.hpp>

namespace budgetdiff {

/// The later snapshot from the earlier. REQUIRES: `from` is the snapshot that
/// the change set was made from (callers compare blob ids before and after; a
/// change set that does not fit is an error where it is noticed here).
[[nodiscard]] Result<Snapshot> apply(const ChangeSet& changes, const Snapshot& from);

/// The change set that leads back: apply(invert(c), to) gives `from`. Turning
/// round twice gives the same change set again, but for ids, which name the
/// years in their order.
[[nodiscard]] ChangeSet invert(const ChangeSet& changes);

}  // namespace budgetdiff
