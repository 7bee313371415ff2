#pragma once

/// Cells that print shows a part of: their rows are lower than their text is high.

#include "import/table/grid.hpp"

#include <vector>

namespace budgetdiff::import {

/// The cells of `grid`, one of `blocks`, whose text goes on above or below what is seen and not on
/// another page: of a merged cell that a page cuts, spreadsheets draw all of the text on both
/// pages and clip it to each.
[[nodiscard]] std::vector<const Cell*> clipped_cells(const std::vector<Block>& blocks,
                                                     const Grid& grid);

/// The cells whose one line fills them to the last letter, where no cell of the table has a second
/// line and one of them surely goes on (it ends inside a category, a bracket or a sentence): a
/// spreadsheet that wraps no text shows as much of it as its cell is wide. Texts that stand in the
/// middle of their cells, and figures, are none. Without places on a page there are none.
[[nodiscard]] std::vector<const Cell*> cells_full_to_the_side(const Grid& grid);

/// Drops the line that both pages show of a cell that is clipped so: half of it stands at the foot
/// of the one, and half at the head of the other.
void drop_lines_seen_twice(std::vector<Block>& blocks);

}  // namespace budgetdiff::import
