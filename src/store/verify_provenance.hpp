#pragma once

/// Whether each provenance is still the one that was recorded with its snapshot.

#include <budgetdiff/base/result.hpp>
#include <budgetdiff/store/store.hpp>

#include <map>
#include <string>
#include <vector>

namespace budgetdiff {

/// Nothing records a provenance without its snapshot, so the two that lie side by side now
/// did so in a commit that brought that snapshot. Takes the commits newest first.
class ProvenanceHistory {
 public:
  /// `provenance` and `snapshots`: the files at the newest commit.
  ProvenanceHistory(const std::vector<StoredPath>& provenance,
                    const std::vector<StoredPath>& snapshots);

  void look_at(Store& store, const LogEntry& entry);

  /// After the last commit. Where no commit brought the snapshot as it is (a clone without
  /// the older history), nothing is known and nothing is said.
  void report(std::vector<Error>& problems) const;

 private:
  struct Pair {
    std::string provenance_path;
    std::string provenance;  ///< blob id
    std::string snapshot;    ///< blob id
    std::string brought;     ///< newest commit that brought the snapshot beside another provenance
  };

  std::map<std::string, Pair> open_;  ///< by path of the snapshot; not yet found side by side
};

}  // namespace budgetdiff
