#pragma once

/// The best one-to-one assignment over a sparse set of pairs.

#include <cstdint>
#include <vector>

namespace budgetdiff::matching {

struct Edge {
  std::size_t left = 0;
  std::size_t right = 0;
  std::int64_t weight = 0;  ///< what the pair is worth; only positive ones are taken
};

/// Positions of `edges` whose sum of weights is largest, no left and no right
/// one twice. Optimal over each connected component, by shortest augmenting
/// paths; where a component needs more than a bounded number of steps, its
/// remaining pairs are taken best first. Where several assignments are best,
/// the order of `edges` decides: give them distinct weights. Ascending.
[[nodiscard]] std::vector<std::size_t> best_assignment(const std::vector<Edge>& edges,
                                                       std::size_t left_size,
                                                       std::size_t right_size);

}  // namespace budgetdiff::matching
