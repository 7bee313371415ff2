#include "import/sheet/sheet_grids.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace budgetdiff::import {
namespace {

using testing::HasSubstr;

const Grid& grid_of(const GridDocument& document) {
  return std::get<Grid>(document.blocks.front());
}

TEST(SheetGrids, PutsCellsInTheirPlacesWhateverTheirOrder) {
  SheetGrids sheets("xls", "x.xls");
  sheets.begin("表");
  EXPECT_TRUE(sheets.add(2, 1, "b"));
  EXPECT_TRUE(sheets.add(0, 0, "a"));
  sheets.merge({0, 0, 2, 2});
  sheets.merge({5, 5, 2, 2});
  ASSERT_TRUE(sheets.end());
  const GridDocument document = sheets.take();
  const Grid& grid = grid_of(document);
  EXPECT_EQ(grid.rows(), 3U);
  EXPECT_EQ(grid.columns(), 2U);
  ASSERT_NE(grid.at(1, 1), nullptr);
  EXPECT_EQ(grid.at(1, 1)->packed(), U"a");
  EXPECT_EQ(to_string(grid.at(2, 1)->place), "表!B3");
}

TEST(SheetGrids, LeavesOutWhatIsHiddenAndSaysSo) {
  SheetGrids sheets("xls", "x.xls");
  sheets.begin("表");
  sheets.hide_row(1);
  sheets.hide_column(2);
  for (std::size_t row = 0; row < 4; ++row) {
    EXPECT_TRUE(sheets.add(row, 1, "b"));
    EXPECT_TRUE(sheets.add(row, 2, "guid"));
  }
  // A project's cell over three rows of which the first is hidden still shows.
  EXPECT_TRUE(sheets.add(1, 0, "project"));
  sheets.merge({1, 0, 3, 1});
  ASSERT_TRUE(sheets.end());
  const GridDocument document = sheets.take();
  const Grid& grid = grid_of(document);
  EXPECT_EQ(grid.at(1, 1), nullptr);
  ASSERT_NE(grid.at(3, 0), nullptr);
  EXPECT_EQ(grid.at(3, 0)->packed(), U"project");
  EXPECT_EQ(grid.at(3, 0)->row, 2U);
  ASSERT_EQ(document.findings.size(), 1U);
  EXPECT_EQ(in_english(document.findings[0].message),
            "5 cells stand in hidden rows or columns of the sheet and were passed over");
}

TEST(SheetGrids, RefusesMergedCellsThatLieOverOneAnother) {
  SheetGrids sheets("xls", "x.xls");
  sheets.begin("S");
  for (std::size_t row = 0; row < 100; ++row) {
    ASSERT_TRUE(sheets.add(row, 0, "a"));
    sheets.merge({row, 0, 100, 100});
  }
  EXPECT_FALSE(sheets.end());
  ASSERT_TRUE(sheets.problem());
  EXPECT_EQ(in_english(*sheets.problem()),
            "x.xls:S!A3: merged cells lie over one another; save the part with the table alone");
}

TEST(SheetGrids, BoundsAllSheetsTogether) {
  // Each sheet alone is one that people may have; a thousand of them in a small
  // file are not.
  SheetGrids sheets("xls", "x.xls");
  bool good = true;
  std::size_t count = 0;
  for (; good && count < 1000; ++count) {
    sheets.begin("S");
    good = sheets.add(65'535, 99, "far") && sheets.end();
  }
  EXPECT_FALSE(good);
  EXPECT_EQ(count, 4U);
  EXPECT_THAT(in_english(*sheets.problem()), HasSubstr("x.xls:S: the sheet is too large"));
}

}  // namespace
}  // namespace budgetdiff::import
