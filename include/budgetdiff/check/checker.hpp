#pragma once

/// Finds what is wrong or odd inside one snapshot. All codes with their rules
/// and examples: docs/findings.md.

#include <budgetdiff/model/finding.hpp>
#include <budgetdiff/model/provenance.hpp>
#include <budgetdiff/model/snapshot.hpp>

#include <vector>

namespace budgetdiff {

/// The findings of a snapshot: on the whole table first, then project by
/// project in published order. `provenance` may be null; it gives the places,
/// and what its importer has found already is not found again. Rules are made
/// to be agreed with: what may be right is not reported.
/// Pure; time near-linear in the number of projects and indicators.
/// Threads: safe to call concurrently.
[[nodiscard]] std::vector<Finding> check(const Snapshot& snapshot, const Provenance* provenance);

}  // namespace budgetdiff
