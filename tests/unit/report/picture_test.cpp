#include "report/html/picture.hpp"

#include <gtest/gtest.h>

#include "report/html/page.hpp"

namespace budgetdiff::html {
namespace {

TEST(Scale, MapsTheRangeToPixelsAndKeepsInside) {
  const Scale scale(Amount(10000, 2), Amount(300, 0), 400);
  EXPECT_EQ(scale(Amount(100, 0)), 0);
  EXPECT_EQ(scale(Amount(200, 0)), 200);
  EXPECT_EQ(scale(Amount(300000, 3)), 400);
  EXPECT_EQ(scale(Amount(99, 0)), 0);
  EXPECT_EQ(scale(Amount(100000, 0)), 400);
}

TEST(Scale, AnEmptyRangeIsNoDivisionByZero) {
  const Scale scale(Amount(5, 0), Amount(5, 0), 400);
  EXPECT_EQ(scale(Amount(5, 0)), 0);
  EXPECT_EQ(scale(Amount(6, 0)), 0);
}

TEST(Scale, TheLongestAmountsDoNotOverflow) {
  const auto large = Amount::parse_computed("999999999999999999.12345678");
  ASSERT_TRUE(large);
  const Scale scale(-*large, *large, 900);
  EXPECT_EQ(scale(*large), 900);
  EXPECT_NEAR(scale(Amount()), 450, 1);
}

TEST(Shortened, CutsByColumnsAndSaysSo) {
  EXPECT_EQ(shortened("社会保障", 8), "社会保障");
  EXPECT_EQ(shortened("社会保障", 7), "社会保…");
  EXPECT_EQ(shortened("budget", 6), "budget");
  EXPECT_EQ(shortened("budgets", 6), "budge…");
  EXPECT_EQ(shortened("", 3), "");
}

}  // namespace
}  // namespace budgetdiff::html
