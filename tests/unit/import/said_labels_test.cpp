// Projects whose labels and values stand together in cells over the table's width.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "small_tables.hpp"

namespace budgetdiff {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const std::string caption =
    "<h2>2025年项目支出绩效目标表</h2><p>部门名称：某县水利局 单位：万元</p>";
const Row levels = {"一级指标", "二级指标", "三级指标", "指标值"};
const Row visits = {"产出指标", "数量指标", "次数", "≥3次"};
const Row talks = {"产出指标", "数量指标", "场次", "≥2场"};

void expect_both(const std::vector<Row>& rows) {
  const auto table = one(page(caption, rows));
  ASSERT_THAT(names_of(table.snapshot), ElementsAre("巡查项目", "宣传"));
  EXPECT_THAT(funding_of(table.snapshot.projects[0]), ElementsAre("total=3.00"));
  EXPECT_THAT(funding_of(table.snapshot.projects[1]),
              ElementsAre("total=2.00", "fiscal_appropriation=2.00"));
  EXPECT_EQ(table.snapshot.projects[0].goal, "目标1：开展巡查。目标2：做好记录。");
  EXPECT_EQ(table.snapshot.projects[1].goal, "开展宣传。");
  ASSERT_EQ(table.snapshot.projects[0].indicators.size(), 1U);
  EXPECT_EQ(table.snapshot.projects[0].indicators[0].name, "次数");
  ASSERT_EQ(table.snapshot.projects[1].indicators.size(), 1U);
  EXPECT_EQ(table.snapshot.projects[1].indicators[0].annual_target, "≥2场");
  EXPECT_THAT(table.provenance.findings, IsEmpty());
}

// In the second the gap alone tells 项目　预算金额 from a label 项目预算金额.
const Row first_name = {"<td colspan=4>项目名称：巡查项目　预算金额：3.00万元"};
const Row first_goal = {"<td colspan=4>绩效目标：目标1：开展巡查。目标2：做好记录。"};
const Row second_name = {
    "<td colspan=4>项目名称：宣传<br>预算金额：2.00万元　其中：财政拨款：2.00万元"};
const Row second_goal = {"<td colspan=4>绩效目标：开展宣传。"};

TEST(SaidLabels, BeginAProjectEach) {
  expect_both({first_name, first_goal, levels, visits, second_name, second_goal, levels, talks});
}

TEST(SaidLabels, StandUnderOneHeader) {
  expect_both({levels, first_name, first_goal, visits, second_name, second_goal, talks});
}

TEST(SaidLabels, StandAboveATableOfIndicators) {
  const auto form = [](const std::string& lines, const Row& row) {
    return lines + table({levels, row});
  };
  const auto both =
      one("<html><body>" + caption +
          form("<p>项目名称：巡查　预算金额：3.00万元</p><p>绩效目标：开展巡查。</p>", visits) +
          form("<p>项目名称：宣传</p><p>预算金额：2.00万元</p>", talks) + "</body></html>");
  ASSERT_THAT(names_of(both.snapshot), ElementsAre("巡查", "宣传"));
  EXPECT_THAT(funding_of(both.snapshot.projects[0]), ElementsAre("total=3.00"));
  EXPECT_EQ(both.snapshot.projects[0].goal, "开展巡查。");
  EXPECT_EQ(both.snapshot.projects[0].indicators.at(0).name, "次数");
  EXPECT_THAT(funding_of(both.snapshot.projects[1]), ElementsAre("total=2.00"));
  EXPECT_EQ(both.snapshot.projects[1].indicators.at(0).name, "场次");
  // A form of its own below says its name itself.
  const auto own = one(page(
      caption + "<p>项目名称：巡查</p>",
      {{"项目名称", "<td colspan=3>巡查"}, {"绩效目标", "<td colspan=3>开展。"}, levels, visits}));
  EXPECT_THAT(names_of(own.snapshot), ElementsAre("巡查"));
}

TEST(SaidLabels, MayBePartedBySigns) {
  const auto table = one(
      page(caption,
           {levels,
            {"<td colspan=4>项目名称：巡查；预算金额：3.00万元；绩效目标：开展巡查；做好记录。"},
            visits,
            {"<td colspan=4>合计：3.00万元"}}));
  ASSERT_THAT(names_of(table.snapshot), ElementsAre("巡查"));
  EXPECT_EQ(table.snapshot.projects[0].goal, "开展巡查；做好记录。");
  EXPECT_EQ(table.snapshot.stated_total.total()->to_string(), "3.00");
  EXPECT_THAT(table.provenance.findings, IsEmpty());
}

TEST(SaidLabels, BeginNoFormInAListOfProjects) {
  const auto table = one(page(caption, {{"项目名称", "金额", "绩效目标", "三级指标", "指标值"},
                                        {"<td colspan=5>项目名称：巡查"},
                                        {"巡查", "3.00", "开展巡查。", "次数", "≥3次"}}));
  ASSERT_THAT(names_of(table.snapshot), ElementsAre("巡查"));
  EXPECT_EQ(table.snapshot.projects[0].indicators.size(), 1U);
}

TEST(SaidLabels, HaveARowEach) {
  const auto table = one(page(caption, {levels,
                                        {"<td colspan=4>项目名称：巡查"},
                                        {"<td colspan=4>预算金额：3.00万元"},
                                        {"<td colspan=4>绩效目标：开展巡查。"},
                                        visits}));
  ASSERT_THAT(names_of(table.snapshot), ElementsAre("巡查"));
  EXPECT_THAT(funding_of(table.snapshot.projects[0]), ElementsAre("total=3.00"));
  EXPECT_THAT(table.provenance.findings, IsEmpty());
}

TEST(SaidLabels, ShareARow) {
  const auto table =
      one(page(caption, {{"<td colspan=2>项目名称：巡查", "<td colspan=2>预算金额：3.00万元"},
                         {"<td colspan=2>项目代码：0012", "<td colspan=2>项目类型：延续"},
                         {"<td colspan=4>绩效目标：开展巡查。"},
                         levels,
                         visits}));
  ASSERT_THAT(names_of(table.snapshot), ElementsAre("巡查"));
  EXPECT_EQ(table.snapshot.projects[0].code, "0012");
  EXPECT_EQ(table.snapshot.projects[0].type, "延续");
  EXPECT_THAT(funding_of(table.snapshot.projects[0]), ElementsAre("total=3.00"));
}

TEST(SaidLabels, AreNoneBesideALabelOfTheirOwn) {
  const auto table = one(page(caption, {{"项目名称", "<td colspan=3>巡查"},
                                        {"年度资金总额", "<td colspan=3>3.00"},
                                        {"总体目标", "<td colspan=3>目标1：开展巡查。"},
                                        levels,
                                        visits}));
  ASSERT_EQ(table.snapshot.projects.size(), 1U);
  EXPECT_EQ(table.snapshot.projects[0].goal, "目标1：开展巡查。");
}

}  // namespace
}  // namespace budgetdiff
