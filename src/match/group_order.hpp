#pragma once

/// The order in which an alignment lists its groups, and its single projects.

#include <budgetdiff/model/alignment.hpp>

#include <vector>

namespace budgetdiff::matching {

/// Adds a group of its own for every project that is not taken: added and
/// removed projects.
void add_unpaired(const std::vector<bool>& taken_from, const std::vector<bool>& taken_to,
                  Alignment& alignment);

/// Puts positions inside groups, indicators and the groups themselves into the
/// order that model/alignment.hpp promises; removed projects come last.
void sort_groups(Alignment& alignment);

}  // namespace budgetdiff::matching
