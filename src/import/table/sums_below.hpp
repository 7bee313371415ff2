#pragma once

/// Rows of sums below what they sum up, whatever they are called.

#include "import/table/records.hpp"

#include <budgetdiff/model/finding.hpp>

#include <vector>

namespace budgetdiff::import {

/// Takes projects out that are no projects: in a list whose others all have a goal or indicators,
/// one with neither whose total is the sum of the rows right above it: 农业类 汇总, as Excel writes
/// it, 全部项目. One row alone is summed up only by a name that says so. What sums up all of them
/// is the table's stated total, where it states none. The findings name them. REQUIRES: units of
/// cells are taken
[[nodiscard]] std::vector<Finding> take_sums_below(TableRecords& records);

}  // namespace budgetdiff::import
