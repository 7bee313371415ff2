#pragma once

/// Rows of a table with lines between its rows only that lack the line at their end: print draws
/// none where a page cuts a row, or above a header.

#include "import/page/level.hpp"
#include "import/page/level_columns.hpp"
#include "import/page/page_content.hpp"

#include <vector>

namespace budgetdiff::import {

/// Adds the lines that such rows at the table's head and foot lack to its `levels`: above a header
/// that stands over the first line, or the rest of a row of the page before; below the rest of a
/// row that the page cuts.
void close_open_rows(std::vector<Level>& levels, const LevelColumns& columns, const PdfPage& page);

}  // namespace budgetdiff::import
