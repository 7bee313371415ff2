#pragma once

/// What is so of a whole table, and is said once and not of each project.

#include "import/table/records.hpp"

#include <budgetdiff/model/finding.hpp>
#include <budgetdiff/model/snapshot.hpp>

#include <vector>

namespace budgetdiff::import {

/// Whether any of several projects has a goal. Where none has one, that is the form's way; of
/// a table with one project it is the project's lack, and this is true.
[[nodiscard]] bool any_has_goal(const TableRecords& records);

/// Adds what no project has (goals, totals, categories of indicators), and which columns and
/// labels a snapshot has no place for.
void say_of_whole_table(const Snapshot& snapshot, const TableRecords& records,
                        std::vector<Finding>& findings);

}  // namespace budgetdiff::import
