/// Days that print breaks over two lines.

#include "import/stream/date_seam.hpp"
#include "import/spread/list_deal.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace budgetdiff::import {
namespace {

TEST(DateSeam, IsInsideADayWithItsYear) {
  EXPECT_TRUE(parts_date(U"2025年11月", U"30日前"));
  EXPECT_TRUE(parts_date(U"2025年3月3", U"1日前"));
  EXPECT_TRUE(parts_date(U"2025年1", U"2月底前"));
  EXPECT_TRUE(parts_date(U"2025年", U"6月底"));
  EXPECT_TRUE(parts_date(U"于2025年11月30", U"日前"));
  EXPECT_TRUE(parts_date(U"2025年11月30日", U"前"));
  EXPECT_TRUE(parts_date(U"2025年12月底", U"前"));
  EXPECT_TRUE(parts_date(U"2025年12月", U"底前"));
}

TEST(DateSeam, IsNotBehindAWholeOne) {
  EXPECT_FALSE(parts_date(U"2025年11月", U"2025年12月"));
  EXPECT_FALSE(parts_date(U"2025年11月30日", U"30日前"));
  EXPECT_FALSE(parts_date(U"3年", U"6月"));
  EXPECT_FALSE(parts_date(U"2025年11月30日", U"前期工作完成率"));
  EXPECT_FALSE(parts_date(U"效果持续到年底", U"前"));
  EXPECT_FALSE(parts_date(U"2025年", U"月报及时率"));
  EXPECT_FALSE(parts_date(U"2025年11月", U"30"));
  EXPECT_FALSE(parts_date(U"", U""));
}

TEST(DateSeam, NoTargetBeginsInsideADay) {
  std::vector<ListPiece> pieces;
  for (const char32_t* const text :
       {U"渡船检修时间", U"一次合格率", U"2025年11月", U"30日前", U"≥95%"}) {
    ListPiece piece;
    piece.token = {text, pieces.size(), true, false};
    pieces.push_back(piece);
  }
  const auto places =
      deal_list(pieces, {Role::project_name, Role::level3, Role::value}, {20, 12, 24}, {});
  EXPECT_EQ(places[3].column, 2U);
  EXPECT_FALSE(places[3].begins);
}

}  // namespace
}  // namespace budgetdiff::import
