#pragma once

/// A person's decisions, looked up in the two snapshots at hand.

#include "match/one_to_one.hpp"

#include <budgetdiff/model/alignment.hpp>
#include <budgetdiff/model/decision.hpp>

#include <vector>

namespace budgetdiff::matching {

struct Decided {
  Constraints constraints;
  /// Pinned groups, also those without one side (decided to be new or ended).
  std::vector<AlignedGroup> groups;
  std::vector<Message> problems;  ///< decisions that no longer fit
};

/// `decisions` may be null. Later decisions do not override earlier ones: a
/// project that is decided twice is a problem, and the first word holds.
[[nodiscard]] Decided look_up(const Decisions* decisions, const Snapshot& from, const Snapshot& to);

}  // namespace budgetdiff::matching
