// Amounts and targets of several years or stages beside each other: those of the snapshot's
// year and stage are read, whatever their place, and a finding says which they are.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "small_tables.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace budgetdiff {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

const std::string untitled = "<h2>项目支出绩效目标表</h2><p>部门名称：某县水利局 单位：万元</p>";
const std::string of_2025 =
    "<h2>2025年项目支出绩效目标表</h2><p>部门名称：某县水利局 单位：万元</p>";

std::vector<Row> rolling() {
  return {
      {"<td rowspan=2>项目名称", "<td colspan=3>预算安排", "<td colspan=3>财政拨款",
       "<td rowspan=2>绩效目标", "<td rowspan=2>一级指标", "<td rowspan=2>二级指标",
       "<td rowspan=2>三级指标", "<td colspan=3>指标值"},
      {"2025年", "2026年", "2027年", "2025年", "2026年", "2027年", "2025年", "2026年", "2027年"},
      {"巡查", "3.00", "4.00", "5.00", "2.00", "3.50", "4.50", "开展巡查。", "产出指标", "数量指标",
       "次数", "≥3次", "≥4次", "≥5次"}};
}

std::string target_of(const ImportedTable& table) {
  return table.snapshot.projects.at(0).indicators.at(0).annual_target;
}

std::vector<std::string> sentences_of(const ImportedTable& table, const std::string& code) {
  std::vector<std::string> out;
  for (const Finding& finding : table.provenance.findings) {
    if (finding.code == code) {
      out.push_back(in_english(finding.message));
    }
  }
  return out;
}

TEST(SideBySide, YearsGiveTheSnapshotsOwn) {
  const auto table = one(page(of_2025, rolling()));
  EXPECT_THAT(funding_of(table.snapshot.projects.at(0)),
              ElementsAre("total=3.00", "fiscal_appropriation=2.00", "2026年=4.00", "2027年=5.00",
                          "财政拨款（2026年）=3.50", "财政拨款（2027年）=4.50"));
  EXPECT_EQ(target_of(table), "≥3次");
  EXPECT_THAT(
      sentences_of(table, "year-columns"),
      ElementsAre(HasSubstr("those of this snapshot (2025) are under 2025年"),
                  HasSubstr("targets of several years stand side by side; those of this snapshot "
                            "(2025) are under 2025年")));
}

/// The same rows as separated values give them: a cell that spans has its first position.
std::vector<Row> without_spans(const std::vector<Row>& rows) {
  std::vector<Row> out(rows.size());
  for (std::size_t r = 0; r < rows.size(); ++r) {
    std::size_t at = 0;
    for (const std::string& cell : rows[r]) {
      while (at < out[r].size() && out[r][at] == "taken") {
        out[r][at++] = "";
      }
      const bool wide = cell.starts_with("<td colspan=");
      const bool tall = cell.starts_with("<td rowspan=");
      const std::size_t span =
          wide || tall ? static_cast<std::size_t>(cell[sizeof("<td colspan=") - 1] - '0') : 1;
      out[r].resize(std::max(out[r].size(), at + (wide ? span : 1)));
      out[r][at] = wide || tall ? cell.substr(cell.find('>') + 1) : cell;
      for (std::size_t below = 1; tall && below < span; ++below) {
        out[r + below].resize(std::max(out[r + below].size(), at + 1));
        out[r + below][at] = "taken";
      }
      at += wide ? span : 1;
    }
  }
  return out;
}

TEST(SideBySide, YearsStandUnderBlankCellsWhereNoneSpans) {
  const auto table = one(page(of_2025, without_spans(rolling())));
  const auto spanned = one(page(of_2025, rolling()));
  EXPECT_EQ(funding_of(table.snapshot.projects.at(0)), funding_of(spanned.snapshot.projects.at(0)));
  EXPECT_EQ(target_of(table), "≥3次");
}

