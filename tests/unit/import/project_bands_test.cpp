/// Which rows of a table without upright lines are which project's.

#include "import/page/project_bands.hpp"
#include "import/page/project_starts.hpp"

#include <gtest/gtest.h>

#include <string>
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

TEST(ProjectStarts, AreNoneAmidRowsThatRepeatACategory) {
  const std::string output = "产出指标";
  const std::string effect = "效益指标";
  // Two rows of the project of the page before, and then one of three rows.
  const std::vector<double> each =
      doubts_of_projects({effect, effect, output, output, effect}, {0, 1, 2, 3, 4}, 5);
  EXPECT_EQ(each[2], 0);
  EXPECT_GT(each[1], 0);
  EXPECT_GT(each[3], 0);
  // Where categories span their rows, the same again is another project's.
  EXPECT_EQ(doubts_of_projects({output, output}, {0, 2}, 4)[2], 0);
}

TEST(Dividers, SayNothingWhereTwoProjectsStandBetweenThem) {
  RowDoubts doubts;
  add_divided_rows({110, 210}, {130, 180}, {100, 200}, doubts);
  EXPECT_TRUE(doubts.empty());
}

}  // namespace
}  // namespace budgetdiff::import
