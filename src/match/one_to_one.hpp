#pragma once

/// The best one-to-one pairing of two snapshots, as one global decision.

#include "match/candidates.hpp"
#include "match/pair_score.hpp"

#include <vector>

namespace budgetdiff::matching {

/// A compared pair.
struct ScoredPair {
  Candidate at;
  PairFeatures features;
  std::int64_t score = 0;
};

struct PairedProjects {
  std::size_t from = 0;
  std::size_t to = 0;
  PairFeatures features;
  std::int64_t score = 0;
  /// What is lost if this pair is not made: its score, or less where one of
  /// the two has another good partner. Log odds in thousandths of a nat.
  std::int64_t margin = 0;
};

struct OneToOne {
  std::vector<PairedProjects> pairs;     ///< likelier than not; ascending by `from`
  std::vector<PairedProjects> doubtful;  ///< the best of what is left
  std::vector<ScoredPair> compared;  ///< ascending; pairs that were settled at once are not in it
};

/// Pairs and parts less likely than one in four are not even doubtful.
constexpr std::int64_t least_doubtful_odds = -1100;

/// What two projects have in common, as the pairing weighed it; compared now where it did not.
[[nodiscard]] PairFeatures features_between(const Corpus& corpus, const OneToOne& pairing,
                                            std::size_t from, std::size_t to);

[[nodiscard]] OneToOne pair_projects(const Corpus& corpus, const Constraints& constraints);

}  // namespace budgetdiff::matching
