#pragma once

/// Puts several years of a department beside each other.

#include <budgetdiff/model/alignment.hpp>
#include <budgetdiff/model/snapshot.hpp>
#include <budgetdiff/model/years.hpp>

#include <vector>

namespace budgetdiff {

/// Every project of every snapshot stands in exactly one line; the lines' totals
/// of a year add up to the projects' sum. Pure; near-linear in the projects.
/// REQUIRES: `snapshots` is not empty, in order of time, and all have years;
/// alignments[i] is of snapshots[i] and snapshots[i + 1].
[[nodiscard]] YearsOverview years_overview(const std::vector<Snapshot>& snapshots,
                                           const std::vector<Alignment>& alignments);

}  // namespace budgetdiff