TEST(SideBySide, YearsGiveThatOfTheOption) {
  ImportOptions options;
  options.year = 2026;
  const auto table = one(page(untitled, rolling()), options);
  EXPECT_THAT(funding_of(table.snapshot.projects.at(0)), Contains("total=4.00"));
  EXPECT_THAT(funding_of(table.snapshot.projects.at(0)), Contains("previous_year=3.00"));
  EXPECT_EQ(target_of(table), "≥4次");
}

TEST(SideBySide, YearsMayHeadColumnsOfTheirOwnKind) {
  const auto table = one(
      page(of_2025, {{"<td rowspan=2>项目名称", "<td rowspan=2>绩效目标", "<td rowspan=2>一级指标",
                      "<td rowspan=2>二级指标", "<td rowspan=2>三级指标", "<td colspan=2>2025年",
                      "<td colspan=2>2026年", "<td colspan=2>2027年"},
                     {"预算数", "目标值", "预算数", "目标值", "预算数", "目标值"},
                     {"巡查", "开展巡查。", "产出指标", "数量指标", "次数", "3.00", "≥3次", "4.00",
                      "≥4次", "5.00", "≥5次"}}));
  EXPECT_THAT(funding_of(table.snapshot.projects.at(0)),
              ElementsAre("total=3.00", "2026年预算数=4.00", "2027年预算数=5.00"));
  EXPECT_EQ(target_of(table), "≥3次");
}

TEST(SideBySide, YearsHaveTheirSumBesideThem) {
  const auto table = one(
      page(of_2025, {{"<td rowspan=2>项目名称", "<td colspan=3>年度资金", "<td rowspan=2>绩效目标",
                      "<td rowspan=2>一级指标", "<td rowspan=2>二级指标", "<td rowspan=2>三级指标",
                      "<td rowspan=2>指标性质", "<td colspan=3>指标值", "<td rowspan=2>度量单位"},
                     {"合计", "2025年", "2026年", "合计", "2025年", "2026年"},
                     {"巡查", "7.00", "3.00", "4.00", "开展巡查。", "产出指标", "数量指标", "次数",
                      "≥", "7", "3", "4", "次"}}));
  EXPECT_THAT(funding_of(table.snapshot.projects.at(0)),
              ElementsAre("total=3.00", "multi_year_total=7.00", "2026年=4.00"));
  EXPECT_EQ(target_of(table), "≥3次");
  EXPECT_EQ(table.snapshot.projects[0].indicators[0].period_target, "≥7次");
}

TEST(SideBySide, YearsMayBeBareNumbersOrCounted) {
  std::vector<Row> rows = rolling();
  for (const Row& years : {Row{"2025", "2026", "2027"}, Row{"第一年", "第二年", "第三年"}}) {
    rows[1].clear();
    for (int i = 0; i < 3; ++i) {
      rows[1].insert(rows[1].end(), years.begin(), years.end());
    }
    const auto table = one(page(of_2025, rows));
    EXPECT_THAT(funding_of(table.snapshot.projects.at(0)), Contains("total=3.00"));
    EXPECT_THAT(funding_of(table.snapshot.projects.at(0)), Contains(years[1] + "=4.00"));
    EXPECT_EQ(target_of(table), "≥3次");
    EXPECT_EQ(table.snapshot.year, 2025);
  }
  // A year counted is none of the calendar.
  const auto first = one(
      page(untitled,
           {{"项目名称", "第一年预算数", "绩效目标", "一级指标", "二级指标", "三级指标", "指标值"},
            {"巡查", "3.00", "开展巡查。", "产出指标", "数量指标", "次数", "≥3次"}}));
  EXPECT_EQ(first.snapshot.year, std::nullopt);
}

TEST(SideBySide, YearsStandBareBehindTheWholePeriods) {
  const auto table =
      one(page(of_2025, {{"项目名称", "总投资", "2025年投资", "2026年投资", "绩效目标", "一级指标",
                          "二级指标", "三级指标", "三年目标值", "2025年", "2026年"},
                         {"巡查", "7.00", "3.00", "4.00", "开展巡查。", "产出指标", "数量指标",
                          "次数", "≥7次", "≥3次", "≥4次"}}));
  EXPECT_THAT(funding_of(table.snapshot.projects.at(0)),
              ElementsAre("total=3.00", "multi_year_total=7.00", "2026年投资=4.00"));
  EXPECT_EQ(table.snapshot.projects[0].indicators[0].period_target, "≥7次");
  EXPECT_EQ(target_of(table), "≥3次");
}

