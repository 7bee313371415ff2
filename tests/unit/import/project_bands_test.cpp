/// Which rows of a table without upright lines are which project's.

#include "import/page/project_bands.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace budgetdiff::import {
namespace {

TEST(Dividers, AreLinesThatRunOverTheNamesOfProjects) {
  ColumnText names;
  names.role = Role::project_name;
  names.lines.resize(1);
  names.lines[0].box = {50, 100, 150, 110};
  // Between two projects; between two indicators of one; over another column.
  const std::vector<Rule> lines{{200, 40, 500}, {150, 200, 500}, {300, 300, 500}};
  EXPECT_EQ(divider_heights({names}, lines), std::vector<double>{200});
  EXPECT_TRUE(divider_heights({}, lines).empty()) << "nothing is known without names";
}

TEST(Dividers, KeepRowsFromTheProjectsBeyondThem) {
  RowDoubts doubts;
  add_divided_rows({110, 150, 210}, {130, 250}, {100, 200, 300}, doubts);
  ASSERT_EQ(doubts.size(), 2U);
  EXPECT_EQ(doubts[0][0] + doubts[0][1], 0);
  EXPECT_GT(doubts[0][2], 0);
  EXPECT_GT(doubts[1][0], 0);
  EXPECT_EQ(doubts[1][2], 0);
}

TEST(Dividers, SayNothingWhereTwoProjectsStandBetweenThem) {
  RowDoubts doubts;
  add_divided_rows({110, 210}, {130, 180}, {100, 200}, doubts);
  EXPECT_TRUE(doubts.empty());
}

}  // namespace
}  // namespace budgetdiff::import
