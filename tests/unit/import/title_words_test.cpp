#include "import/title_words.hpp"

#include <gtest/gtest.h>

#include <optional>
#include <string_view>

namespace budgetdiff::import {
namespace {

TEST(TitleWords, TakesAYearThatStandsAlone) {
  EXPECT_EQ(year_in("2024年部门预算"), 2024);
  EXPECT_EQ(year_in("花都区人社局-2023.txt"), 2023);
  EXPECT_EQ(year_in("２０２５年度"), 2025);
  EXPECT_EQ(year_in("（ 2 0 2 5 年度）"), 2025);
  EXPECT_EQ(year_in("2  0  2  4  年  项目支出绩效目标表"), 2024);
  EXPECT_EQ(year_in("7 2 0 2 5年度"), std::nullopt);
  EXPECT_EQ(year_in("3 2025年度"), 2025);
  EXPECT_EQ(year_in("档案120241号"), std::nullopt);
  EXPECT_EQ(year_in("2022-2024年信息化"), std::nullopt);
  EXPECT_EQ(year_in("2022年至2024年规划，2023年预算"), 2023);
  EXPECT_EQ(year_in("附件3\n2025年目标表"), 2025);
  EXPECT_EQ(year_in("无年份"), std::nullopt);
  EXPECT_EQ(year_in("二〇二四年部门预算"), 2024);
  EXPECT_EQ(year_in("某县二○二五年度项目"), 2025);
  EXPECT_EQ(year_in("二零二三年"), 2023);
  EXPECT_EQ(year_in("二〇二〇年"), 2020);
  EXPECT_EQ(year_in("二〇二一—二〇二三年规划，二〇二四年预算"), 2024);
  EXPECT_EQ(year_in("一二三四年级"), std::nullopt);
  EXPECT_EQ(year_in("填报日期：2024年11月20日"), std::nullopt);
  EXPECT_EQ(year_in("打印时间 2024-11-20 10:03"), std::nullopt);
  EXPECT_EQ(year_in("2024/1/5"), std::nullopt);
  EXPECT_EQ(year_in("2025年1月-12月"), 2025);
  EXPECT_EQ(year_in("申报日期：2024年11月20日 2025年度"), 2025);
}

TEST(TitleWords, TakesTheYearThatATitleOfTwoIsOf) {
  EXPECT_EQ(year_in("某市财政局2025年提前下达2026年水利项目绩效目标表"), 2026);
  EXPECT_EQ(year_in("某市水利局2025年度结转2026年项目支出绩效目标表"), 2026);
  EXPECT_EQ(year_in("2025年度部门决算暨2026年度部门预算项目绩效目标表"), 2026);
  EXPECT_EQ(stage_in_heading("2025年度部门决算暨2026年度部门预算项目绩效目标表", 2026), "budget");
  EXPECT_EQ(year_in("2025年度部门决算及2026年度部门预算公开"), 2025);
  EXPECT_EQ(year_in("2025年结转\n2026年预算"), 2025);
}

TEST(TitleWords, TakesNoYearFromAProjectsNameInACaption) {
  const auto evidence = [](std::string_view line) { return year_in_heading(line).evidence; };
  EXPECT_EQ(evidence("3、规划评估及2025年方案编制绩效目标表"), 1);
  EXPECT_EQ(evidence("（二）2023年春季免费教科书支出绩效目标表"), 1);
  EXPECT_EQ(evidence("1、2025年度部门整体支出绩效目标表"), 3);
  EXPECT_EQ(evidence("一、某项目2025年绩效目标表"), 3);
  EXPECT_EQ(evidence("2025年春季免费教科书绩效目标表"), 3);
  EXPECT_EQ(year_in_heading("2024年部门预算项目绩效目标\n3、及2025年方案编制绩效目标表").year,
            2024);
}

TEST(TitleWords, KnowsStages) {
  EXPECT_EQ(stage_in("2024年部门预算公开"), "budget");
  EXPECT_EQ(stage_in("2024年预算调整方案"), "adjusted");
  EXPECT_EQ(stage_in("2024年度部门决算"), "final");
  EXPECT_EQ(stage_in("项目支出绩效目标表"), std::nullopt);
}

TEST(TitleWords, KnowsAnAdjustedBudgetByItsTitle) {
  EXPECT_EQ(stage_in("某县林业局2026年项目绩效目标表（调整）"), "adjusted");
  EXPECT_EQ(stage_in("某县林业局2026年年中调整项目支出绩效目标表"), "adjusted");
  EXPECT_EQ(stage_in("2026年部门预算项目绩效目标调整表"), "adjusted");
  EXPECT_EQ(stage_in("2026年调整"), "adjusted");  // of a sheet
  EXPECT_EQ(stage_in("2026年项目绩效目标批复表（调整后）.xlsx"), "adjusted");
  EXPECT_EQ(stage_in("2026年项目绩效目标表（调整前）"), std::nullopt);
  // A project's or a body's name says nothing of the budget.
  EXPECT_EQ(stage_in("产业结构调整项目绩效目标表"), std::nullopt);
  EXPECT_EQ(stage_in("某县产业调整办公室2026年项目绩效目标表"), std::nullopt);
}

TEST(TitleWords, TakesNoStageFromAsidesAndOtherYears) {
  const auto stage = [](std::string_view heading) { return stage_in_heading(heading, 2026); };
  EXPECT_EQ(stage("某县林业局2026年部门预算（2025年决算另行公开）"), "budget");
  EXPECT_EQ(stage("2026年度部门决算（含预算绩效情况）"), "final");
  EXPECT_EQ(stage("2026年财政预算和2025年财政决算"), std::nullopt);
  EXPECT_EQ(stage("2025年财政预算和2026年财政决算"), "final");
  EXPECT_EQ(stage("项目绩效目标表（2026年决算）"), "final");
  EXPECT_EQ(stage("2026年项目绩效目标表\n（调整后）\n单位：万元"), "adjusted");
  EXPECT_EQ(
      year_in_heading("某县林业局2026年部门预算\n（含2025年决算情况）\n项目支出绩效目标表").year,
      2026);
  EXPECT_EQ(year_in_heading("项目支出绩效目标表（某县林业局2026年度）").year, 2026);
  EXPECT_EQ(without_asides("部门预算（不含2025年结转）（2026年）"), "部门预算（2026年）");
}

TEST(TitleWords, TakesTheYearBeforeTheTableOfATitleWithTwo) {
  const auto year = [](std::string_view heading) { return year_in_heading(heading).year; };
  EXPECT_EQ(year("某县林业局2025年提前下达2026年转移支付绩效目标表"), 2026);
  EXPECT_EQ(year("某县林业局2025年结转2026年项目支出绩效目标表"), 2026);
  EXPECT_EQ(year("二〇二五年结转二〇二六年项目支出绩效目标表"), 2026);
  EXPECT_EQ(year("2025年部门决算暨2026年部门预算项目绩效目标表"), 2026);
  EXPECT_EQ(year("2025年结转资金绩效目标表（2026年度）"), 2026);
  EXPECT_EQ(year("某县林业局2026年项目支出绩效目标表（2025年结转）"), 2026);
  EXPECT_EQ(year("2026年财政预算和2025年财政决算"), 2026);
  EXPECT_EQ(year("2026年第二批2025年结转造林绩效目标表"), 2026);
  EXPECT_EQ(year("某县林业局2025-2027年项目绩效目标表"), std::nullopt);
  EXPECT_EQ(stage_in_heading("2025年部门决算暨2026年部门预算项目绩效目标表", 2026), "budget");
}

TEST(TitleWords, KnowsTitlesOfPerformanceTables) {
  EXPECT_TRUE(is_table_title("项目支出绩效目标表（含转移支付项目）"));
  EXPECT_TRUE(is_table_title("2024年项目支出绩效目标申报表"));
  EXPECT_FALSE(is_table_title("部门名称：某局"));
}

TEST(TitleWords, KnowsTheYearOfATitle) {
  EXPECT_EQ(year_of_title("2025年项目支出绩效目标表"), 2025);
  EXPECT_EQ(year_of_title("某县水利局2025年度部门预算项目绩效目标表"), 2025);
  EXPECT_EQ(year_of_title("附件3：某市二〇二四年中央转移支付绩效目标表"), 2024);
  EXPECT_EQ(year_of_title("（二）2025年初预算项目绩效目标表"), 2025);
  EXPECT_EQ(year_of_title("项目支出绩效目标表（2025年度）"), 2025);
  EXPECT_EQ(year_of_title("6、规划评估及2026年实施方案编制绩效目标表"), std::nullopt);
  EXPECT_EQ(year_of_title("2025年春季免费教科书绩效目标表"), std::nullopt);
  EXPECT_EQ(year_of_title("河道治理2025年绩效目标表"), std::nullopt);
  EXPECT_EQ(year_of_title("项目支出绩效目标表"), std::nullopt);
}

}  // namespace
}  // namespace budgetdiff::import