TEST(SideBySide, YearsWithoutTheSnapshotsGiveTheNearestAloud) {
  ImportOptions options;
  options.year = 2024;
  const auto table = one(page(untitled, rolling()), options);
  EXPECT_EQ(target_of(table), "≥3次");
  EXPECT_THAT(sentences_of(table, "year-columns"),
              ElementsAre(HasSubstr("none of them is of 2024; those under 2025年 were taken"),
                          HasSubstr("none of them is of 2024; those under 2025年 were taken")));
}

TEST(SideBySide, YearsOfAPlanBeginWithItsOwn) {
  const auto plan = one(
      page("<h2>2025-2027年中期规划项目绩效目标表</h2><p>部门：某局 单位：万元</p>", rolling()));
  EXPECT_EQ(target_of(plan), "≥3次");
  const auto table = one(page(untitled, rolling()));
  EXPECT_EQ(target_of(table), "≥5次");
  EXPECT_THAT(sentences_of(table, "year-columns"),
              Contains(HasSubstr("nothing says the table's; those under 2027年 were taken")));
}

TEST(SideBySide, YearsStandInAForm) {
  const std::vector<Row> form = {
      {"项目名称", "<td colspan=5>巡查"},
      {"<td rowspan=3>项目资金（万元）", "资金来源", "合计", "2025年", "2026年", "2027年"},
      {"资金总额", "12.00", "3.00", "4.00", "5.00"},
      {"其中：财政拨款", "9.00", "2.00", "3.00", "4.00"},
      {"绩效目标", "<td colspan=5>开展巡查。"},
      {"一级指标", "二级指标", "三级指标", "2025年目标值", "2026年目标值", "2027年目标值"},
      {"产出指标", "数量指标", "次数", "≥3次", "≥4次", "≥5次"}};
  const auto table = one(page(of_2025, form));
  EXPECT_THAT(funding_of(table.snapshot.projects.at(0)),
              ElementsAre("total=3.00", "fiscal_appropriation=2.00", "multi_year_total=12.00",
                          "2026年=4.00", "2027年=5.00", "财政拨款（2026年）=3.00",
                          "财政拨款（2027年）=4.00", "财政拨款（合计）=9.00"));
  EXPECT_EQ(target_of(table), "≥3次");
}

TEST(SideBySide, StatesBeforeAndAfterAnAdjustmentGiveTheStagesOwn) {
  const std::vector<Row> two_rows = {
      {"<td rowspan=2>项目名称", "<td colspan=2>预算金额", "<td rowspan=2>绩效目标",
       "<td rowspan=2>一级指标", "<td rowspan=2>二级指标", "<td rowspan=2>三级指标",
       "<td colspan=2>指标值"},
      {"调整前", "调整后", "调整前", "调整后"},
      {"巡查", "3.00", "4.00", "开展巡查。", "产出指标", "数量指标", "次数", "≥3次", "≥4次"}};
  const std::vector<Row> one_row = {
      {"项目名称", "调整前预算数", "调整后预算数", "绩效目标", "一级指标", "二级指标", "三级指标",
       "调整前指标值", "调整后指标值"},
      two_rows[2]};
  for (const std::vector<Row>& rows : {two_rows, without_spans(two_rows), one_row}) {
    const auto budget = one(page(of_2025, rows));
    EXPECT_EQ(budget.snapshot.projects.at(0).funding.total()->to_string(), "3.00");
    EXPECT_EQ(target_of(budget), "≥3次");
    ImportOptions options;
    options.stage = "adjusted";
    const auto adjusted = one(page(of_2025, rows), options);
    EXPECT_EQ(adjusted.snapshot.projects.at(0).funding.total()->to_string(), "4.00");
    EXPECT_EQ(target_of(adjusted), "≥4次");
    EXPECT_THAT(sentences_of(adjusted, "stage-columns"),
                Contains(HasSubstr("targets of several stages stand side by side")));
  }
}

