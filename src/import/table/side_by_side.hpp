#pragma once

/// Amounts of several years or stages that stand side by side: which of them
/// are the snapshot's own.

#include "import/table/records.hpp"

#include <budgetdiff/model/finding.hpp>
#include <budgetdiff/model/snapshot.hpp>

#include <optional>

namespace budgetdiff::import {

/// Gives the columns of other years than `year` (the latest year there, where it
/// is unknown or none of them) keys of their own: `previous_year` for the total
/// of the year before, else their published words. Says which year was taken.
/// Nothing where the amounts are of one year.
[[nodiscard]] std::optional<Finding> choose_year(TableRecords& records, std::optional<int> year);

/// Makes the amounts of the snapshot's stage its totals, where the table shows
/// several stages, and says which column that is. Nothing where it shows one.
[[nodiscard]] std::optional<Finding> choose_stage(Snapshot& snapshot, const TableRecords& records);

}  // namespace budgetdiff::import
