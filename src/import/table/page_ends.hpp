#pragma once

/// Tables that go on over the end of a page.

#include "import/table/grid.hpp"

#include <variant>
#include <vector>

namespace budgetdiff::import {

/// Whether a table stands at the foot of a page and the other at the head of the next, both with
/// rows and with columns that have places.
[[nodiscard]] inline bool is_page_end(const Grid& above, const Grid& below) {
  return !above.edges.empty() && !below.edges.empty() && above.rows() > 0 && below.rows() > 0 &&
         above.place.page > 0 && below.place.page == above.place.page + 1;
}

/// Calls `mend(above, below)` for each two such tables with nothing between them, from the first
/// on; a line between them is no page's end.
template <typename Mend>
void for_page_ends(std::vector<Block>& blocks, Mend mend) {
  Grid* last = nullptr;
  for (Block& block : blocks) {
    Grid* const grid = std::get_if<Grid>(&block);
    if (grid != nullptr && last != nullptr && is_page_end(*last, *grid)) {
      mend(*last, *grid);
    }
    last = grid;
  }
}

}  // namespace budgetdiff::import
