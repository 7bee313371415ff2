#include "import/table/row_numbers.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace budgetdiff::import {
namespace {

/// What is said of rows with these numbers; "" for nothing.
std::string said(const std::vector<std::u32string>& numbers) {
  RowNumbers rows;
  std::uint32_t line = 0;
  for (const std::u32string& number : numbers) {
    Place place;
    place.line = static_cast<int>(++line);
    rows.add(number, place);
  }
  std::vector<Finding> findings;
  rows.say(findings);
  return findings.empty() ? "" : findings.front().message.args.front();
}

TEST(RowNumbers, SayWhereTheySkip) {
  EXPECT_EQ(said({U"1", U"2", U"4", U"5"}), "2 → 4");
  EXPECT_EQ(said({U"1", U"2", U"4", U"6", U"5"}), "2 → 4, 4 → 6, 6 → 5");
  EXPECT_EQ(said({U"１", U"２、", U"4.", U""}), "2 → 4");
}

TEST(RowNumbers, MayStartOverAndBeRepeated) {
  EXPECT_EQ(said({U"1", U"2", U"3", U"1", U"2"}), "");
  EXPECT_EQ(said({U"1", U"2", U"2", U"3"}), "");
  EXPECT_EQ(said({U"7", U"8", U"9"}), "");
}

TEST(RowNumbers, AreNoCountWhereMostDoNotFollow) {
  EXPECT_EQ(said({U"12", U"31", U"7", U"44", U"2", U"90"}), "");
  EXPECT_EQ(said({U"一", U"二", U"A-3"}), "");
  EXPECT_EQ(said({U"1", U"5"}), "");
}

TEST(RowNumbers, AreForgottenOnceSaid) {
  RowNumbers rows;
  std::vector<Finding> findings;
  for (const std::u32string_view number : {U"1", U"2", U"4"}) {
    rows.add(number, {});
  }
  rows.say(findings);
  rows.say(findings);
  EXPECT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings.front().code, "row-numbering");
}

}  // namespace
}  // namespace budgetdiff::import
