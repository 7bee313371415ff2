#pragma once

/// Amounts and targets of several years or stages that stand side by side: which of
/// them are the snapshot's own.

#include "import/table/columns.hpp"
#include "import/table/records.hpp"

#include <budgetdiff/model/finding.hpp>
#include <budgetdiff/model/snapshot.hpp>

#include <optional>
#include <string_view>
#include <vector>

namespace budgetdiff::import {

/// Gives the columns of other years than `year` keys of their own: `previous_year` for the
/// total of the year before, else their published words. Says which year was taken: where
/// `year` is none of them, the nearest before it; where it is unknown, the last, or the first
/// of a table that calls itself a plan. Nothing where the amounts are of one year.
[[nodiscard]] std::optional<Finding> choose_year(TableRecords& records, std::optional<int> year);

/// Takes, of targets that stand side by side, those of the snapshot's year (chosen as
/// choose_year() does) and stage, and says which columns these are. The others have no place
/// in a snapshot.
[[nodiscard]] std::vector<Finding> choose_targets(TableRecords& records, std::optional<int> year,
                                                  std::string_view stage);

/// Adds the finding that a header's table has targets in columns that are not read, once.
void say_targets_left_out(const Header& header, TableRecords& records);

/// Makes the amounts of the snapshot's stage its totals, where the table shows
/// several stages, and says which column that is. Nothing where it shows one.
[[nodiscard]] std::optional<Finding> choose_stage(Snapshot& snapshot, const TableRecords& records);

}  // namespace budgetdiff::import
