#include "match/name_reading.hpp"
#include "match/fixed_log.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <budgetdiff/text/unicode.hpp>

namespace budgetdiff::matching {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(ReadName, TakesCodesAndRemarksAway) {
  EXPECT_EQ(read_name("51000021R000000019951-公路养护").code, "51000021r000000019951");
  EXPECT_EQ(read_name("51000021R000000019951-公路养护").whole, U"公路养护");
  EXPECT_EQ(read_name("公路养护（续建）").whole, U"公路养护");
  EXPECT_EQ(read_name("2022-2024年公路养护").code, "");
}

TEST(ReadName, FindsYears) {
  const struct {
    std::string name;
    std::vector<int> years;
    bool span;
  } cases[] = {
      {"2024年公路养护", {2024}, false},
      {"公路养护（2024年）", {2024}, false},
      {"2022-2024年公路养护", {2022, 2024}, true},
      {"2022年至2024年公路养护", {2022, 2024}, true},
      {"２０２４年度公路养护", {2024}, false},
      {"2023年结转", {2023}, false},
      {"令和元年度整備", {2019}, false},
      {"平成30年度整備", {2018}, false},
      {"慰问2024户困难家庭", {}, false},
      {"12345政务热线", {}, false},
      {"2012号地块整治", {}, false},
  };
  for (const auto& [name, years, span] : cases) {
    SCOPED_TRACE(name);
    const NameReading reading = read_name(name);
    EXPECT_EQ(reading.years, years);
    EXPECT_EQ(reading.span, span);
  }
}

TEST(ReadName, SeparatesStemAndQualifiers) {
  const NameReading level = read_name("公路养护专项经费（市级）");
  EXPECT_EQ(level.stem, U"公路养护");
  EXPECT_EQ(level.base, U"公路养护专项经费");
  ASSERT_EQ(level.qualifiers.size(), 1U);
  EXPECT_EQ(level.qualifiers[0].kind, Qualifier::Kind::level);
  EXPECT_EQ(read_name("公路养护第二期").qualifiers, read_name("公路养护（2期）").qualifiers);
  EXPECT_EQ(read_name("公路养护(2024年)").qualifiers[0].kind, Qualifier::Kind::period);
  EXPECT_THAT(read_name("公路养护（含绿化费）").included, ElementsAre(U"绿化费"));
  EXPECT_THAT(read_name("公路养护").qualifiers, IsEmpty());
}

TEST(ReadName, LeavesSomethingOfAGeneralName) {
  for (const char* name : {"专项经费", "工作经费", "经费", "费", "（市级）", "2024年"}) {
    SCOPED_TRACE(name);
    EXPECT_FALSE(read_name(name).stem.empty());
  }
}

TEST(FixedLog, IsTheLogarithm) {
  EXPECT_EQ(log2_milli(1), 0);
  EXPECT_EQ(log2_milli(1024), 10000);
  EXPECT_NEAR(log2_milli(1000), 9966, 1);
  EXPECT_NEAR(log2_milli(3), 1585, 1);
  EXPECT_NEAR(log2_milli(std::uint64_t{1} << 63), 63000, 1);
}

TEST(FixedLog, IsTheLogisticCurve) {
  EXPECT_EQ(probability_per_mille(0), 500);
  EXPECT_EQ(probability_per_mille(1000), 731);
  EXPECT_EQ(probability_per_mille(-1000), 269);
  EXPECT_EQ(probability_per_mille(1'000'000), 999);
  EXPECT_EQ(probability_per_mille(-1'000'000), 1);
}

}  // namespace
}  // namespace budgetdiff::matching
