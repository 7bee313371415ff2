/// Cells that go on where print had room for what follows.

#include "import/stream/short_lines.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace budgetdiff::import {
namespace {

using Lines = std::vector<std::string>;

/// How many doubts there are of rows with these names, all with a target.
std::size_t doubts(const std::vector<Lines>& names) {
  Grid grid(1 + names.size(), 2);
  for (std::size_t r = 0; r < names.size(); ++r) {
    Cell name;
    name.row = r + 1;
    for (const std::string& line : names[r]) {
      name.lines.push_back({to_code_points(line), {}});
    }
    grid.add(std::move(name));
    Cell target;
    target.row = r + 1;
    target.column = 1;
    target.lines.push_back({U"≥9项", {}});
    grid.add(std::move(target));
  }
  doubt_short_lines({Role::level3, Role::value}, 1, grid);
  return grid.doubts.size();
}

TEST(ShortLines, AreThoseThatHadRoomForTheNextLine) {
  // 有效节约 is a target whose name was taken for the rest of this one.
  EXPECT_EQ(doubts({{"编制规划套数"}, {"节约财政资金", "有效节约"}, {"受益群众满意度得分"}}), 1U);
  EXPECT_EQ(doubts({{"编制规划套数"}, {"节约财政资金"}, {"受益群众满意度得分"}}), 0U);
}

TEST(ShortLines, AreNoneWherePrintHadToBreak) {
  EXPECT_EQ(doubts({{"河道清淤长度"}, {"受益群众满意度", "（%）"}}), 0U);
  // No word of figures is cut, and no mark stands at the end of a line that opens one.
  EXPECT_EQ(doubts({{"完成整治河道数量"}, {"农村供水工程", "2024年度完成率"}}), 0U);
  EXPECT_EQ(doubts({{"完成整治河道"}, {"农村供水", "（含高标准农田）"}}), 1U);
}

TEST(ShortLines, HoldNoComparatorOfAnotherColumn) {
  EXPECT_EQ(doubts({{"减少经济损失情况", "定性", "明显减少"}, {"设施使用年限"}}), 1U);
}

}  // namespace
}  // namespace budgetdiff::import
