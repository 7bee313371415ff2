/// Tables whose merged cells a page cuts: print draws their text in their middle, on one of the
/// pages, or a part of it on each.

#include "page_tables.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace budgetdiff::import {
namespace {

using testing::ElementsAre;

const std::vector<double> four{0, 100, 160, 300, 400, 460};
const Rows head{{"项目名称", "金额", "绩效目标", "三级指标", "指标值"}};

Rows below_head(const Rows& rows) {
  Rows out = head;
  out.insert(out.end(), rows.begin(), rows.end());
  return out;
}

TEST(CutMergedCells, BeginBelowTheBlankEndOfAnother) {
  // The road's cell ends blank on the second page, and the lamps' begins so.
  const ImportedTable out =
      read({table(1, four,
                  below_head({{"桥梁检测", "1.00", "检测桥梁。", "检测次数", "≥3次"},
                              {"道路养护", "2.00", "养护道路。", "养护里程", "≥4公里"}})),
            table(2, four,
                  below_head({{"", "", "", "养护合格率", "≥95%"},
                              {"^", "^", "^", "养护时间", "全年"},
                              {"", "", "更换路灯，", "更换数量", "≥5盏"}})),
            table(3, four, below_head({{"路灯节能", "3.00", "节约用电。", "节电量", "≥6度"}}))});
  ASSERT_EQ(out.snapshot.projects.size(), 3U);
  EXPECT_THAT(names_of(out.snapshot.projects[1]),
              ElementsAre("养护里程", "养护合格率", "养护时间"));
  EXPECT_THAT(names_of(out.snapshot.projects[2]), ElementsAre("更换数量", "节电量"));
  EXPECT_EQ(out.snapshot.projects[2].goal, "更换路灯，节约用电。");
}

TEST(CutMergedCells, GoOnBehindThePagesEndWhereNoLineIsDrawnBelowThem) {
  // Its name and its amount, of two lines each, are cut between these.
  Grid first =
      table(1, four, below_head({{"城市路灯", "1904.8", "更换路灯，", "更换数量", "≥5盏"}}));
  Grid open(first.rows(), first.columns());
  open.edges = first.edges;
  open.place = first.place;
  for (Cell cell : first.cells()) {
    cell.open_below = cell.row == 1 && cell.column < 3;
    open.add(std::move(cell));
  }
  const ImportedTable out =
      read({std::move(open),
            table(2, four,
                  below_head({{"节能", "138", "节约用电。", "节电量", "≥6度"},
                              {"桥梁检测", "1.00", "检测桥梁。", "检测次数", "≥3次"}}))});
  ASSERT_EQ(out.snapshot.projects.size(), 2U);
  EXPECT_EQ(out.snapshot.projects[0].name, "城市路灯节能");
  EXPECT_EQ(out.snapshot.projects[0].goal, "更换路灯，节约用电。");
  EXPECT_THAT(names_of(out.snapshot.projects[0]), ElementsAre("更换数量", "节电量"));
}

TEST(CutMergedCells, SayTheGoalOfARowThatHasNoName) {
  const ImportedTable out =
      read({table(1, four,
                  below_head({{"桥梁检测", "1.00", "检测桥梁。", "检测次数", "≥3次"},
                              {"", "", "养护道路。", "养护里程", "≥4公里"},
                              {"路灯节能", "3.00", "节约用电。", "节电量", "≥6度"}}))});
  const std::vector<std::string> codes = codes_of(out);
  EXPECT_NE(std::find(codes.begin(), codes.end(), "text-left-over"), codes.end());
}

}  // namespace
}  // namespace budgetdiff::import
