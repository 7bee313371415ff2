#pragma once

/// Three versions of the decisions on one pair of years into one.

#include <budgetdiff/model/decision.hpp>

#include <vector>

namespace budgetdiff {

struct MergedDecisions {
  std::vector<Decision> decisions;
  /// Of the other side, in its order: not taken, as the preferred side said something new of the
  /// same projects.
  std::vector<Decision> passed_over;
};

/// What either side decided or took back since `base` stands: the preferred side's decisions in its
/// order, then those that only the other side added. Where both spoke of the same project the
/// preferred side's word does.
[[nodiscard]] MergedDecisions merge_decisions(const std::vector<Decision>& base,
                                              const std::vector<Decision>& preferred,
                                              const std::vector<Decision>& other);

}  // namespace budgetdiff
