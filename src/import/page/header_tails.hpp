#pragma once

/// The last lines of a header's tall cells: 预算金 | 额 | （万元） beside 项目名称 in one line. No
/// word of the vocabulary needs them, so that the search for a header stops before.

#include "import/page/header_cells.hpp"
#include "import/page/header_lines.hpp"

#include <vector>

namespace budgetdiff::import {

/// Adds lines below `band` (of a page with places, no text) to its cells, where each of their words
/// goes on with a cell of two lines or more at that cell's own distance of lines. The rows of the
/// table begin at another, or have words elsewhere.
void take_tails(HeaderBand& band, const std::vector<WordLine>& lines);

}  // namespace budgetdiff::import