TEST(SideBySide, StatesMayHeadColumnsOfTheirOwnKind) {
  const std::vector<Row> rows = {
      {"<td rowspan=2>项目名称", "<td rowspan=2>绩效目标", "<td rowspan=2>一级指标",
       "<td rowspan=2>二级指标", "<td rowspan=2>三级指标", "<td colspan=2>调整前",
       "<td colspan=2>调整后"},
      {"预算数", "指标值", "预算数", "指标值"},
      {"巡查", "开展巡查。", "产出指标", "数量指标", "次数", "3.00", "≥3次", "4.00", "≥4次"}};
  const auto budget = one(page(of_2025, rows));
  EXPECT_THAT(funding_of(budget.snapshot.projects.at(0)),
              ElementsAre("total=3.00", "adjusted_budget=4.00"));
  EXPECT_EQ(target_of(budget), "≥3次");
  ImportOptions options;
  options.stage = "adjusted";
  const auto adjusted = one(page(of_2025, rows), options);
  EXPECT_EQ(adjusted.snapshot.projects.at(0).funding.total()->to_string(), "4.00");
  EXPECT_EQ(target_of(adjusted), "≥4次");
}

TEST(SideBySide, LastYearAndThisGiveThis) {
  const std::vector<Row> two_rows = {
      {"<td rowspan=2>项目名称", "<td colspan=2>预算金额", "<td rowspan=2>绩效目标",
       "<td rowspan=2>一级指标", "<td rowspan=2>二级指标", "<td rowspan=2>三级指标",
       "<td colspan=2>指标值"},
      {"上年", "本年", "上年", "本年"},
      {"巡查", "3.00", "4.00", "开展巡查。", "产出指标", "数量指标", "次数", "≥3次", "≥4次"}};
  const std::vector<Row> one_row = {{"项目名称", "上年预算数", "本年预算数", "绩效目标", "一级指标",
                                     "二级指标", "三级指标", "上年指标值", "本年指标值"},
                                    two_rows[2]};
  for (const std::vector<Row>& rows : {two_rows, without_spans(two_rows), one_row}) {
    const auto table = one(page(of_2025, rows));
    EXPECT_THAT(funding_of(table.snapshot.projects.at(0)),
                ElementsAre("total=4.00", "previous_year=3.00"));
    EXPECT_EQ(target_of(table), "≥4次");
    EXPECT_THAT(codes_of(table), ElementsAre("year-columns", "fields-left-out"));
  }
}

/// A form of one project whose targets stand a column a region.
std::vector<Row> by_region(const Row& heads, const Row& regions) {
  std::vector<Row> rows = {{"项目名称", "<td colspan=5>水利补助"},
                           {"资金总额", "<td colspan=5>5.00"},
                           {"总体目标", "<td colspan=5>开展巡查。"},
                           heads};
  if (!regions.empty()) {
    rows.push_back(regions);
  }
  rows.push_back({"产出指标", "数量指标", "次数", "≥3次", "≥2次"});
  rows.push_back({"效益指标", "社会效益", "知晓率", "≥90%", "≥80%"});
  return rows;
}

TEST(SideBySide, RegionsGiveTheWholeElseTheFirstAloud) {
  const Row wide = {"一级指标", "二级指标", "三级指标", "<td colspan=2>指标值"};
  const auto whole = one(page(of_2025, by_region(wide, {"", "", "", "甲市", "全省"})));
  EXPECT_EQ(target_of(whole), "≥2次");
  EXPECT_THAT(
      sentences_of(whole, "targets-left-out"),
      ElementsAre("targets stand in several columns: those under 指标值/全省 were taken, and "
                  "left out those under 指标值/甲市"));
  const auto first = one(page(of_2025, by_region(wide, {"", "", "", "甲市", "乙县"})));
  EXPECT_EQ(target_of(first), "≥3次");
  EXPECT_EQ(first.snapshot.projects.at(0).indicators.size(), 2U);
  EXPECT_THAT(codes_of(first), ElementsAre("targets-left-out"));
  const auto blank =
      one(page(of_2025, without_spans(by_region(wide, {"", "", "", "甲市", "乙县"}))));
  EXPECT_EQ(target_of(blank), "≥3次");
  EXPECT_EQ(blank.snapshot.projects.at(0).indicators.size(), 2U);
  const auto named =
      one(page(of_2025, by_region({"一级指标", "二级指标", "三级指标", "甲市", "乙县"}, {})));
  EXPECT_EQ(target_of(named), "≥3次");
  EXPECT_THAT(codes_of(named), ElementsAre("targets-left-out"));
}

