#pragma once

/// Pairing by equal names alone: what `--match exact` means.

#include <budgetdiff/model/alignment.hpp>
#include <budgetdiff/model/snapshot.hpp>

namespace budgetdiff::matching {

/// Projects of equal names pair first with first, second with second; inside a
/// pair so do indicators of equal category and name. Nothing is folded and
/// nothing guessed, so the result agrees with any diff keyed by name.
[[nodiscard]] Alignment match_exactly(const Snapshot& from, const Snapshot& to);

}  // namespace budgetdiff::matching
