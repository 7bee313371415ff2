#pragma once

/// Finds which projects of one year became which of another.

#include <budgetdiff/model/alignment.hpp>
#include <budgetdiff/model/decision.hpp>
#include <budgetdiff/model/snapshot.hpp>

namespace budgetdiff {

enum class MatchMode {
  full,   ///< every step of docs/matching.md
  exact,  ///< equal project names only, first with first; no guessing of any kind
};

struct MatchOptions {
  MatchMode mode = MatchMode::full;
  const Decisions* decisions = nullptr;  ///< a person's word; may be null
};

/// Aligns two snapshots. Pure and deterministic; the result does not depend on
/// the order of projects (but for projects alike in everything, which pair in
/// published order), and swapping the two snapshots swaps splits with mergers
/// and nothing else. Every project of either side stands in exactly one group.
/// Threads: safe to call concurrently.
[[nodiscard]] Alignment match(const Snapshot& from, const Snapshot& to,
                              const MatchOptions& options = {});

}  // namespace budgetdiff
