#include <budgetdiff/model/amount.hpp>

#include <gtest/gtest.h>

namespace budgetdiff {
namespace {

Amount amount(const char* text) {
  return Amount::parse(text).value();
}

TEST(Amount, KeepsTheScaleAsPublished) {
  for (const char* text :
       {"0", "0.00", "21.21", "21.210", "-3.5", "15765.62", "999999999999999999", "0.00000001"}) {
    EXPECT_EQ(amount(text).to_string(), text);
  }
}

TEST(Amount, WritesOneFormForOneValueAndScale) {
  EXPECT_EQ(amount("007.50").to_string(), "7.50");
  EXPECT_EQ(amount("-0.00").to_string(), "0.00");
}

TEST(Amount, RefusesWhatIsNoCanonicalDecimal) {
  for (const char* text : {"", "-", ".", ".5", "5.", "1,000", "+1", "1e3", "1 ", " 1", "１",
                           "1.2.3", "--1", "1234567890123456789", "0.000000001"}) {
    EXPECT_FALSE(Amount::parse(text)) << text;
  }
}

TEST(Amount, ReadsLongerNumbersThatArithmeticMade) {
  EXPECT_EQ(Amount::parse_computed("-1234567890123456789.0000000001").value().to_string(),
            "-1234567890123456789.0000000001");
  EXPECT_FALSE(Amount::parse_computed("0.0000000000000000000000001"));
}

TEST(Amount, ComparesByValueAndTellsScaleApart) {
  EXPECT_EQ(amount("1.0"), amount("1.00"));
  EXPECT_FALSE(amount("1.0").identical(amount("1.00")));
  EXPECT_LT(amount("-1"), amount("0.01"));
  EXPECT_GT(amount("10"), amount("9.99"));
}

TEST(Amount, AddsExactly) {
  EXPECT_EQ((amount("0.1") + amount("0.2")).to_string(), "0.3");
  EXPECT_EQ((amount("5626.49") + amount("5000.00") - amount("10626.4900")).to_string(), "0.0000");
  EXPECT_EQ((amount("1") - amount("2.50")).to_string(), "-1.50");
}

TEST(Amount, GroupsThousandsForPeople) {
  EXPECT_EQ(amount("15765.62").grouped(), "15,765.62");
  EXPECT_EQ(amount("-1234567").grouped(), "-1,234,567");
  EXPECT_EQ(amount("100.00").grouped(), "100.00");
  EXPECT_EQ(amount("-100.00").grouped(), "-100.00");
}

TEST(Amount, RefusesArithmeticThatDoesNotFit) {
  const Amount huge(Amount::Integer{1} << 126, 0);
  EXPECT_THROW(static_cast<void>(huge + huge), std::overflow_error);
}

TEST(PercentOf, RoundsHalfAwayFromZero) {
  EXPECT_EQ(percent_of(amount("1"), amount("3")), "33.33");
  EXPECT_EQ(percent_of(amount("2"), amount("3")), "66.67");
  EXPECT_EQ(percent_of(amount("-1"), amount("8"), 1), "-12.5");
  EXPECT_EQ(percent_of(amount("-1"), amount("16"), 1), "-6.3");
  EXPECT_EQ(percent_of(amount("0.00"), amount("7")), "0.00");
  EXPECT_EQ(percent_of(amount("1"), amount("0.00")), std::nullopt);
  EXPECT_EQ(percent_of(amount("6"), amount("-3")), "200.00");
  EXPECT_EQ(percent_of(amount("-1"), amount("-2")), "-50.00");
}

}  // namespace
}  // namespace budgetdiff
