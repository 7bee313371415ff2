#pragma once

/// Columns of drawn tables that no line parts.

#include "import/page/page_content.hpp"

#include <vector>

namespace budgetdiff::import {

/// Adds the lines between columns of `table` that its header tells and print left away: where
/// merged cells alone are framed, names and targets beside them have lines between their rows only.
/// Two words that head columns stand in one cell then, with a white strip between them all the way
/// down; or lines part the columns below a cell of the header that holds the heads of all of them.
void add_undrawn_columns(Rules& table, const std::vector<PdfWord>& words);

}  // namespace budgetdiff::import
