#pragma once

/// Projects of text whose table repeats them in each row: print to text puts letters of one of the
/// rows out of order, or a page's end parts one, and the same project looks like another.

#include "import/table/records.hpp"

namespace budgetdiff::import {

/// Joins neighbours with a row an indicator in text that have one name, one code and the same
/// amounts. The goal is that of most rows, else the longest; a finding says of each that it is a
/// guess.
void join_repeated_projects(TableRecords& records);

}  // namespace budgetdiff::import
