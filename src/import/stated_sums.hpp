#pragma once

/// What a table states of its sums against what its projects add up to.

#include <budgetdiff/model/finding.hpp>
#include <budgetdiff/model/snapshot.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace budgetdiff::import {

/// The sum of the projects' amounts in a column; one without an amount counts as zero.
[[nodiscard]] Amount sum_of_column(const Snapshot& snapshot, std::string_view column);

/// A finding for each column whose stated total (合计, which stands at `place`) is not what the
/// projects add up to.
[[nodiscard]] std::vector<Finding> sum_mismatches(const Snapshot& snapshot, const Place& place);

/// That a unit's row states another amount than its projects add up to.
[[nodiscard]] Finding subtotal_mismatch(const std::string& unit, std::string_view column,
                                        const Amount& stated, const Amount& sum,
                                        const Place& place);

}  // namespace budgetdiff::import
