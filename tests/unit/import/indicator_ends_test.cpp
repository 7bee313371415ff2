// What stands below a form's indicators and is none of them. All texts are made up.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "small_tables.hpp"

namespace budgetdiff {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::Not;

ImportedTable read_form(const std::vector<Row>& indicators) {
  std::vector<Row> rows = {{"项目名称", "<td colspan=6>巡查"},
                           {"年度资金总额", "<td colspan=6>6.00"},
                           {"绩效目标", "<td colspan=6>开展巡查。"}};
  rows.insert(rows.end(), indicators.begin(), indicators.end());
  return one(page("<h2>2025年项目支出绩效目标表</h2><p>部门：某县水利局 单位：万元</p>", rows));
}

std::vector<std::string> indicators_of(const ImportedTable& table) {
  std::vector<std::string> out;
  for (const Indicator& one : table.snapshot.projects.at(0).indicators) {
    out.push_back(one.level1 + "|" + one.level2 + "|" + one.name + "|" + one.annual_target);
  }
  return out;
}

TEST(IndicatorEnds, AreALabelWithATextOverAllColumns) {
  const ImportedTable table = read_form(
      {{"<td rowspan=3>绩效指标", "一级指标", "二级指标", "<td colspan=3>绩效标准", "预期实现值"},
       {"数量指标", "维修次数", "<td colspan=3>反映维修情况", "≥28次"},
       {"质量指标", "合格情况", "<td colspan=3>反映验收情况", "≥92%"},
       {"实现目标的办法", "<td colspan=6>加强考核"},
       {"意见", "<td colspan=6>年 月 日"}});
  EXPECT_THAT(indicators_of(table),
              ElementsAre("|数量指标|维修次数|≥28次", "|质量指标|合格情况|≥92%"));
  EXPECT_THAT(codes_of(table), Not(Contains("indicator-incomplete")));
}

TEST(IndicatorEnds, AreTheSumOfScores) {
  const ImportedTable table = read_form(
      {{"<td rowspan=2>绩效指标", "一级指标", "二级指标", "三级指标", "指标值", "分值", "得分"},
       {"产出指标", "数量指标", "次数", "≥3次", "90", "88"},
       {"<td colspan=5>合计", "90", "88"},
       {"存在问题", "<td colspan=6>无"}});
  EXPECT_THAT(indicators_of(table), ElementsAre("产出指标|数量指标|次数|≥3次"));
  EXPECT_THAT(funding_of(table.snapshot.projects.at(0)), ElementsAre("total=6.00"));
  EXPECT_THAT(codes_of(table), Not(Contains("amount-doubled")));
  EXPECT_THAT(codes_of(table), Not(Contains("text-left-over")));
}

TEST(IndicatorEnds, AreTheLinesAboveTheNextForm) {
  const std::vector<Row> form = {
      {"<td colspan=5>2025年项目支出绩效目标表"},
      {"<td colspan=3>预算单位：某县水利局（本级）", "<td colspan=2>单位：万元"},
      {"项目名称", "<td colspan=4>巡查"},
      {"年度资金总额", "<td colspan=4>6.00"},
      {"绩效目标", "<td colspan=4>开展巡查。"},
      {"<td rowspan=2>绩效指标", "一级指标", "二级指标", "三级指标", "指标值"},
      {"产出指标", "数量指标", "次数", "≥3次"}};
  std::vector<Row> sheet = form;
  sheet.insert(sheet.end(), form.begin(), form.end());
  sheet[form.size() + 2][1] = "<td colspan=4>宣传";
  const ImportedTable table = one(page("", sheet));
  ASSERT_EQ(table.snapshot.projects.size(), 2U);
  for (const Project& project : table.snapshot.projects) {
    EXPECT_EQ(project.indicators.size(), 1U) << project.name;
  }
}

TEST(IndicatorEnds, MayBeAmountsBelowThem) {
  // A sum without a column of scores above its figure is one of money.
  const auto table =
      one(page("<h2>2025年项目支出绩效目标表</h2><p>部门：某县水利局 单位：万元</p>",
               {{"项目名称", "<td colspan=4>巡查"},
                {"绩效目标", "<td colspan=4>开展巡查。"},
                {"<td rowspan=2>绩效指标", "一级指标", "二级指标", "三级指标", "指标值"},
                {"产出指标", "数量指标", "次数", "≥3次"},
                {"合计", "<td colspan=4>6.00"}}));
  EXPECT_THAT(funding_of(table.snapshot.projects.at(0)), ElementsAre("total=6.00"));
}

TEST(IndicatorNames, StandUnderTheContentOfGoals) {
  EXPECT_THAT(
      indicators_of(read_form({{"<td rowspan=3>年度绩效", "一级指标", "二级指标",
                                "<td colspan=3>绩效目标内容", "绩效目标值"},
                               {"产出", "数量目标", "<td colspan=3>养护面积", "≥35公顷"},
                               {"效益", "社会效益目标", "<td colspan=3>游客人次", "≥10万人次"}})),
      ElementsAre("产出|数量目标|养护面积|≥35公顷", "效益|社会效益目标|游客人次|≥10万人次"));
}

}  // namespace
}  // namespace budgetdiff
