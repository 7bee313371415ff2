/// Tables with a column a project. All figures are made up.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "small_tables.hpp"

namespace budgetdiff {
namespace {

const std::string title = "<h2>某县水利局2025年项目支出绩效目标表</h2><p>单位：万元</p>";

TEST(TurnedTables, GiveAProjectAColumn) {
  const ImportedTable table =
      one(page(title, {{"项目名称", "水渠整治", "水库巡查"},
                       {"预算金额", "12.50", "3.00"},
                       {"绩效目标", "整治水渠。", "每月巡查。"},
                       {"数量指标", "整治长度≥12公里", "巡查次数≥12次"},
                       {"满意度指标", "村民满意度≥90%", "村民满意度≥95%"}}));
  const std::vector<Project>& projects = table.snapshot.projects;
  ASSERT_EQ(projects.size(), 2U);
  EXPECT_EQ(projects[1].name, "水库巡查");
  EXPECT_EQ(projects[1].goal, "每月巡查。");
  EXPECT_EQ(projects[1].funding.find("total")->to_string(), "3.00");
  ASSERT_EQ(projects[1].indicators.size(), 2U);
  EXPECT_EQ(projects[1].indicators[1].name, "村民满意度");
  EXPECT_EQ(projects[1].indicators[1].annual_target, "≥95%");
}

TEST(TurnedTables, AreNoFormsWithLabelsBesideTheirValues) {
  const ImportedTable table = one(page(title, {{"项目名称", "水渠整治", "主管部门", "某县水利局"},
                                               {"资金总额", "12.50", "其中：财政拨款", "12.50"},
                                               {"年度目标", "整治水渠。", "", ""},
                                               {"一级指标", "二级指标", "三级指标", "指标值"},
                                               {"产出指标", "数量指标", "整治长度", "≥12公里"}}));
  ASSERT_EQ(table.snapshot.projects.size(), 1U);
  EXPECT_EQ(table.snapshot.projects[0].name, "水渠整治");
}

}  // namespace
}  // namespace budgetdiff
