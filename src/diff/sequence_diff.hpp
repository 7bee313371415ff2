#pragma once

/// Differences of two sequences of numbers, through dtl (wrapped here and
/// nowhere else).

#include <cstddef>
#include <cstdint>
#include <vector>

namespace budgetdiff {

/// A run of equal elements: positions and length in both sequences.
struct CommonRun {
  std::size_t from = 0;
  std::size_t to = 0;
  std::size_t length = 0;
};

/// The common runs of `a` and `b`, ascending on both sides, not touching.
///
/// dtl's quality falls off a cliff past some 2,800 edits and its positions
/// cannot be trusted after it splits a problem (both measured on 1.20), so
/// common ends are trimmed, large inputs are cut at elements that are unique
/// on both sides, and what is still too large is taken as replaced whole.
[[nodiscard]] std::vector<CommonRun> common_runs(const std::vector<std::uint32_t>& a,
                                                 const std::vector<std::uint32_t>& b);

}  // namespace budgetdiff
