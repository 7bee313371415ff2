#pragma once

/// Two stored editions compared, as the page shows them.

#include <budgetdiff/base/result.hpp>
#include <budgetdiff/model/change_set.hpp>
#include <budgetdiff/model/comment.hpp>
#include <budgetdiff/model/decision.hpp>
#include <budgetdiff/model/provenance.hpp>
#include <budgetdiff/store/store.hpp>

#include <string>
#include <vector>

namespace budgetdiff::serving {

/// "2024", "2024.final".
[[nodiscard]] Result<SnapshotKey> edition_key(const std::string& department,
                                              const std::string& edition);

struct Comparison {
  std::string head;  ///< the commit that all of it was read at
  SnapshotKey from;
  SnapshotKey to;
  Snapshot from_snapshot;
  Snapshot to_snapshot;
  std::string from_blob;  ///< git's ids of the two files
  std::string to_blob;
  Provenance from_provenance;
  Provenance to_provenance;
  Decisions decisions;
  ChangeSet changes;
  std::vector<Thread> threads;
};

/// Everything is read at one commit, so that the parts fit.
[[nodiscard]] Result<Comparison> compare_stored(Store& store, const SnapshotKey& from,
                                                const SnapshotKey& to);

/// The changes between the same two snapshots under other decisions.
[[nodiscard]] ChangeSet changes_under(const Comparison& comparison, const Decisions& decisions);

}  // namespace budgetdiff::serving
