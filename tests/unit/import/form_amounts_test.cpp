// The money of a form whose labels no list knows, or that stands in several columns. All figures
// are made up.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "small_tables.hpp"

namespace budgetdiff {
namespace {

using testing::Contains;
using testing::Not;
using testing::UnorderedElementsAre;

/// A form of seven columns with these rows of money.
ImportedTable form(const std::string& title, const std::vector<Row>& money) {
  std::vector<Row> rows{{"项目名称", "<td colspan=6>水渠整治"}};
  rows.insert(rows.end(), money.begin(), money.end());
  rows.push_back({"年度目标", "<td colspan=6>整治水渠12公里，及时整改发现的问题。"});
  rows.push_back({"一级指标", "二级指标", "三级指标", "<td colspan=4>指标值"});
  rows.push_back({"产出指标", "数量指标", "整治长度", "<td colspan=4>≥12公里"});
  rows.push_back({"满意度指标", "服务对象满意度指标", "村民满意度", "<td colspan=4>≥90%"});
  return one(page("<h2>" + title + "</h2><p>部门：某县水利局</p>", rows));
}

std::vector<std::string> money_of(const ImportedTable& table) {
  return funding_of(table.snapshot.projects.at(0));
}

TEST(FormAmounts, OfARowThatNobodyKnowsAreKeptForEachStage) {
  const ImportedTable table =
      form("2025年项目绩效运行监控表", {{"<td rowspan=4>项目资金（万元）", "", "年初预算数",
                                         "1-8月执行数", "<td colspan=3>全年预计执行数"},
                                        {"年度资金总额：", "12.00", "7.00", "<td colspan=3>11.00"},
                                        {"其中：省级补助", "8.00", "5.00", "<td colspan=3>8.00"},
                                        {"其他资金", "4.00", "2.00", "<td colspan=3>3.00"}});
  EXPECT_THAT(
      money_of(table),
      testing::IsSupersetOf({"total=12.00", "other_funds=4.00", "省级补助=8.00",
                             "省级补助（1-8月执行数）=5.00", "省级补助（全年预计执行数）=8.00"}));
  EXPECT_THAT(codes_of(table), Not(Contains("amount-doubled")));
  EXPECT_THAT(codes_of(table), Not(Contains("fields-left-out")));
}

TEST(FormAmounts, StandInCellsWithTheirLabels) {
  const ImportedTable table =
      form("2025年项目支出绩效目标表", {{"预算资金", "<td colspan=3>总额：１２．５０万元",
                                         "<td colspan=3>其中：财政拨款：8.00万元"}});
  EXPECT_THAT(money_of(table), UnorderedElementsAre("total=12.50", "fiscal_appropriation=8.00"));
}

/// Forms of one document, each its project and the cell beside 资金总额.
ImportedTable forms(const std::vector<std::pair<std::string, std::string>>& projects,
                    const std::string& above = "") {
  std::string out = "<h2>某县水利局2025年项目支出绩效目标表</h2>" + above;
  for (const auto& [name, amount] : projects) {
    out += table({{"项目名称", "<td colspan=3>" + name},
                  {"资金总额", amount, "实施单位", "某县水利局"},
                  {"年度目标", "<td colspan=3>完成" + name + "。"},
                  {"一级指标", "二级指标", "三级指标", "指标值"},
                  {"产出指标", "数量指标", "长度", "≥3公里"}});
  }
  return one(out);
}

TEST(FormAmounts, WithoutAUnitAreSaidWhereAnothersIsTaken) {
  const ImportedTable mixed = forms({{"清淤", "7.5"}, {"护坡", "9万元"}, {"闸门", "8元"}});
  EXPECT_EQ(mixed.snapshot.unit, "万元");
  EXPECT_THAT(codes_of(mixed), Contains("unit-missing"));
  EXPECT_THAT(codes_of(forms({{"清淤", "7.5万元"}, {"护坡", "9万元"}})),
              Not(Contains("unit-missing")));
  EXPECT_THAT(codes_of(forms({{"清淤", "—"}, {"护坡", "9万元"}})), Not(Contains("unit-missing")));
  EXPECT_THAT(codes_of(forms({{"清淤", "7.5"}, {"护坡", "9万元"}}, "<p>单位：万元</p>")),
              Not(Contains("unit-missing")));
}

TEST(FormAmounts, HaveOneKeyHoweverTheirLabelBegins) {
  for (const char* const label :
       {"其中：镇级配套", "其中:镇级配套：", "其中，镇级配套", "镇级配套", "1.镇级配套"}) {
    const ImportedTable table =
        form("2025年项目支出绩效目标表",
             {{"<td rowspan=2>项目资金（万元）", "年度资金总额", "<td colspan=5>12.00"},
              {label, "<td colspan=5>8.00"}});
    EXPECT_THAT(money_of(table), UnorderedElementsAre("total=12.00", "镇级配套=8.00")) << label;
    EXPECT_THAT(codes_of(table), Not(Contains("text-left-over"))) << label;
  }
}

TEST(FormAmounts, OfTheOwnYearAreTheirSource) {
  for (const char* const word : {"本年", "当年", "本年度", "当年度"}) {
    const ImportedTable table =
        form("2025年项目支出绩效目标表",
             {{"<td rowspan=2>项目资金（万元）", "年度资金总额", "<td colspan=5>12.00"},
              {std::string("其中：") + word + "政府性基金预算拨款", "<td colspan=5>8.00"}});
    EXPECT_THAT(money_of(table), UnorderedElementsAre("total=12.00", "government_funds=8.00"))
        << word;
  }
}

/// 预算数 | 12 | 执行数 | 11, each with its sources below.
std::vector<Row> pairs(const std::string& budget, const std::string& spent) {
  return {{"<td rowspan=3>预算执行情况（万元）", budget, "12.00", spent, "<td colspan=3>11.00"},
          {"其中：财政拨款", "9.00", "其中：财政拨款", "<td colspan=3>8.50"},
          {"其他资金", "3.00", "其他资金", "<td colspan=3>2.50"}};
}

TEST(FormAmounts, BelowWhatWasSpentArePartsOfIt) {
  const ImportedTable table = form("2025年项目支出绩效自评表", pairs("预算数：", "执行数："));
  EXPECT_THAT(
      money_of(table),
      UnorderedElementsAre("total=11.00", "fiscal_appropriation=8.50", "other_funds=2.50",
                           "预算数=12.00", "财政拨款（预算数）=9.00", "其他资金（预算数）=3.00"));
  EXPECT_EQ(table.snapshot.unit, "万元");
  EXPECT_THAT(codes_of(table), Not(Contains("amount-doubled")));
  const ImportedTable budget =
      form("2025年项目支出绩效目标表", pairs("年度预算总额", "实际支出总额"));
  EXPECT_THAT(money_of(budget),
              UnorderedElementsAre("total=12.00", "fiscal_appropriation=9.00", "other_funds=3.00",
                                   "executed=11.00", "财政拨款（实际支出总额）=8.50",
                                   "其他资金（实际支出总额）=2.50"));
}

TEST(FormAmounts, BesideWhatWasSpentAreTheBudgetsWhereEachIsThereOnce) {
  const ImportedTable table =
      form("2025年项目支出绩效目标表",
           {{"<td rowspan=2>项目资金（万元）", "预算数", "12.00", "执行数", "<td colspan=3>11.00"},
            {"其中：财政拨款", "9.00", "其他资金", "<td colspan=3>3.00"}});
  EXPECT_THAT(money_of(table),
              UnorderedElementsAre("total=12.00", "executed=11.00", "fiscal_appropriation=9.00",
                                   "other_funds=3.00"));
}

TEST(FormAmounts, BelowARowOfLabelsAreKeptUnderThem) {
  const ImportedTable table =
      form("2025年项目支出绩效目标表",
           {{"<td rowspan=2>预算资金（万元）", "合计", "中央", "省级", "乡镇自筹", "贷款", "其他"},
            {"12.00", "6.00", "3.00", "—", "2.00", "1.00"}});
  EXPECT_THAT(money_of(table), UnorderedElementsAre("total=12.00", "中央=6.00", "省级=3.00",
                                                    "贷款=2.00", "other_funds=1.00"));
  EXPECT_THAT(codes_of(table), Not(Contains("amount-missing")));
  // Lines of costs below their header are none of them.
  const ImportedTable costs = form("2025年项目支出绩效目标表",
                                   {{"资金总额（万元）", "<td colspan=6>12.00"},
                                    {"支出明细", "数量", "单价", "天数", "次数", "里程", "人数"},
                                    {"水泥", "6", "2", "1", "3", "4", "5"}});
  EXPECT_THAT(money_of(costs), UnorderedElementsAre("total=12.00"));
}

TEST(FormAmounts, DoNotHangOnASourceThatIsAValue) {
  const ImportedTable table =
      form("2025年项目支出绩效目标表",
           {{"实施单位", "<td colspan=2>某县水利局", "资金来源", "<td colspan=3>政府性基金"},
            {"预算金额", "<td colspan=2>12万元", "其中：本级", "<td colspan=3>10万元"}});
  EXPECT_THAT(money_of(table), UnorderedElementsAre("total=12", "本级=10"));
  EXPECT_THAT(codes_of(table), Contains("fields-left-out"));
}

TEST(FormAmounts, AreToldWhatNarrowsThemDown) {
  for (const char* const cell : {"12.00（9.00+3.00）", "约12.00", "12.00（暂列）", "12.00左右"}) {
    const ImportedTable table =
        form("2025年项目支出绩效目标表",
             {{"年度资金总额（万元）", std::string("<td colspan=6>") + cell}});
    EXPECT_THAT(money_of(table), UnorderedElementsAre("total=12.00")) << cell;
    EXPECT_THAT(codes_of(table), Contains("text-left-over")) << cell;
  }
  for (const char* const cell : {"12.00万元（壹拾贰万元整）", "12.00（60人×0.20万元）"}) {
    const ImportedTable table =
        form("2025年项目支出绩效目标表",
             {{"年度资金总额（万元）", std::string("<td colspan=6>") + cell}});
    EXPECT_THAT(codes_of(table), Not(Contains("text-left-over"))) << cell;
  }
}

TEST(ListAmounts, MayHaveARemarkInTheirCell) {
  const auto list = [](const std::string& amount) {
    return one(page("<h2>某县水利局2025年项目支出绩效目标表</h2><p>单位：万元</p>",
                    {{"项目名称", "预算数", "绩效目标", "三级指标", "指标值"},
                     {"水渠整治", amount, "整治水渠12公里。", "整治长度", "≥12公里"}}));
  };
  const ImportedTable carried = list("12.00（含上年结转3.00）");
  EXPECT_THAT(money_of(carried), UnorderedElementsAre("total=12.00", "carried_over=3.00"));
  EXPECT_THAT(codes_of(carried), Not(Contains("amount-unreadable")));
  const ImportedTable remarked = list("12.00（暂列）");
  EXPECT_THAT(money_of(remarked), UnorderedElementsAre("total=12.00"));
  EXPECT_THAT(codes_of(remarked), Contains("text-left-over"));
}

TEST(FormAmounts, InRowsOfYearsAreThoseYears) {
  const ImportedTable table = form("2025年项目支出绩效目标表",
                                   {{"<td rowspan=4>资金情况（万元）", "项目总金额", "33.00",
                                     "其中：财政资金", "<td colspan=3>30.00"},
                                    {"2024年", "12.00", "其中：财政资金", "<td colspan=3>10.00"},
                                    {"2025年", "11.00", "其中：财政资金", "<td colspan=3>9.00"},
                                    {"2026年", "10.00", "其中：财政资金", "<td colspan=3>11.00"}});
  EXPECT_THAT(
      money_of(table),
      UnorderedElementsAre("multi_year_total=33.00", "项目总金额：财政拨款=30.00", "total=11.00",
                           "fiscal_appropriation=9.00", "previous_year=12.00", "2026年=10.00",
                           "财政拨款（2024年）=10.00", "财政拨款（2026年）=11.00"));
  EXPECT_THAT(codes_of(table), Contains("year-columns"));
  EXPECT_THAT(codes_of(table), Not(Contains("amount-doubled")));
}

ImportedTable csv(const std::string& text) {
  DocumentReaders readers;
  const auto read = import_document({"x.csv", text}, {}, readers);
  EXPECT_TRUE(read);
  return read ? read.value().tables.at(0) : ImportedTable{};
}

TEST(FormAmounts, InSeparatedValuesStandBesideBlankCells) {
  const std::string head = "某县水利局2025年项目支出绩效自评表,,,,,\n项目名称,水渠整治,,,,\n";
  const std::string tail =
      "年度目标,整治水渠12公里，及时整改发现的问题。,,,,\n绩效指标,一级指标,二级指标,三级指标,"
      "指标值,\n"
      ",产出指标,数量指标,整治长度,≥12公里,\n";
  const ImportedTable stages = csv(head +
                                   "项目资金（万元）,,年初预算数,全年预算数,全年执行数,\n"
                                   ",年度资金总额,12.00,13.00,11.00,\n"
                                   ",其中：镇级配套,9.00,9.50,8.00,\n" +
                                   tail);
  EXPECT_THAT(money_of(stages),
              UnorderedElementsAre("total=11.00", "adjusted_budget=13.00", "年初预算数=12.00",
                                   "镇级配套=8.00", "镇级配套（全年预算数）=9.50",
                                   "镇级配套（年初预算数）=9.00"));
  // The cell at the side may have spanned two columns.
  const ImportedTable wide =
      csv("某县水利局2025年项目支出绩效自评表,,,,,\n项目名称,,水渠整治,,,\n"
          "项目资金（万元）,,,年初预算数,全年预算数,全年执行数\n"
          ",,年度资金总额,12.00,13.00,11.00\n"
          "年度目标,,整治水渠12公里，及时整改发现的问题。,,,\n绩效指标,一级指标,二级指标,三级指标,"
          "指标值,\n"
          ",产出指标,数量指标,整治长度,≥12公里,\n");
  EXPECT_THAT(money_of(wide),
              UnorderedElementsAre("total=11.00", "adjusted_budget=13.00", "年初预算数=12.00"));
  const ImportedTable one = csv(head +
                                "项目资金（万元）,年度资金总额,,12.00,,\n"
                                ",镇级配套,,9.00,,\n,其他资金,,3.00,,\n" +
                                tail);
  EXPECT_THAT(money_of(one),
              UnorderedElementsAre("total=12.00", "镇级配套=9.00", "other_funds=3.00"));
}

}  // namespace
}  // namespace budgetdiff
