#pragma once

/// All editions of one department, and the line of a project through them.

#include <budgetdiff/base/result.hpp>
#include <budgetdiff/model/alignment.hpp>
#include <budgetdiff/model/lineage.hpp>
#include <budgetdiff/model/snapshot.hpp>
#include <budgetdiff/store/store.hpp>

#include <string>
#include <vector>

namespace budgetdiff {

struct Editions {
  std::vector<Snapshot> snapshots;    ///< in order of time
  std::vector<Alignment> alignments;  ///< one less; under a person's decisions
};

/// Which editions are wanted.
struct EditionRange {
  std::string department;  ///< its full name
  std::string stage = "budget";
  int first_year = 0;
  int last_year = 9999;
};

/// Reads and matches them. `keys` are those of the store. Empty where there is none.
[[nodiscard]] Result<Editions> load_editions(Store& store, const std::vector<SnapshotKey>& keys,
                                             const EditionRange& range);

/// The line of the latest project of that name; else of those whose name holds
/// it, if they all belong to one line.
[[nodiscard]] Result<Lineage> find_line(const Editions& editions, const std::string& name);

}  // namespace budgetdiff
