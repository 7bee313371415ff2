#pragma once

/// Indicators whose name and target stand in one cell, a row each (三级指标: 建档率≥90%), in a
/// table without a column of targets.

#include "import/table/records.hpp"

namespace budgetdiff::import {

/// Parts names from targets where no row of the table has a target of its own and most names hold
/// one, as lists in one cell do (read_free_item()). A row whose text has none stays as it is.
void take_targets_of_names(TableRecords& records);

}  // namespace budgetdiff::import
