/// Cells that show a part of their text.

#include "import/table/clipped_cells.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace budgetdiff::import {
namespace {

/// How many cells of one column, 104 points wide with letters of ten, are full to the side.
std::size_t full(const std::vector<std::string>& texts) {
  Grid grid(texts.size(), 1);
  grid.edges = {50, 154};
  for (std::size_t i = 0; i < texts.size(); ++i) {
    Cell cell;
    cell.row = i;
    const std::u32string text = to_code_points(texts[i]);
    Place place;
    place.page = 1;
    place.box = Box{52, 20.0 * static_cast<double>(i), 52 + 10 * static_cast<double>(text.size()),
                    20.0 * static_cast<double>(i) + 10};
    cell.lines.push_back({text, place});
    grid.add(std::move(cell));
  }
  return cells_full_to_the_side(grid).size();
}

TEST(ClippedCells, AreFullToTheSideWhereOneSurelyGoesOn) {
  EXPECT_EQ(full({"小型水库除险加固工程", "河道清淤工程（含白蚁", "巡查"}), 2U);
  EXPECT_EQ(full({"小型水库除险加固工程", "河道清淤（白蚁防治）", "巡查"}), 0U);
}

}  // namespace
}  // namespace budgetdiff::import
