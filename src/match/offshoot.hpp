#pragma once

/// Parts whose forms are filled in as those of the project they stand beside.

#include "match/corpus.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace budgetdiff::matching {

/// Of whom a part is an offshoot, as far as its form tells.
struct Offshoot {
  std::int64_t odds = 0;            ///< to be added, in thousandths of a nat; 0: of nobody
  const ProjectView* of = nullptr;  ///< `whole` or one of `members`
};

/// Whether the form of `part` is that of `whole`, which stands on the other side, or
/// of one of its other members, `members` of `views`: the goal of one stands word for
/// word in the other's and in no third project's, and half of the indicators are the
/// same.
[[nodiscard]] Offshoot find_offshoot(const Corpus& corpus, const ProjectView& part,
                                     const ProjectView& whole,
                                     const std::vector<ProjectView>& views,
                                     const std::vector<std::size_t>& members);

}  // namespace budgetdiff::matching
