#pragma once

/// Where the parts of a merged snapshot stood: the places of both sides.

#include <budgetdiff/model/provenance.hpp>
#include <budgetdiff/model/snapshot.hpp>

namespace budgetdiff {

/// One side of a merge. The references must outlive the call.
struct MergedSide {
  const Snapshot& snapshot;
  const Provenance& provenance;
};

/// The provenance of `merged`, which merge_snapshots() made of both sides. Where it is
/// one side's snapshot it is that side's provenance. Otherwise it names the documents of
/// both, ours first, and each place says which one it is in. A project has the place of
/// the side whose own values (name, money, goals) it has, of ours where it has some of
/// each, since a project's place is that of its name. An indicator that has values of
/// both sides has no place: no row of a document says what it says.
[[nodiscard]] Provenance merge_provenance(const Snapshot& merged, const MergedSide& ours,
                                          const MergedSide& theirs);

}  // namespace budgetdiff
