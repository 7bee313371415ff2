// Goals of forms that stand below headings, beside what became of them. All texts are made up.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "small_tables.hpp"

namespace budgetdiff {
namespace {

using testing::Contains;
using testing::Not;

const std::string caption = "<h2>2023年项目支出绩效自评表</h2><p>部门：某县水利局 单位：万元</p>";

ImportedTable read_goals(const std::vector<Row>& goals) {
  std::vector<Row> rows = {{"<td colspan=2>项目名称", "<td colspan=4>巡查"},
                           {"<td colspan=2>年度资金总额", "<td colspan=4>3.00"}};
  rows.insert(rows.end(), goals.begin(), goals.end());
  rows.push_back(
      {"<td rowspan=2>绩效指标", "一级指标", "二级指标", "三级指标", "指标值", "完成值"});
  rows.push_back({"产出指标", "数量指标", "次数", "≥3次", "4次"});
  return one(page(caption, rows));
}

std::string goal_of(const ImportedTable& table) {
  const Project& project = table.snapshot.projects.at(0);
  return project.goal + project.annual_goal;
}

TEST(TextHeading, EndsTheDepartmentsNameAtTheNextLabel) {
  const ImportedTable list =
      one("项目支出绩效目标表\n部门名称：某县水利局预算年度：2026年单位：万元\n"
          "项目名称（资金使用单位） 总计 财政拨款 财政专户拨款 其他资金 绩效目标 绩效指标\n"
          "合计 3.00 3.00\n河道巡查 3.00 3.00\n每月巡查河道。\n"
          "1、1-产出指标；11-数量指标；巡查次数；实施周期指标值:≥12次；年度指标值:≥12次。\n");
  EXPECT_EQ(list.snapshot.department, "某县水利局");
  EXPECT_EQ(list.snapshot.year, 2026);
  EXPECT_EQ(list.snapshot.unit, "万元");
}

TEST(GoalParts, AreTwoGoalsUnderTwoLabelsSideBySide) {
  const ImportedTable table =
      read_goals({{"<td colspan=2 rowspan=2>总体目标", "<td colspan=2>中期目标（2023年—2025年）",
                   "<td colspan=2>绩效目标"},
                  {"<td colspan=2>巡查全部河道。", "<td colspan=2>巡查半数河道。"}});
  EXPECT_EQ(table.snapshot.projects.at(0).goal, "巡查全部河道。");
  EXPECT_EQ(table.snapshot.projects.at(0).annual_goal, "巡查半数河道。");
}

TEST(GoalParts, StandInSeveralRowsBesideOneLabel) {
  EXPECT_EQ(
      goal_of(read_goals({{"<td colspan=2 rowspan=2>年度绩效目标", "<td colspan=4>巡查全县河道。"},
                          {"<td colspan=4>及时整改问题。"}})),
      "巡查全县河道。及时整改问题。");
  EXPECT_EQ(goal_of(read_goals(
                {{"<td colspan=2 rowspan=2>年度绩效目标", "目标1", "<td colspan=3>巡查全县河道。"},
                 {"目标2", "<td colspan=3>及时整改问题。"}})),
            "目标1：巡查全县河道。\n目标2：及时整改问题。");
  EXPECT_EQ(
      goal_of(read_goals({{"<td colspan=2>年度绩效目标", "1", "<td colspan=3>巡查全县河道。"}})),
      "1.巡查全县河道。");
}

TEST(TextHeadings, StandBesideTheGoalsLabel) {
  const ImportedTable table = read_goals(
      {{"<td colspan=2 rowspan=2>年度总体目标", "<td colspan=2>年初所定目标",
        "<td colspan=2>年底实际情况"},
       {"<td colspan=2>巡查全县河道，及时整改。", "<td colspan=2>已巡查全县河道，整改了问题。"}});
  EXPECT_EQ(goal_of(table), "巡查全县河道，及时整改。");
  EXPECT_THAT(codes_of(table), Not(Contains("text-left-over")));
  EXPECT_THAT(codes_of(table), Contains("fields-left-out"));
}

TEST(TextHeadings, AreTheGoalsLabelItself) {
  const ImportedTable table = read_goals(
      {{"<td rowspan=2>基本情况", "<td rowspan=2>1.目标完成情况", "<td colspan=2>项目年度目标",
        "<td colspan=2>年度目标完成情况"},
       {"<td colspan=2>巡查全县河道，及时整改。", "<td colspan=2>已巡查全县河道，整改了问题。"}});
  EXPECT_EQ(goal_of(table), "巡查全县河道，及时整改。");
  EXPECT_THAT(codes_of(table), Not(Contains("text-left-over")));
}

TEST(TextHeadings, MayStandTheOtherWayRound) {
  EXPECT_EQ(goal_of(read_goals({{"<td colspan=2 rowspan=2>年度总体目标",
                                 "<td colspan=2>年底实际完成情况", "<td colspan=2>年初所定目标"},
                                {"<td colspan=2>已巡查全县河道，整改了问题。",
                                 "<td colspan=2>巡查全县河道，及时整改。"}})),
            "巡查全县河道，及时整改。");
}

TEST(TextHeadings, MayHeadTheContentOfParts) {
  EXPECT_EQ(goal_of(read_goals({{"<td rowspan=3>目标情况", "预期目标", "<td colspan=4>内容"},
                                {"预期的服务数量", "<td colspan=4>巡查河道十二次。"},
                                {"预期效果", "<td colspan=4>全县河道整洁。"}})),
            "巡查河道十二次。全县河道整洁。");
}

TEST(TextHeadings, AreNoShortGoals) {
  // Below a label and its value stand another label and its own.
  EXPECT_EQ(goal_of(read_goals({{"<td colspan=2>绩效目标", "<td colspan=4>完成巡查目标"},
                                {"<td colspan=2>保障措施", "<td colspan=4>加强考核，按季检查。"}})),
            "完成巡查目标");
}

}  // namespace
}  // namespace budgetdiff
