#include "import/table/cut_levels.hpp"

#include <gtest/gtest.h>

namespace budgetdiff::import {
namespace {

Flow flow(std::u32string_view text) {
  Flow out;
  out.append(text, 0);
  return out;
}

IndicatorText indicator(std::u32string_view level1, std::u32string_view level2,
                        std::u32string_view name = U"", std::u32string_view target = U"") {
  IndicatorText out;
  out.level1 = flow(level1);
  out.level2 = flow(level2);
  out.name = flow(name);
  out.annual = flow(target);
  return out;
}

TEST(CutLevels, AreWholeAgainInAllRowsOfTheCategory) {
  std::vector<IndicatorText> rows{indicator(U"效益指标", U"社会效益指标", U"甲", U"提升"),
                                  indicator(U"满意度指", U"服务对象满意度指", U"乙", U"≥90%"),
                                  indicator(U"满意度指", U"服务对象满意度指", U"丙", U"≥95%")};
  std::vector<IndicatorText> carried{indicator(U"满意度指", U"服务对象满意度指")};
  std::vector<IndicatorText> halves{indicator(U"标", U"标")};
  EXPECT_TRUE(mend_cut_levels(halves, carried, rows).empty());
  EXPECT_EQ(rows[0].level1.text, U"效益指标");
  for (const std::size_t i : {1U, 2U}) {
    EXPECT_EQ(rows[i].level1.text, U"满意度指标");
    EXPECT_EQ(rows[i].level2.text, U"服务对象满意度指标");
  }
  EXPECT_EQ(carried[0].level1.text, U"满意度指标") << "rows that follow are of it, too";
  EXPECT_TRUE(halves[0].level1.empty() && halves[0].level2.empty());
}

TEST(CutLevels, LeaveCategoriesThatBeginAlone) {
  std::vector<IndicatorText> rows{indicator(U"产出指标", U"数量指标", U"甲", U"3次")};
  std::vector<IndicatorText> carried{indicator(U"产出指标", U"数量指标")};
  std::vector<IndicatorText> halves{indicator(U"效益指标", U"社会效益指标", U"乙", U"提升")};
  EXPECT_TRUE(mend_cut_levels(halves, carried, rows).empty());
  EXPECT_EQ(halves[0].level1.text, U"效益指标");
  EXPECT_EQ(rows[0].level1.text, U"产出指标");
}

TEST(CutLevels, AreWholeAgainWhereTheRestIsACategoryByItself) {
  std::vector<IndicatorText> rows{indicator(U"成本指标", U"经济", U"人均补", U"≤50")};
  std::vector<IndicatorText> carried{indicator(U"成本指标", U"经济")};
  std::vector<IndicatorText> halves{indicator(U"", U"成本指标", U"助标准", U"00元")};
  EXPECT_TRUE(mend_cut_levels(halves, carried, rows).empty());
  EXPECT_EQ(rows[0].level2.text, U"经济成本指标");
  EXPECT_TRUE(halves[0].level2.empty());
}

TEST(CutLevels, AreWholeAgainWhereTheirLinesStandBesideTwoRows) {
  std::vector<IndicatorText> rows{indicator(U"效益", U"可持续影响", U"甲", U"提升")};
  std::vector<IndicatorText> carried{indicator(U"效益", U"可持续影响")};
  std::vector<IndicatorText> row{indicator(U"指标", U"指标", U"乙", U"3年")};
  mend_parted_levels(row, carried, rows);
  EXPECT_EQ(rows[0].level1.text, U"效益指标");
  EXPECT_EQ(rows[0].level2.text, U"可持续影响指标");
  EXPECT_TRUE(row[0].level1.empty() && row[0].level2.empty());
  std::vector<IndicatorText> next{indicator(U"满意度指标", U"指标", U"丙", U"≥9%")};
  mend_parted_levels(next, carried, rows);
  EXPECT_EQ(next[0].level2.text, U"指标");
}

TEST(CutLevels, GetTheLastLetterThatTheirCellCutsOff) {
  std::vector<IndicatorText> rows{indicator(U"满意度指标", U"服务对象满意度指", U"甲", U"≥9%"),
                                  indicator(U"产出指标", U"数量", U"乙", U"3次")};
  complete_clipped_levels(rows);
  EXPECT_EQ(rows[0].level2.text, U"服务对象满意度指标");
  EXPECT_EQ(rows[1].level2.text, U"数量");
}

TEST(CutLevels, AreNamedWhereTheyAreTheRestOfNothing) {
  std::vector<IndicatorText> rows{indicator(U"产出指标", U"数量指标", U"甲", U"3次")};
  std::vector<IndicatorText> carried{indicator(U"产出指标", U"数量指标")};
  std::vector<IndicatorText> halves{indicator(U"", U"续前")};
  const std::vector<Flow> lost = mend_cut_levels(halves, carried, rows);
  ASSERT_EQ(lost.size(), 1U);
  EXPECT_EQ(lost[0].text, U"续前");
  EXPECT_TRUE(halves[0].level2.empty());
}

}  // namespace
}  // namespace budgetdiff::import
