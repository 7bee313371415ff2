#pragma once

/// Rows whose names print to text gives one below the other, and their figures behind these, on
/// lines of their own.

#include "import/page/line_blocks.hpp"
#include "import/page/text_rows.hpp"

#include <vector>

namespace budgetdiff::import {

/// Closes up the lines that hold nothing but figures of rows whose names stand elsewhere:
/// categories stand beside the names, and such lines are none of the table's height. Moves all
/// lines of `columns`, and `rows`, up by them.
void close_up(std::vector<ColumnText>& columns, std::vector<TextRow>& rows);

}  // namespace budgetdiff::import
