#pragma once

/// The cells of a header that was found by its words, in the grid of its table.

#include "import/page/header_cells.hpp"
#include "import/page/header_groups.hpp"
#include "import/page/page_content.hpp"
#include "import/table/grid.hpp"

#include <vector>

namespace budgetdiff::import {

/// Adds the header's cells to a grid of as many columns, with the categories of `groups` in a row
/// above those of theirs. `words`: of the page's part.
void add_header_cells(const HeaderBand& header, const std::vector<HeaderGroup>& groups,
                      const std::vector<PdfWord>& words, int page, Grid& grid);

}  // namespace budgetdiff::import
