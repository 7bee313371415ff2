#pragma once

/// Turns two snapshots and their alignment into a change set.

#include <budgetdiff/model/alignment.hpp>
#include <budgetdiff/model/change_set.hpp>
#include <budgetdiff/model/snapshot.hpp>

namespace budgetdiff {

/// The two snapshots with the blob ids of their canonical bytes.
struct DiffInput {
  const Snapshot& from;
  const Snapshot& to;
  std::string from_blob_id;
  std::string to_blob_id;
  bool ids = true;  ///< whether the changes are given ids, which only some readers need
};

/// Everything that differs. Pure; same input, same result. Complete: apply()
/// rebuilds either snapshot from the other. The deltas of `reconciliation`
/// add up to `totals.delta` exactly.
/// REQUIRES: `alignment` is of these two snapshots.
/// Threads: safe to call concurrently.
[[nodiscard]] ChangeSet diff(const DiffInput& input, const Alignment& alignment);

}  // namespace budgetdiff
