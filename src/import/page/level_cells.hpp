#pragma once

/// The cells of categories in a table with a row an indicator: which rows each spans.

#include "import/page/row_grid.hpp"
#include "import/page/row_table.hpp"
#include "import/page/spanned_cells.hpp"
#include "import/page/text_projects.hpp"

#include <cstddef>
#include <vector>

namespace budgetdiff::import {

/// Places the categories of all rows; those that may stand elsewhere become doubts of the grid.
/// How unlikely a project begins in each row, as doubts_of_projects() has it; empty where no
/// categories of the first level tell. REQUIRES: there are rows, with their edges
[[nodiscard]] std::vector<double> place_levels(const RowTable& table, RowGrid& grid);

/// Places the categories of one project of text, `band`, which has the rows [first, last). The
/// document's style learns what they show. `align` is that of the whole table.
/// REQUIRES: first < last
void place_band_levels(const RowTable& table, const TextBand& band, std::size_t first,
                       std::size_t last, SpanAlign align, RowGrid& grid);

}  // namespace budgetdiff::import
