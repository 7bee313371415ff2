#include <budgetdiff/model/money_unit.hpp>

#include <gtest/gtest.h>

namespace budgetdiff {
namespace {

std::string converted(const char* text, const char* from, const char* to) {
  const auto result = convert(Amount::parse(text).value(), from, to);
  return result ? result->to_string() : "none";
}

TEST(MoneyUnit, ConvertsExactly) {
  EXPECT_EQ(converted("212100", "元", "万元"), "21.21");
  EXPECT_EQ(converted("212100.00", "元", "万元"), "21.21");
  EXPECT_EQ(converted("21.21", "万元", "元"), "212100");
  EXPECT_EQ(converted("0.01", "元", "亿元"), "0.0000000001");
  EXPECT_EQ(converted("1.5", "亿元", "千元"), "150000");
  EXPECT_EQ(converted("-1", "百万円", "億円"), "-0.01");
}

TEST(MoneyUnit, KeepsTheScaleWithinOneUnit) {
  EXPECT_EQ(converted("21.210", "万元", "万元"), "21.210");
  EXPECT_EQ(converted("5.0", "points", "points"), "5.0");
}

TEST(MoneyUnit, ComparesUnknownUnitsOnlyWithThemselves) {
  EXPECT_EQ(converted("1", "万元", "万円"), "none");
  EXPECT_EQ(converted("1", "points", "万元"), "none");
}

}  // namespace
}  // namespace budgetdiff
