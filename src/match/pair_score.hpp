#pragma once

/// How likely two projects are one: features, and the log odds they add up to.

#include "match/corpus.hpp"

#include <cstdint>

namespace budgetdiff::matching {

/// What is alike in a pair. Shares are per mille of the weight of tokens.
struct PairFeatures {
  enum class Names { different, year_rolled, normalized, exact };

  Names names = Names::different;
  bool same_code = false;
  bool reused_code = false;  ///< the same, but given to other work: see doubt_reused_codes()
  bool same_stem = false;
  bool abbreviated = false;  ///< one name is the other's with words cut short
  bool different_code = false;
  int name = 0;       ///< shared weight, twice, of the weight of both
  int name_in_a = 0;  ///< shared weight of the weight of a: how far b covers a
  int name_in_b = 0;
  bool goals = false;  ///< both have one
  bool same_goal = false;
  int goal = 0;
  int goal_in_a = 0;
  int goal_in_b = 0;
  bool indicators = false;  ///< both have some
  int indicator = 0;
  int indicator_in_a = 0;
  int indicator_in_b = 0;
  int shared_indicators = 0;    ///< equal names
  bool totals = false;          ///< both are known and not zero
  int total = 0;                ///< the smaller of the larger, per mille
  bool level_conflict = false;  ///< （市级） against （区本级）
  bool phase_conflict = false;  ///< （一期） against （二期）
  bool year_conflict = false;   ///< years that no common shift explains
  bool different_unit = false;  ///< spending units, where both name one
  bool one_qualified = false;   ///< only one of the two is a part of something
};

[[nodiscard]] PairFeatures compare(const Corpus& corpus, const ProjectView& from,
                                   const ProjectView& to);

/// The same for two alike in everything, without looking at weights.
[[nodiscard]] PairFeatures features_of_unchanged(const ProjectView& from, const ProjectView& to);

/// Log odds in thousandths of a nat that the pair is one project.
[[nodiscard]] std::int64_t score(const PairFeatures& features);

}  // namespace budgetdiff::matching
