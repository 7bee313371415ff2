// Tables of costs inside a form, and indicators whose names stand in an unusual column.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "small_tables.hpp"

namespace budgetdiff {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsSupersetOf;
using testing::Not;

std::vector<std::string> read_form(const std::vector<Row>& rows,
                                   const std::vector<std::string>& codes = {}) {
  std::vector<Row> form = {{"项目名称", "<td colspan=4>巡查"},
                           {"年度资金总额", "<td colspan=4>6.00"},
                           {"绩效目标", "<td colspan=4>开展巡查。"}};
  form.insert(form.end(), rows.begin(), rows.end());
  const auto table =
      one(page("<h2>2025年项目支出绩效目标表</h2><p>部门：某县水利局 单位：万元</p>", form));
  EXPECT_EQ(codes_of(table), codes);
  std::vector<std::string> out;
  EXPECT_THAT(funding_of(table.snapshot.projects.at(0)), ElementsAre("total=6.00"));
  for (const Indicator& one : table.snapshot.projects.at(0).indicators) {
    out.push_back(one.level1 + "|" + one.level2 + "|" + one.name + "|" + one.annual_target);
  }
  return out;
}

TEST(CostTables, HaveTheirNamesUnderSecondLevel) {
  // A name may be called as a category is; the side label is nobody's name.
  EXPECT_THAT(read_form({{"<td rowspan=5>绩效指标", "一级指标", "二级指标", "指标值", "备注"},
                         {"成本指标", "人工成本", "≤3万元", ""},
                         {"产出指标", "次数", "≥3次", ""},
                         {"效益指标", "知晓率", "≥90%", ""},
                         {"满意度指标", "满意度", "≥90%", ""}}),
              ElementsAre("成本指标||人工成本|≤3万元", "产出指标||次数|≥3次",
                          "效益指标||知晓率|≥90%", "满意度指标||满意度|≥90%"));
}

TEST(CostTables, StandBeforeTheIndicatorsWithWordsOfTheirOwn) {
  EXPECT_THAT(read_form({{"<td rowspan=2>成本测算", "一级指标", "二级指标", "指标值", "备注"},
                         {"成本指标", "人工成本", "≤3万元", ""},
                         {"<td rowspan=2>绩效指标", "一级指标", "二级指标", "三级指标", "指标值"},
                         {"产出指标", "数量指标", "次数", "≥3次"}}),
              ElementsAre("成本指标||人工成本|≤3万元", "产出指标|数量指标|次数|≥3次"));
}

TEST(CostTables, HaveTheirFirstLevelAtTheSide) {
  EXPECT_THAT(read_form({{"<td rowspan=2>成本指标", "二级指标", "三级指标", "指标值", "备注"},
                         {"经济成本", "人工成本", "≤3万元", ""},
                         {"<td rowspan=2>绩效指标", "一级指标", "二级指标", "三级指标", "指标值"},
                         {"产出指标", "数量指标", "次数", "≥3次"}}),
              ElementsAre("成本指标|经济成本|人工成本|≤3万元", "产出指标|数量指标|次数|≥3次"));
}

TEST(CostTables, OfAmountsEndTheIndicators) {
  EXPECT_THAT(read_form({{"<td rowspan=2>绩效指标", "一级指标", "二级指标", "三级指标", "指标值"},
                         {"产出指标", "数量指标", "次数", "≥3次"},
                         {"<td rowspan=3>成本测算", "二级指标", "内容", "单价", "金额"},
                         {"人工", "人", "1.00", "3.00"},
                         {"车辆", "辆", "1.00", "3.00"}},
                        {"fields-left-out"}),
              ElementsAre("产出指标|数量指标|次数|≥3次"));
}

TEST(CostTables, AreNoAmountsOfTheProject) {
  EXPECT_THAT(read_form({{"<td rowspan=4>项目预算", "成本构成", "金额", "2023年实际执行数",
                          "2024年实际执行数"},
                         {"人工", "4.00", "3.00", "3.50"},
                         {"车辆", "2.00", "2.00", "1.50"},
                         {"合计", "6.00", "5.00", "5.00"},
                         {"<td rowspan=2>绩效指标", "一级指标", "二级指标", "三级指标", "指标值"},
                         {"产出指标", "数量指标", "次数", "≥3次"}},
                        {"fields-left-out"}),
              ElementsAre("产出指标|数量指标|次数|≥3次"));
}

TEST(CostTables, SayTheTotalWhereNothingElseDoes) {
  const auto table =
      one(page("<h2>2025年项目支出绩效目标表</h2><p>部门：某县水利局</p>",
               {{"项目名称", "<td colspan=4>巡查"},
                {"绩效目标", "<td colspan=4>开展巡查。"},
                {"<td rowspan=4>支出明细", "项目用途", "金额（万元）", "数量", "单价（元）"},
                {"合计", "6.00", "", ""},
                {"1、人工", "4.00", "4", "10000"},
                {"2、车辆", "2.00", "1", "20000"},
                {"一级指标", "二级指标", "三级指标", "<td colspan=2>指标值"},
                {"产出指标", "数量指标", "次数", "<td colspan=2>≥3次"}}));
  EXPECT_THAT(funding_of(table.snapshot.projects.at(0)), ElementsAre("total=6.00"));
  EXPECT_EQ(table.snapshot.unit, "万元");
}

TEST(CostTables, StandBesideALabelThatSpansNothing) {
  // Separated values have no cell over several rows: blank ones stand below the label.
  const auto table =
      one("2025年项目支出绩效目标表,,,\n部门：某县水利局,,,\n项目名称,巡查,,\n项目预算（万元）,"
          "成本构成,金额,"
          "测算依据\n,人工,4.00,四人\n,车辆,2.00,一辆\n,合计,6.00,\n绩效目标,开展巡查。,,\n"
          "一级指标,二级指标,三级指标,指标值\n产出指标,数量指标,次数,≥3次\n");
  EXPECT_THAT(funding_of(table.snapshot.projects.at(0)), ElementsAre("total=6.00"));
  EXPECT_EQ(table.snapshot.projects.at(0).goal, "开展巡查。");
  EXPECT_EQ(table.snapshot.unit, "万元");
}
TEST(CostTables, AreNotThoseOfSources) {
  const auto table = one(page(
      "<h2>2025年项目支出绩效目标表</h2><p>部门：某县水利局 单位：万元</p>",
      {{"项目名称", "<td colspan=4>巡查"},
       {"<td rowspan=5>资金情况", "资金来源", "上年度预算安排", "上年度实际执行", "本年度申请金额"},
       {"合计", "5.00", "4.50", "6.00"},
       {"财政拨款", "4.00", "3.50", "4.50"},
       {"其他资金", "1.00", "1.00", "1.50"},
       {"上年结转", "——", "——", "——"},
       {"绩效目标", "<td colspan=4>开展巡查。"},
       {"一级指标", "二级指标", "三级指标", "<td colspan=2>指标值"},
       {"产出指标", "数量指标", "次数", "<td colspan=2>≥3次"}}));
  EXPECT_THAT(funding_of(table.snapshot.projects.at(0)),
              IsSupersetOf({"total=6.00", "fiscal_appropriation=4.50", "other_funds=1.50",
                            "previous_year=5.00", "上年度实际执行=4.50"}));
  EXPECT_THAT(codes_of(table), Not(Contains("text-left-over")));
}

TEST(CostTables, MayStandBesideLabelsOfMoneyThatNobodyKnows) {
  const auto table =
      one(page("<h2>2025年项目支出绩效目标表</h2><p>部门：某县水利局</p>",
               {{"项目名称", "<td colspan=4>巡查"},
                {"项目资金（万元）", "一、县级财政补贴资金", "3.00", "二、其他资金", "0.20"},
                {"绩效目标", "<td colspan=4>开展巡查。"},
                {"一级指标", "二级指标", "三级指标", "<td colspan=2>指标值"},
                {"产出指标", "数量指标", "次数", "<td colspan=2>≥3次"}}));
  EXPECT_THAT(funding_of(table.snapshot.projects.at(0)),
              IsSupersetOf({"other_funds=0.20", "县级财政补贴资金=3.00"}));
  EXPECT_THAT(codes_of(table), Not(Contains("amount-unreadable")));
}

TEST(IndicatorNames, StandBehindSecondLevelsUnderTheFirstsWord) {
  EXPECT_THAT(read_form({{"<td rowspan=5>绩效指标", "一级指标", "二级指标", "指标值", "备注"},
                         {"数量指标", "次数", "≥3次", ""},
                         {"质量指标", "合格率", "≥90%", ""},
                         {"社会效益指标", "知晓率", "≥90%", ""},
                         {"满意度指标", "满意率", "≥90%", ""}}),
              ElementsAre("|数量指标|次数|≥3次", "|质量指标|合格率|≥90%",
                          "|社会效益指标|知晓率|≥90%", "|满意度指标|满意率|≥90%"));
}

TEST(IndicatorNames, StandUnderAWordThatNobodyKnows) {
  EXPECT_THAT(read_form({{"一级指标", "二级指标", "评审观测点", "指标值"},
                         {"产出指标", "数量指标", "次数", "≥3次"},
                         {"效益指标", "社会效益", "知晓率", "≥90%"}}),
              ElementsAre("产出指标|数量指标|次数|≥3次", "效益指标|社会效益|知晓率|≥90%"));
}

}  // namespace
}  // namespace budgetdiff
