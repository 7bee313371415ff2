// What is said once of a whole table: what it lacks, and what a snapshot has no place for.
// All figures are made up.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "small_tables.hpp"

namespace budgetdiff {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;

const std::string title = "<h2>某县水利局2024年项目支出绩效目标表</h2><p>单位：万元</p>";

/// The sentences of a code.
std::vector<std::string> said(const ImportedTable& table, const std::string& code) {
  std::vector<std::string> out;
  for (const Finding& finding : table.provenance.findings) {
    if (finding.code == code) {
      out.push_back(in_english(finding.message));
    }
  }
  return out;
}

TEST(WholeTable, WithoutGoalsIsSaidOnce) {
  const ImportedTable table = one(page(title, {{"项目名称", "资金总额", "三级指标", "指标值"},
                                               {"巡查", "3.00", "次数", "≥3次"},
                                               {"培训", "2.00", "人数", "≥5人"}}));
  EXPECT_THAT(said(table, "goal-missing"), ElementsAre("no project of the table has a goal"));
  EXPECT_THAT(said(table, "categories-missing"),
              ElementsAre("no indicator of the table has a category (一级指标)"));
  const ImportedTable with =
      one(page(title, {{"项目名称", "资金总额", "绩效目标", "一级指标", "三级指标", "指标值"},
                       {"巡查", "3.00", "巡查全县河道。", "产出指标", "次数", "≥3次"},
                       {"培训", "2.00", "", "产出指标", "人数", "≥5人"}}));
  EXPECT_THAT(said(with, "goal-missing"), ElementsAre("the project has no goal"));
  EXPECT_THAT(said(with, "categories-missing"), IsEmpty());
}

TEST(WholeTable, HasCategoriesAboveTheirOwnColumns) {
  const ImportedTable table = one(page(
      title, {{"<td rowspan=3>项目名称", "<td rowspan=3>资金总额", "<td colspan=4>绩效目标"},
              {"<td colspan=2>产出指标", "<td colspan=2>满意度指标"},
              {"三级指标", "指标值", "三级指标", "指标值"},
              {"<td rowspan=2>巡查", "<td rowspan=2>3.00", "次数", "≥3次", "群众满意度", "≥90%"},
              {"报告数", "≥2份", "", ""}}));
  std::vector<std::string> read;
  for (const Indicator& indicator : table.snapshot.projects.at(0).indicators) {
    read.push_back(indicator.level1 + ": " + indicator.name);
  }
  EXPECT_THAT(read, ElementsAre("产出指标: 次数", "产出指标: 报告数", "满意度指标: 群众满意度"));
  EXPECT_THAT(said(table, "categories-missing"), IsEmpty());
}

TEST(WholeTable, NamesTheColumnsThatHaveNoPlace) {
  const ImportedTable table = one(page(
      title,
      {{"项目名称", "资金总额", "绩效目标", "一级指标", "三级指标", "半年（目标）值",
        "全年（目标）值", "实际完成值", "备注", "评分标准"},
       {"巡查", "3.00", "巡查全县河道。", "产出指标", "次数", "≥1次", "≥3次", "4次", "", "—"}}));
  EXPECT_EQ(table.snapshot.projects.at(0).indicators.at(0).annual_target, "≥3次");
  const std::vector<std::string> left_out = said(table, "fields-left-out");
  ASSERT_EQ(left_out.size(), 1U);
  EXPECT_THAT(left_out.front(), testing::HasSubstr("半年（目标）值, 实际完成值"));
  EXPECT_THAT(left_out.front(), Not(testing::HasSubstr("备注")));
  EXPECT_THAT(left_out.front(), Not(testing::HasSubstr("评分标准")));
}

TEST(WholeTable, NamesTheLabelsOfFormsThatHaveNoPlace) {
  const ImportedTable table =
      one(page("<h2>项目支出绩效目标表</h2><p>（2024年度）</p>",
               {{"项目名称", "<td colspan=3>巡查"},
                {"主管部门", "某县水利局", "负责人", "某某"},
                {"年度资金总额（万元）", "<td colspan=3>3.00"},
                {"项目概况", "<td colspan=3>按规定实施。"},
                {"同名项目上年预算执行数（元）", "<td colspan=3>1.00"},
                {"<td rowspan=2>年度目标", "<td colspan=2>预期目标", "实际完成情况"},
                {"<td colspan=2>巡查全县河道，及时整改发现的问题。", "已按计划完成。"},
                {"一级指标", "二级指标", "三级指标", "指标值"},
                {"产出指标", "数量指标", "次数", "≥3次"}}));
  EXPECT_EQ(table.snapshot.projects.at(0).goal, "巡查全县河道，及时整改发现的问题。");
  const std::vector<std::string> left_out = said(table, "fields-left-out");
  ASSERT_EQ(left_out.size(), 1U);
  for (const std::string word :
       {"负责人", "项目概况", "同名项目上年预算执行数（元）", "实际完成情况"}) {
    EXPECT_THAT(left_out.front(), testing::HasSubstr(word));
  }
}

TEST(WholeTable, KeepsAmountsUnderTheirSourcesNames) {
  const ImportedTable table = one(page(
      title,
      {{"<td rowspan=2>项目名称", "<td colspan=4>资金来源", "<td rowspan=2>绩效目标",
        "<td rowspan=2>一级指标", "<td rowspan=2>三级指标", "<td rowspan=2>指标值"},
       {"合计", "财政拨款", "附属单位上缴收入", "其中：政府采购"},
       {"巡查", "3.00", "2.50", "0.50", "1.00", "巡查全县河道。", "产出指标", "次数", "≥3次"}}));
  EXPECT_THAT(funding_of(table.snapshot.projects.at(0)),
              ElementsAre("total=3.00", "fiscal_appropriation=2.50", "政府采购=1.00",
                          "附属单位上缴收入=0.50"));
}

TEST(WholeTable, OfADepartmentWithOthersFundsNamesTheirColumn) {
  const std::vector<Row> rows = {
      {"主管部门", "项目单位", "项目名称", "资金总额", "绩效目标", "一级指标", "三级指标",
       "指标值"},
      {"某县教育局", "某县第一中学", "营养餐", "3.00", "做好营养餐。", "产出指标", "人数", "≥3人"},
      {"某县水利局", "某县水利局", "巡查", "2.00", "巡查全县河道。", "产出指标", "次数", "≥3次"}};
  const ImportedTable table = one(
      page("<h2>某县2024年项目支出绩效目标表</h2><p>部门名称：某县教育局 单位：万元</p>", rows));
  const std::vector<std::string> left_out = said(table, "fields-left-out");
  ASSERT_EQ(left_out.size(), 1U);
  EXPECT_THAT(left_out.front(), testing::HasSubstr("主管部门"));
}

std::string form(const std::vector<Row>& money) {
  std::vector<Row> rows = {{"项目名称", "<td colspan=5>巡查"},
                           {"主管部门", "<td colspan=5>某县水利局"}};
  rows.insert(rows.end(), money.begin(), money.end());
  rows.push_back({"年度目标", "<td colspan=5>巡查全县河道，及时整改发现的问题。"});
  rows.push_back({"一级指标", "二级指标", "<td colspan=2>三级指标", "<td colspan=2>指标值"});
  rows.push_back({"产出指标", "数量指标", "<td colspan=2>次数", "<td colspan=2>≥3次"});
  return page("<h2>项目支出绩效目标表</h2><p>（2024年度）</p>", rows);
}

TEST(WholeTable, TakesTheOnlyTotalForTheYears) {
  const ImportedTable table =
      one(form({{"项目总预算（万元）", "3.00", "其中：财政资金", "2.50", "其他资金", "0.50"}}));
  EXPECT_THAT(funding_of(table.snapshot.projects.at(0)),
              ElementsAre("total=3.00", "fiscal_appropriation=2.50", "other_funds=0.50"));
  // Beside the year's it is that of several years, and so are its parts.
  const ImportedTable both =
      one(form({{"项目总预算（万元）", "9.00", "其中：财政资金", "9.00", "", ""},
                {"年度资金总额（万元）", "3.00", "其中：财政资金", "3.00", "", ""}}));
  EXPECT_EQ(both.snapshot.projects.at(0).funding.total()->to_string(), "3.00");
  EXPECT_EQ(both.snapshot.projects.at(0).funding.find("multi_year_total")->to_string(), "9.00");
}

TEST(WholeTable, WithoutATotalIsSaidOnce) {
  const ImportedTable table =
      one(form({{"项目总投资（万元）", "9.00", "上年结转（万元）", "1.00", "", ""}}));
  EXPECT_EQ(table.snapshot.projects.at(0).funding.total(), nullptr);
  EXPECT_THAT(codes_of(table), Contains("amount-missing"));
}

TEST(WholeTable, LeavesOutWhatTheFormPrintsToBeFilledIn) {
  const ImportedTable table =
      one(page(title, {{"项目名称", "资金总额", "绩效目标", "一级指标", "三级指标", "指标值"},
                       {"<td rowspan=6>巡查", "<td rowspan=6>3.00", "<td rowspan=6>巡查全县河道。",
                        "<td rowspan=3>产出指标", "指标1：次数", "≥3次"},
                       {"指标2：", ""},
                       {"……", ""},
                       {"<td rowspan=3>效益指标", "指标1：", "/"},
                       {"指标2：一级指标1类达标率", "≥95%"},
                       {"指标3：", "≥5户"}}));
  std::vector<std::string> read;
  for (const Indicator& one : table.snapshot.projects.at(0).indicators) {
    read.push_back(one.level1 + ": " + one.name + " " + one.annual_target);
  }
  EXPECT_THAT(read, ElementsAre("产出指标: 次数 ≥3次", "效益指标: 一级指标1类达标率 ≥95%",
                                "效益指标:  ≥5户"));
  EXPECT_THAT(said(table, "indicator-incomplete"), ElementsAre("the indicator has no name: ≥5户"));
}

}  // namespace
}  // namespace budgetdiff
