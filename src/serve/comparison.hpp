#pragma once

/// Two stored editions compared, as the page shows them.

#include <budgetdiff/base/result.hpp>
#include <budgetdiff/model/change_set.hpp>
#include <budgetdiff/model/comment.hpp>
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
  Provenance from_provenance;
  Provenance to_provenance;
  ChangeSet changes;
  std::vector<Thread> threads;
};

/// Everything is read at one commit, so that the parts fit.
[[nodiscard]] Result<Comparison> compare_stored(Store& store, const SnapshotKey& from,
                                                const SnapshotKey& to);

}  // namespace budgetdiff::serving
