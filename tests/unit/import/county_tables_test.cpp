// Layouts that counties and departments publish: tables of the long term and of the year below
// each other, groups of columns with units of their own, amounts behind labels that nobody knows.
// All figures are made up.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "small_tables.hpp"

namespace budgetdiff {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsSupersetOf;
using testing::Not;

const std::string heading = "<h2>某县水利局2025年项目支出绩效目标表</h2><p>单位：万元</p>";

/// "数量指标 次数: ≥9次 / ≥3次": period and annual target.
std::vector<std::string> items_of(const ImportedTable& table) {
  std::vector<std::string> out;
  for (const Project& project : table.snapshot.projects) {
    for (const Indicator& item : project.indicators) {
      out.push_back(item.level2 + " " + item.name + ": " + item.period_target + " / " +
                    item.annual_target);
    }
  }
  return out;
}

std::vector<std::string> messages_of(const ImportedTable& table) {
  std::vector<std::string> out;
  for (const Finding& finding : table.provenance.findings) {
    out.push_back(in_english(finding.message));
  }
  return out;
}

/// A form with a table of the long term and one of the year, each below its caption.
std::string two_tables(const std::string& first, const std::string& second, bool years) {
  std::vector<std::vector<std::string>> rows = {
      {"项目名称", "<td colspan=7>河道巡查"},
      {"预算金额（万元）", "<td colspan=7>3.00"},
      {"<td colspan=8>" + first},
      {"目标名称", "一级指标", "二级指标", "<td colspan=3>三级指标", "指标值", "绩效标准"},
      {"长期目标1", "产出指标", "数量指标", "<td colspan=3>巡查次数", "≥9次", "计划标准"},
      {"<td colspan=8>" + second}};
  if (years) {
    rows.push_back({"<td rowspan=2>目标名称", "<td rowspan=2>一级指标", "<td rowspan=2>二级指标",
                    "<td rowspan=2>三级指标", "<td colspan=3>指标值", "<td rowspan=2>绩效标准"});
    rows.push_back({"前年", "上年", "预计当年实现"});
    rows.push_back({"<td rowspan=2>年度目标1", "<td rowspan=2>产出指标", "数量指标", "巡查次数",
                    "2次", "2次", "≥3次", "计划标准"});
    rows.push_back({"质量指标", "整改率", "91%", "92%", "≥95%", "计划标准"});
  } else {
    rows.push_back(rows[3]);
    rows.push_back({"<td rowspan=2>年度目标1", "<td rowspan=2>产出指标", "数量指标",
                    "<td colspan=3>巡查次数", "≥3次", "计划标准"});
    rows.push_back({"质量指标", "<td colspan=3>整改率", "≥95%", "计划标准"});
  }
  return page("<h2>某县水利局2025年项目支出绩效目标表</h2>", rows);
}

TEST(CountyTables, TellTheLongTermFromTheYearByTheCaptionsInTheirRows) {
  for (const bool years : {false, true}) {
    for (const auto& [first, second] :
         {std::pair<std::string, std::string>{"长期绩效目标表", "年度绩效目标表"},
          {"长期绩效指标", "年度绩效指标"},
          {"中长期绩效指标", "年度绩效指标"},
          {"实施期绩效指标", "年度绩效目标"}}) {
      EXPECT_THAT(items_of(one(two_tables(first, second, years))),
                  ElementsAre("数量指标 巡查次数: ≥9次 / ≥3次", "质量指标 整改率:  / ≥95%"))
          << first << years;
    }
  }
}

TEST(CountyTables, GiveEachGroupOfColumnsItsUnits) {
  const ImportedTable table = one(page(
      heading, {{"<td rowspan=2>项目名称", "<td rowspan=2>预算金额", "<td rowspan=2>绩效目标",
                 "<td colspan=4>产出指标", "<td colspan=4>满意度指标"},
                {"三级指标", "比较符", "指标值", "单位", "三级指标", "比较符", "指标值", "单位"},
                {"河道巡查", "3.00", "开展巡查。", "巡查里程", "≥", "12", "公里", "群众满意度", "≥",
                 "90", "%"}}));
  EXPECT_THAT(items_of(table), ElementsAre(" 巡查里程:  / ≥12公里", " 群众满意度:  / ≥90%"));
}

TEST(CountyTables, MayCallAnIndicatorNothingButName) {
  const ImportedTable table = one(
      page(heading,
           {{"<td rowspan=2>项目名称", "<td rowspan=2>预算金额", "<td rowspan=2>绩效目标",
             "<td colspan=3>数量指标", "<td colspan=3>质量指标"},
            {"名称", "目标值", "单位", "名称", "目标值", "单位"},
            {"河道巡查", "3.00", "开展巡查。", "巡查里程", "12", "公里", "整改率", "95", "%"}}));
  EXPECT_THAT(items_of(table),
              ElementsAre("数量指标 巡查里程:  / 12公里", "质量指标 整改率:  / 95%"));
}

TEST(CountyTables, GiveBothTargetsTheirComparators) {
  const std::vector<std::string> both = {"数量指标 巡查里程: ≥36公里 / ≥12公里"};
  EXPECT_EQ(
      items_of(one(page(
          heading, {{"<td rowspan=2>项目名称", "<td rowspan=2>预算数", "<td rowspan=2>绩效目标",
                     "<td rowspan=2>一级指标", "<td rowspan=2>二级指标", "<td rowspan=2>三级指标",
                     "<td colspan=3>实施周期指标值", "<td colspan=3>年度指标值"},
                    {"符号", "值", "单位", "符号", "值", "单位"},
                    {"河道巡查", "3.00", "开展巡查。", "产出指标", "数量指标", "巡查里程", "≥",
                     "36", "公里", "≥", "12", "公里"}}))),
      both);
  EXPECT_EQ(items_of(one(
                page(heading, {{"项目名称", "预算数", "绩效目标", "一级指标", "二级指标",
                                "三级指标", "比较符", "实施周期指标值", "年度指标值", "计量单位"},
                               {"河道巡查", "3.00", "开展巡查。", "产出指标", "数量指标",
                                "巡查里程", "≥", "36", "12", "公里"}}))),
            both);
}

TEST(CountyTables, PartIndicatorsThatHaveALineEachInOneRow) {
  const auto rows = [](const std::string& names, const std::string& targets) {
    return one(page(
        heading, {{"项目名称", "预算数", "绩效目标", "一级指标", "二级指标", "三级指标", "指标值"},
                  {"河道巡查", "3.00", "开展巡查。", "产出指标", "数量指标", names, targets}}));
  };
  EXPECT_THAT(items_of(rows("巡查里程<br>清淤里程", "12公里<br>≥9公里")),
              ElementsAre("数量指标 巡查里程:  / 12公里", "数量指标 清淤里程:  / ≥9公里"));
  // A name, or a target in words, that its author broke.
  EXPECT_THAT(items_of(rows("巡查<br>里程", "≥12公里")),
              ElementsAre("数量指标 巡查里程:  / ≥12公里"));
  EXPECT_THAT(items_of(rows("水质<br>面貌", "逐步<br>改善")),
              ElementsAre("数量指标 水质面貌:  / 逐步改善"));
}

TEST(CountyTables, HoldNothingThatNobodySees) {
  const ImportedTable table = one(
      page(heading,
           {{"项目名称", "预算数", "绩效目标", "三级指标", "指标值"},
            {"河道\u200b巡查\u00ad", "\ufeff3.00\u200b", "开展巡查。", "巡查次数", "≥3\u200b次"}}));
  EXPECT_THAT(names_of(table.snapshot), ElementsAre("河道巡查"));
  EXPECT_THAT(funding_of(table.snapshot.projects.at(0)), ElementsAre("total=3.00"));
  EXPECT_THAT(items_of(table), ElementsAre(" 巡查次数:  / ≥3次"));
}

TEST(CountyTables, TakeNoKindOfIndicatorForAComparator) {
  const auto target = [](const std::string& kind, const std::string& value,
                         const std::string& unit) {
    return one(page(heading, {{"项目名称", "预算数", "绩效目标", "三级指标", "指标性质", "指标值",
                               "计量单位"},
                              {"河道巡查", "3.00", "开展巡查。", "巡查率", kind, value, unit}}))
        .snapshot.projects.at(0)
        .indicators.at(0)
        .annual_target;
  };
  EXPECT_EQ(target("正向", "90", "%"), "90%");
  EXPECT_EQ(target("逆向指标", "5", "%"), "5%");
  EXPECT_EQ(target("文字描述", "显著提升", ""), "显著提升");
  EXPECT_EQ(target("=", "是", "是/否"), "=是");
  EXPECT_EQ(target("≤", "12月31日", "日期"), "≤12月31日");
  EXPECT_EQ(target("≥", "90", "%"), "≥90%");
}

TEST(CountyTables, AreOfTheDepartmentInTheirTitleWhereOneUnitSpends) {
  const ImportedTable table =
      one(page(heading, {{"项目名称", "项目单位", "预算数", "绩效目标"},
                         {"河道巡查", "某县水库管理所", "3.00", "开展巡查。"},
                         {"水闸维修", "某县水库管理所", "5.00", "维修水闸。"}}));
  EXPECT_EQ(table.snapshot.department, "某县水利局");
  EXPECT_EQ(table.snapshot.projects.at(0).spending_unit, "某县水库管理所");
}

TEST(CountyTables, HaveNoCodesThatASpreadsheetRounded) {
  const auto codes = [](const std::string& first, const std::string& second) {
    const ImportedTable table = one(page(heading, {{"项目编码", "项目名称", "预算数", "绩效目标"},
                                                   {first, "河道巡查", "3.00", "开展巡查。"},
                                                   {second, "水闸维修", "5.00", "维修水闸。"}}));
    std::vector<std::string> out = {table.snapshot.projects.at(0).code,
                                    table.snapshot.projects.at(1).code};
    for (const std::string& code : codes_of(table)) {
      if (code == "code-rounded") {
        out.push_back(code);
      }
    }
    return out;
  };
  EXPECT_THAT(codes("5.10001E+19", "51000021000020000000"),
              ElementsAre("", "", "code-rounded", "code-rounded"));
  EXPECT_THAT(codes("51000021R000000019951", "510000210000199521"),
              ElementsAre("51000021R000000019951", "510000210000199521"));
}

TEST(CountyTables, JoinAmountsThatLackTheirQuotes) {
  const std::string above =
      "某县水利局2024年项目支出绩效目标表,,,,,\n单位：元,,,,,\n"
      "项目名称,预算数,财政拨款,绩效目标,三级指标,指标值\n";
  const auto funding = [&](const std::string& row) {
    return funding_of(one(above + row + "\n").snapshot.projects.at(0));
  };
  EXPECT_THAT(funding("河道巡查,1,200.50,\"1,200.50\",开展巡查。,次数,≥3次"),
              ElementsAre("total=1200.50", "fiscal_appropriation=1200.50"));
  EXPECT_THAT(funding("河道巡查,1,200,300.50,1,200,300.50,开展巡查。,次数,≥3次"),
              ElementsAre("total=1200300.50", "fiscal_appropriation=1200300.50"));
  const ImportedTable slid = one(above + "河道巡查,3.00,3.00,开展巡查。,次数,≥3次,再\n");
  EXPECT_THAT(codes_of(slid), Contains("text-left-over"));
}

std::string form(const std::vector<std::vector<std::string>>& money,
                 const std::string& goal = "开展巡查。") {
  std::vector<std::vector<std::string>> rows = {{"项目名称", "<td colspan=4>河道巡查"}};
  rows.insert(rows.end(), money.begin(), money.end());
  rows.push_back({"年度绩效目标", "<td colspan=4>" + goal});
  rows.push_back({"一级指标", "二级指标", "三级指标", "<td colspan=2>指标值"});
  rows.push_back({"产出指标", "数量指标", "巡查次数", "<td colspan=2>≥3次"});
  return page("<h2>某县水利局2025年项目支出绩效目标表</h2>", rows);
}

TEST(CountyTables, MayHaveTheUnitInTheCellBehindTheAmount) {
  const ImportedTable table = one(form({{"项目总额：", "45", "万元", "权重(%)：", "10"},
                                        {"其中：财政资金：", "40", "万元", "", ""},
                                        {"单位资金：", "5", "万元", "", ""}}));
  EXPECT_EQ(table.snapshot.unit, "万元");
  EXPECT_THAT(funding_of(table.snapshot.projects.at(0)),
              IsSupersetOf({"total=45", "fiscal_appropriation=40"}));
  EXPECT_THAT(codes_of(table), Not(Contains("unit-missing")));
}

TEST(CountyTables, KeepAmountsBehindLabelsThatNobodyKnowsWhereThereAreNoOthers) {
  const ImportedTable table =
      one(form({{"年度本级预算金额", "250万", "该项目支出上级资金", "<td colspan=2>30"},
                {"项目支出实施期", "<td colspan=4>2025.07-2026.01"}}));
  EXPECT_THAT(funding_of(table.snapshot.projects.at(0)),
              ElementsAre("年度本级预算金额=250", "该项目支出上级资金=30"));
  EXPECT_THAT(messages_of(table), Not(Contains(HasSubstr("has an amount that was"))));
}

TEST(CountyTables, SayAnAmountWithWordsBesideItBehindALabelThatNobodyKnows) {
  for (const char* const text : {"约12.5", "12.5（预计）", "12.5万元（本级5万元，上级7.5万元）"}) {
    const ImportedTable table =
        one(form({{"年度本级预算金额", text, "属性", "<td colspan=2>新增"}}));
    EXPECT_THAT(codes_of(table), Contains("amount-unreadable")) << text;
    EXPECT_THAT(messages_of(table), Not(Contains(HasSubstr("has an amount that was")))) << text;
  }
  const ImportedTable kinds =
      one(form({{"年度本级预算金额", "3类", "属性", "<td colspan=2>新增"}}));
  EXPECT_THAT(codes_of(kinds), Not(Contains("amount-unreadable")));
}

TEST(CountyTables, ReadAnAmountWithWordsBesideItBesideOtherLabels) {
  for (const char* const text : {"约12.5", "12.5（预计）", "12.5万元（本级5万元，上级7.5万元）"}) {
    const ImportedTable table =
        one(form({{"预算金额（万元）", text, "实施单位", "<td colspan=2>丁县河道站"}}));
    EXPECT_THAT(funding_of(table.snapshot.projects.at(0)), ElementsAre("total=12.5")) << text;
    EXPECT_THAT(codes_of(table), Contains("text-left-over")) << text;
  }
}

TEST(CountyTables, KeepTheParagraphsOfAGoalWithoutFullStops) {
  const auto goal_of = [](const std::string& goal) {
    return one(form({{"预算金额（万元）", "<td colspan=4>3.00"}}, goal))
        .snapshot.projects.at(0)
        .goal;
  };
  EXPECT_EQ(goal_of("1.新增就业≥12000<br>2.失业率≤4.5<br>3.培训500"),
            "1.新增就业≥12000\n2.失业率≤4.5\n3.培训500");
  EXPECT_EQ(goal_of("目标1：安置120<br>目标2：发放率100%"), "目标1：安置120\n目标2：发放率100%");
  // Print breaks a line before any number.
  EXPECT_EQ(goal_of("完成河道清淤共<br>2.5公里"), "完成河道清淤共2.5公里");
  EXPECT_EQ(goal_of("1.巡查，2.清淤，<br>3.修坝"), "1.巡查，2.清淤，3.修坝");
}

TEST(CountyTables, SayWhichBodiesAndRegionsTheyLeftOut) {
  const ImportedTable table = one(form({{"中央主管部门", "<td colspan=4>水利部"},
                                        {"省级主管部门", "<td colspan=4>某省水利厅"},
                                        {"补助地区", "<td colspan=4>某市"},
                                        {"年度金额（万元）", "<td colspan=4>3.00"}}));
  EXPECT_THAT(messages_of(table), Contains(HasSubstr("省级主管部门")));
  EXPECT_THAT(messages_of(table), Contains(HasSubstr("补助地区")));
}

}  // namespace
}  // namespace budgetdiff
