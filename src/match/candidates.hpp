#pragma once

/// Which pairs are worth comparing, from an inverted index.

#include "match/constraints.hpp"
#include "match/corpus.hpp"

#include <vector>

namespace budgetdiff::matching {

/// For every wanted project of either side those of the other side that share
/// most telling tokens of name, goal and indicators with it: a pair is named
/// when either side names the other. Ascending, each once. Cost grows with
/// the number of wanted projects, not with the number of pairs. Unchanged
/// projects are neither asked nor named.
[[nodiscard]] std::vector<Candidate> find_candidates(const Corpus& corpus,
                                                     const std::vector<bool>& wanted_from,
                                                     const std::vector<bool>& wanted_to);

}  // namespace budgetdiff::matching
