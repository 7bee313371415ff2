#pragma once

/// The change of one group of projects.

#include "diff/change_id.hpp"

#include <budgetdiff/model/alignment.hpp>
#include <budgetdiff/model/change_set.hpp>
#include <budgetdiff/model/snapshot.hpp>

#include <vector>

namespace budgetdiff {

/// Everything that differs in one group. Money is compared in the later unit.
[[nodiscard]] ProjectChange diff_group(const Snapshot& from, const Snapshot& to,
                                       const AlignedGroup& group, const ChangeIds& ids);

/// The differences of two sets of amounts by column, in their own units; equal
/// and identical columns are left out.
[[nodiscard]] std::vector<AmountChange> diff_funding(const Funding& from, const Funding& to,
                                                     const Snapshot& from_snapshot,
                                                     const Snapshot& to_snapshot,
                                                     const ChangeIds& ids, std::string_view owner);

/// The references to the projects at these positions, without content.
[[nodiscard]] std::vector<ProjectRef> refs_to(const Snapshot& snapshot,
                                              const std::vector<std::size_t>& positions);

}  // namespace budgetdiff
