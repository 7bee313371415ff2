#pragma once

/// Rows of indicators that the row of a department was given, which stands above its projects.

#include "import/table/records.hpp"

#include <budgetdiff/model/finding.hpp>

#include <vector>

namespace budgetdiff::import {

/// The row of the table's own department has no indicators. Where pages show no lines, the first
/// rows below it may have been taken for its own, since the next project's name stands in the
/// middle of its rows: gives them to that project, and returns what says that they are a guess.
/// Only a row without amount and goal is one, above a project that has indicators.
[[nodiscard]] std::vector<Finding> give_rows_of_department(TableRecords& records);

}  // namespace budgetdiff::import
