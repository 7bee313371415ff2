#include "import/stream/row_doubts.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace budgetdiff::import {
namespace {

using Lines = std::vector<std::string>;

/// How many doubts there are of rows whose cells have these lines.
std::size_t doubts(const std::vector<Role>& kinds, const std::vector<std::vector<Lines>>& rows) {
  StreamColumns columns{Grid(1, kinds.size()), {}, kinds};
  Grid grid(1 + rows.size(), kinds.size());
  for (std::size_t r = 0; r < rows.size(); ++r) {
    for (std::size_t c = 0; c < rows[r].size(); ++c) {
      Cell cell;
      cell.row = r + 1;
      cell.column = c;
      for (const std::string& line : rows[r][c]) {
        cell.lines.push_back({to_code_points(line), {}});
      }
      grid.add(std::move(cell));
    }
  }
  std::vector<Grid> grids;
  grids.push_back(std::move(grid));
  doubt_rows(columns, grids);
  return grids.front().doubts.size();
}

TEST(RowDoubts, AreOfExplanationsThatEndOtherwise) {
  const std::vector<Role> kinds = {Role::level3, Role::remark, Role::value};
  std::vector<std::vector<Lines>> rows;
  for (const std::string name : {"亩数", "种数", "人数", "场数", "次数"}) {
    rows.push_back({{name}, {"反映" + name + "的情况"}, {"≥9"}});
  }
  EXPECT_EQ(doubts(kinds, rows), 0U);
  rows.push_back({{"户数"}, {"反映户数的情"}, {"≥9"}});
  EXPECT_EQ(doubts(kinds, rows), 1U);
}

TEST(RowDoubts, AreOfExplanationsThatBeginOtherwise) {
  const std::vector<Role> kinds = {Role::level3, Role::remark, Role::value};
  std::vector<std::vector<Lines>> rows;
  for (const std::string name : {"亩数", "种数", "人数", "场数", "次数"}) {
    rows.push_back({{name}, {"反映" + name + "的情况"}, {"≥9"}});
  }
  rows.push_back({{"户数（户）反映户"}, {"数的情况"}, {"≥9"}});
  EXPECT_EQ(doubts(kinds, rows), 1U);
}

TEST(RowDoubts, AreOfTargetsThatDifferWhereOthersAreEqual) {
  const std::vector<Role> kinds = {Role::level3, Role::period_target, Role::annual_target};
  std::vector<std::vector<Lines>> rows;
  for (const std::string name :
       {"亩数", "种数", "人数", "场数", "次数", "里程", "株数", "面积", "座数"}) {
    rows.push_back({{name}, {"≥9"}, {"≥9"}});
  }
  rows.push_back({{"户数"}, {"≥8"}, {"≥9"}});
  EXPECT_EQ(doubts(kinds, rows), 0U);
  rows.push_back({{"湿地的环"}, {"境", "好转"}, {"好转"}});
  EXPECT_EQ(doubts(kinds, rows), 1U);
}

TEST(RowDoubts, AreOfTargetsThatMayBeANamesNextLine) {
  const std::vector<Role> kinds = {Role::level3, Role::value};
  const std::vector<Lines> broken = {{"湿地公园的候鸟", "种数"}, {"≥90种"}};
  EXPECT_EQ(doubts(kinds, {broken, {{"保护湿地公园的"}, {"环境，方便游客"}}}), 1U);
  EXPECT_EQ(doubts(kinds, {broken, {{"保护湿地公园的"}, {"好转"}}}), 0U);
  EXPECT_EQ(doubts(kinds, {broken, {{"湿地"}, {"环境，方便游客"}}}), 0U);
  EXPECT_EQ(doubts(kinds, {broken, {{"保护湿地公园的"}, {"≥900000万亩"}}}), 0U);
}

}  // namespace
}  // namespace budgetdiff::import
