#pragma once

/// Projects that one document shows in a list and in forms of their own.

#include "import/table/records.hpp"

namespace budgetdiff::import {

/// Takes one of the two of each, the one with indicators and rather the form;
/// says so in a finding. What it lacks (amounts, a goal) it has from the other.
void take_one_of_two(TableRecords& records);

}  // namespace budgetdiff::import
