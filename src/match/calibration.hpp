#pragma once

/// From what speaks for a group to how often such groups are right.

#include "match/grouping.hpp"

namespace budgetdiff::matching {

/// Per mille; at least 500 for any group that is made. As measured: docs/matching.md,
/// "Confidence and doubt".
[[nodiscard]] int confidence_of(const ProjectGroup& group);

}  // namespace budgetdiff::matching
