#pragma once

/// Tables whose rows no lines part.

#include "import/pdf/pushed_lines.hpp"
#include "import/pdf/table_frame.hpp"

#include <vector>

namespace budgetdiff::import {

/// Whether one row of a table's lines holds most of its height and several amounts below each
/// other: lines stand above and below the header and at the table's end (三线表), or between
/// columns only, and the rows are to be told by what stands in them. Where a table of the
/// page before did whose columns are `before`, and this one goes on with it, two amounts or targets
/// are enough. So are two amounts in each of two columns where a third has several targets.
[[nodiscard]] bool hides_rows(const TableFrame& frame, const AreaWords& words, int page,
                              const std::vector<double>& before);

}  // namespace budgetdiff::import
