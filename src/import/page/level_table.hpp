#pragma once

/// One table with lines between its rows only.

#include "import/page/column_rules.hpp"
#include "import/page/level.hpp"
#include "import/page/page_content.hpp"

#include <vector>

namespace budgetdiff::import {

/// Adds the lines that the table of `levels`, from top to bottom, leaves away. `before` are the
/// columns of the page before. Returns its columns; none, and nothing added, where the lines
/// tell none.
[[nodiscard]] std::vector<double> add_table_rules(std::vector<Level> levels, const PdfPage& page,
                                                  const ColumnsBefore& before, Rules& added);

}  // namespace budgetdiff::import
