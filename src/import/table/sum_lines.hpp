#pragma once

/// Lines of text below a list that sum it, where no line makes them a row of its table.

#include "import/table/columns.hpp"
#include "import/table/grid.hpp"
#include "import/table/records.hpp"

namespace budgetdiff::import {

/// Takes a line that begins with the word of a sum and has as many amounts as the list has columns
/// of money (合计 1,200.00 1,000.00 200.00) for the stated total, if none was read yet; says that
/// it was left out where the amounts are fewer or more. Other lines are none of its business.
void take_sum_line(const TextLine& line, const Header& header, TableRecords& records);

}  // namespace budgetdiff::import
