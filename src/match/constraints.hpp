#pragma once

/// Pairs by position, and what a person has decided about them.

#include <algorithm>
#include <compare>
#include <cstddef>
#include <vector>

namespace budgetdiff::matching {

struct Candidate {
  std::size_t from = 0;
  std::size_t to = 0;

  // NOLINTNEXTLINE(modernize-use-nullptr): a false alarm of clang-tidy 14 (compares with 0)
  friend auto operator<=>(const Candidate&, const Candidate&) = default;
};

/// What a person has ruled out or decided already.
struct Constraints {
  std::vector<bool> closed_from;  ///< stand in a pinned group
  std::vector<bool> closed_to;
  std::vector<Candidate> forbidden;  ///< sorted

  [[nodiscard]] bool allows(const Candidate& pair) const {
    return !closed_from[pair.from] && !closed_to[pair.to] &&
           !std::binary_search(forbidden.begin(), forbidden.end(), pair);
  }
};

}  // namespace budgetdiff::matching
