#pragma once

/// One row of a table with a header, its cells read by their columns.

#include "import/table/columns.hpp"
#include "import/table/grid.hpp"
#include "import/table/records.hpp"

#include <cstddef>
#include <vector>

namespace budgetdiff::import {

/// What stands behind an amount in its cell and was not read.
struct BesideAmount {
  std::string word;  ///< of the amount's column
  std::u32string text;
  Place place;
};

struct ListRow {
  ProjectText project;
  std::vector<IndicatorText> indicators;  ///< one of each of the header's groups
  bool has_money = false;
  bool has_indicator = false;
  std::vector<BesideAmount> left_out;
  Place place;  ///< of its first cell with text; empty where it has none
};

/// Reads row `row` of `grid`. `map` gives the header's column of each of the
/// grid's. Cells that span from above belong to the row in which they begin.
[[nodiscard]] ListRow read_list_row(const Grid& grid, std::size_t row, const Header& header,
                                    const std::vector<std::size_t>& map, Places& places);

}  // namespace budgetdiff::import
