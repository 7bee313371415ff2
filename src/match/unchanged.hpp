#pragma once

/// Projects that nothing happened to.

#include "match/constraints.hpp"

#include <budgetdiff/model/snapshot.hpp>

#include <cstddef>
#include <limits>
#include <vector>

namespace budgetdiff::matching {

/// How the projects of the later snapshot relate to those of the earlier one
/// before anything is weighed.
struct Namesakes {
  static constexpr std::size_t none = std::numeric_limits<std::size_t>::max();

  /// For each later project an earlier one of the very same name, or `none`.
  std::vector<std::size_t> of_later;
  /// Pairs alike in everything whose name stands once on each side, names no
  /// year (last year's line may look like this year's other one), and about
  /// which no decision says otherwise. Ascending by `to`.
  std::vector<Candidate> unchanged;
};

[[nodiscard]] Namesakes find_namesakes(const Snapshot& from, const Snapshot& to,
                                       const Constraints& constraints);

}  // namespace budgetdiff::matching
