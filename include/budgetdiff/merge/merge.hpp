#pragma once

/// The three-way merge of snapshots: project by project, field by field.

#include <budgetdiff/model/snapshot.hpp>

#include <string>
#include <vector>

namespace budgetdiff {

/// One value that both sides changed, each in its own way.
struct MergeConflict {
  std::string project;    ///< empty: of the whole table
  std::string indicator;  ///< empty: of the project itself
  /// "total", "goal", "annual_target" …; "project" or "indicator" where one side
  /// removed what the other changed.
  std::string field;
  std::string base;
  std::string ours;
  std::string theirs;
  bool is_money = false;  ///< the three are amounts of a funding column
};

/// Whose value a conflict takes in the merged snapshot.
enum class MergeSide { ours, theirs };

struct MergedSnapshot {
  Snapshot snapshot;
  std::vector<MergeConflict> conflicts;  ///< empty: everything was merged
};

/// What both sides made of `base`. Projects and indicators are aligned with the
/// base by the matcher, so that a new name is a change like any other. Equal
/// changes on both sides are one; what is new on either side is kept; a removal
/// against a change is a conflict. merge(b, b, x) is x and merge(b, x, b) is x.
/// Where nothing was there before (both sides imported it), `base` has no projects.
[[nodiscard]] MergedSnapshot merge_snapshots(const Snapshot& base, const Snapshot& ours,
                                             const Snapshot& theirs,
                                             MergeSide prefer = MergeSide::ours);

}  // namespace budgetdiff
