#pragma once

/// Rows of spending units that a table repeats under each page's header.

#include "import/text/page_structure.hpp"
#include "import/text/source_lines.hpp"

#include <vector>

namespace budgetdiff::import {

/// For each line of the body whether it belongs to such a row: it stands right
/// under a repeated header and says, name and amounts, what a row before it
/// said that has neither goal nor indicators.
[[nodiscard]] std::vector<bool> find_repeated_rows(const std::vector<Line>& lines,
                                                   const TableText& table);

}  // namespace budgetdiff::import