TEST(SideBySide, AmountsOfRegionsBelowEachOtherAddUp) {
  std::vector<Row> rows = {{"项目名称", "<td colspan=3>水利补助"},
                           {"<td rowspan=3>资金情况（万元）", "地区", "年度金额", "地方资金"},
                           {"甲市", "3.00", "1.00"},
                           {"乙县", "2.00", "1.00"},
                           {"总体目标", "<td colspan=3>开展巡查。"},
                           {"一级指标", "二级指标", "三级指标", "指标值"},
                           {"产出指标", "数量指标", "次数", "≥3次"}};
  EXPECT_THAT(funding_of(one(page(of_2025, rows)).snapshot.projects.at(0)),
              ElementsAre("total=5.00", "地方资金=2.00"));
  rows[1][0] = "<td rowspan=4>资金情况（万元）";
  rows.insert(rows.begin() + 2, {"合计", "5.00", "2.00"});
  EXPECT_THAT(funding_of(one(page(of_2025, rows)).snapshot.projects.at(0)),
              ElementsAre("total=5.00", "地方资金=2.00"));
}

TEST(SideBySide, ValuesOfOtherRegionsInAFormAreSaid) {
  const auto table = one(
      page(of_2025,
           {{"项目名称", "<td colspan=4>水利补助"},
            {"年度金额", "<td colspan=2>3.00", "<td colspan=2>2.00"},
            {"总体目标", "<td colspan=2>甲市开展巡查工作。", "<td colspan=2>乙县开展巡查工作。"},
            {"一级指标", "二级指标", "三级指标", "甲市指标值", "乙县指标值"},
            {"产出指标", "数量指标", "次数", "≥3次", "≥2次"}}));
  EXPECT_THAT(codes_of(table), ElementsAre("text-left-over", "text-left-over", "targets-left-out"));
}

TEST(SideBySide, FormsOfRegionsAreToldApartByThem) {
  std::vector<Row> rows;
  for (const std::string region : {"甲市", "乙县"}) {
    rows.push_back({"区域名称", "<td colspan=3>" + region});
    rows.push_back({"项目名称", "<td colspan=3>水利补助"});
    rows.push_back({"年度金额", "<td colspan=3>3.00"});
    rows.push_back({"总体目标", "<td colspan=3>" + region + "开展巡查。"});
    rows.push_back({"一级指标", "二级指标", "三级指标", "指标值"});
    rows.push_back({"产出指标", "数量指标", "次数", "≥3次"});
  }
  const auto table = one(page(of_2025, rows));
  ASSERT_EQ(table.snapshot.projects.size(), 2U);
  EXPECT_EQ(table.snapshot.projects[0].spending_unit, "甲市");
  EXPECT_EQ(table.snapshot.projects[1].spending_unit, "乙县");
  rows.resize(rows.size() / 2);
  const auto one_region = one(page("<h2>2025年区域绩效目标表</h2><p>单位：万元</p>", rows));
  EXPECT_EQ(one_region.snapshot.department, "") << "a region owns no table";
}

TEST(SideBySide, RowsOfRegionsAreNoProjects) {
  const auto document = read(
      page(of_2025, {{"地区", "金额", "绩效目标", "一级指标", "二级指标", "三级指标", "指标值"},
                     {"甲市", "3.00", "开展巡查。", "产出指标", "数量指标", "次数", "≥3次"}}));
  ASSERT_FALSE(document);
  EXPECT_THAT(in_english(document.error()),
              HasSubstr("the table of indicators names no project (项目名称)"));
}

