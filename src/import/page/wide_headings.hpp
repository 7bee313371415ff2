#pragma once

/// Headings over several columns of a table with lines between its rows only.

#include "import/page/level.hpp"
#include "import/page/level_columns.hpp"
#include "import/page/level_walls.hpp"
#include "import/page/page_content.hpp"

#include <vector>

namespace budgetdiff::import {

/// Takes away the borders below headings that are shorter than the columns they stand over: in a
/// header's row, where no cell is blank for want of text, the widest run of cells in whose middle
/// a heading stands is its.
void open_headings(const std::vector<Level>& levels, const LevelColumns& columns,
                   const PdfPage& page, LevelWalls& walls);

}  // namespace budgetdiff::import
