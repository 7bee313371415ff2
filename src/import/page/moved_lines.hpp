#pragma once

/// Lines of a table in text whose heights are better known than print shows them.

#include "import/page/line_blocks.hpp"
#include "import/page/text_rows.hpp"

#include <map>
#include <vector>

namespace budgetdiff::import {

/// Moves the lines of `columns` that stand at the heights of `places` to where these say, and what
/// stands between or beyond them along with them. Rows' ends go with their first and last lines.
void move_lines(const std::map<double, double>& places, std::vector<ColumnText>& columns,
                std::vector<TextRow>& rows);

}  // namespace budgetdiff::import
