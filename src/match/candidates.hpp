#pragma once

/// Which pairs are worth comparing, from an inverted index.

#include "match/corpus.hpp"

#include <compare>
#include <vector>

namespace budgetdiff::matching {

struct Candidate {
  std::size_t from = 0;
  std::size_t to = 0;

  friend auto operator<=>(const Candidate&, const Candidate&) = default;
};

/// For every wanted project of either side those of the other side that share
/// most telling tokens of name, goal and indicators with it: a pair is named
/// when either side names the other. Ascending, each once. Cost grows with
/// the number of wanted projects, not with the number of pairs.
[[nodiscard]] std::vector<Candidate> find_candidates(const Corpus& corpus,
                                                     const std::vector<bool>& wanted_from,
                                                     const std::vector<bool>& wanted_to);

}  // namespace budgetdiff::matching
