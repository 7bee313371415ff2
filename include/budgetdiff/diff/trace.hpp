#pragma once

/// Follows one project through several years.

#include <budgetdiff/model/alignment.hpp>
#include <budgetdiff/model/lineage.hpp>
#include <budgetdiff/model/snapshot.hpp>

#include <cstddef>
#include <vector>

namespace budgetdiff {

/// The line of the project at position `project` of snapshots[edition], back
/// and forth through every group that it or its line stands in.
/// REQUIRES: `snapshots` are in order of time and have years; alignments[i] is
/// of snapshots[i] and snapshots[i + 1].
[[nodiscard]] Lineage trace(const std::vector<Snapshot>& snapshots,
                            const std::vector<Alignment>& alignments, std::size_t edition,
                            std::size_t project);

}  // namespace budgetdiff