TEST(SideBySide, IndicatorsOfTwoSpansShareTheirCategories) {
  const auto table = one(page(
      untitled, {{"项目名称", "<td colspan=5>巡查"},
                 {"资金总额", "<td colspan=5>3.00"},
                 {"<td rowspan=5>绩效指标", "<td rowspan=2>一级指标", "<td rowspan=2>二级指标",
                  "<td colspan=2>中期目标", "<td colspan=2>年度目标"},
                 {"三级指标", "指标值", "三级指标", "指标值"},
                 {"<td rowspan=2>产出指标", "数量指标", "三年里程", "≥30公里", "里程", "≥10公里"},
                 {"质量指标", "合格率", "≥95%", "合格率", "≥90%"},
                 {"效益指标", "社会效益指标", "安全", "提升", "", ""}}));
  std::vector<std::string> all;
  for (const Indicator& one : table.snapshot.projects.at(0).indicators) {
    all.push_back(one.level1 + "/" + one.level2 + "/" + one.name + " " + one.period_target + " " +
                  one.annual_target);
  }
  EXPECT_THAT(
      all, ElementsAre("产出指标/数量指标/三年里程 ≥30公里 ", "产出指标/质量指标/合格率 ≥95% ≥90%",
                       "效益指标/社会效益指标/安全 提升 ", "产出指标/数量指标/里程  ≥10公里"));
}

TEST(SideBySide, YearsMayHaveAmountsThatOnlyOneOfThemHas) {
  // What was spent in 2024 is no part of the budget of 2025.
  const auto table =
      one(page("<h2>某县卫健局2025年项目支出绩效目标表</h2><p>单位：万元</p>",
               {{"<td rowspan=2>项目名称", "<td colspan=2>2024年", "<td rowspan=2>2025年预算数",
                 "<td rowspan=2>绩效目标", "<td rowspan=2>三级指标", "<td rowspan=2>指标值"},
                {"预算数", "执行数"},
                {"巡查", "3.00", "2.70", "4.00", "巡查全县河道。", "次数", "≥3次"}}));
  EXPECT_THAT(
      funding_of(table.snapshot.projects.at(0)),
      testing::UnorderedElementsAre("total=4.00", "previous_year=3.00", "2024年执行数=2.70"));
}

TEST(SideBySide, YearsOfAFormEndWhereOtherAmountsBegin) {
  const auto table = [](const std::vector<Row>& money) {
    std::vector<Row> rows = {
        {"项目名称", "<td colspan=5>巡查"},
        {"<td rowspan=2>分年度预算（万元）", "合计", "2024年", "2025年", "2026年", "备注"},
        {"9.00", "3.00", "3.50", "2.50", ""}};
    rows.insert(rows.end(), money.begin(), money.end());
    rows.push_back({"绩效目标", "<td colspan=5>巡查全县河道。"});
    rows.push_back({"一级指标", "二级指标", "三级指标", "<td colspan=2>指标值", "备注"});
    rows.push_back({"产出指标", "数量指标", "次数", "<td colspan=2>≥3次", ""});
    return one(page("<h2>某县卫健局2025年项目支出绩效目标表</h2>", rows));
  };
  const auto sources = testing::IsSupersetOf(
      {"total=3.50", "fiscal_appropriation=3.20", "carried_over=0.30", "multi_year_total=9.00"});
  EXPECT_THAT(funding_of(table({{"当年预算资金（万元）", "3.50", "其中：财政资金", "3.20",
                                 "上年结转", "0.30"}})
                             .snapshot.projects.at(0)),
              sources);
  EXPECT_THAT(funding_of(table({{"当年预算资金（万元）", "<td colspan=5>3.50"},
                                {"财政资金", "<td colspan=5>3.20"},
                                {"上年结转", "<td colspan=5>0.30"}})
                             .snapshot.projects.at(0)),
              sources);
}

}  // namespace
}  // namespace budgetdiff
