#pragma once

/// The total of a whole snapshot.

#include <budgetdiff/model/snapshot.hpp>

#include <optional>

namespace budgetdiff {

/// What 合计 states, or the sum of the projects' totals; absent where the document states no
/// amount: nothing is not 0.
/// Threads: safe to call concurrently.
[[nodiscard]] std::optional<Amount> whole_total(const Snapshot& snapshot);

}  // namespace budgetdiff
