// Headers that nobody knows. All figures are made up.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "small_tables.hpp"

namespace budgetdiff {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::Not;

const std::string caption = "<h2>项目支出绩效目标表</h2><p>部门名称：某县水利局 单位：万元</p>";

/// Two projects with columns of money headed by `money`.
ImportedTable with_money(const Row& money, const Row& first, const Row& second) {
  const auto row = [](std::string name, const Row& amounts, const Row& behind) {
    Row out = {std::move(name)};
    out.insert(out.end(), amounts.begin(), amounts.end());
    out.insert(out.end(), behind.begin(), behind.end());
    return out;
  };
  return one(page(
      caption, {row("项目名称", money, {"绩效目标", "一级指标", "二级指标", "三级指标", "指标值"}),
                row("巡查", first, {"开展巡查。", "产出指标", "数量指标", "次数", "≥3次"}),
                row("宣传", second, {"开展宣传。", "产出指标", "数量指标", "场次", "≥2场"})}));
}

std::string amount(const ImportedTable& table, std::string_view key) {
  const Amount* found = table.snapshot.projects.at(0).funding.find(key);
  return found == nullptr ? "" : found->to_string();
}

TEST(UnknownColumns, OfMoneyAreKnownByTheirFigures) {
  for (const char* word : {"拟安排资金", "资金量", "核定数", "投入（万元）", "某某数"}) {
    const ImportedTable table = with_money({word}, {"3.00"}, {"2.00"});
    EXPECT_EQ(amount(table, column::total), "3.00") << word;
    EXPECT_THAT(codes_of(table), Not(Contains("amount-missing"))) << word;
  }
  const ImportedTable two =
      with_money({"预算数", "其中：政府采购"}, {"3.00", "1.00"}, {"2.00", "0.00"});
  EXPECT_EQ(amount(two, column::total), "3.00");
  EXPECT_EQ(amount(two, "政府采购"), "1.00");
  // Figures of other things stay out, and are named.
  const ImportedTable price = with_money({"预算数", "单价"}, {"3.00", "1.50"}, {"2.00", "1.00"});
  EXPECT_EQ(amount(price, "单价"), "");
  EXPECT_THAT(codes_of(price), Contains("column-unknown"));
  // 数量 is a category's word, too, and heads nothing here.
  const ImportedTable count = with_money({"数量", "预算数"}, {"3", "3.00"}, {"2", "2.00"});
  EXPECT_THAT(codes_of(count), Contains("column-unknown"));
}

TEST(UnknownColumns, OfIndicatorsThatHaveNoRowsAreNamed) {
  const ImportedTable table =
      one(page(caption, {{"项目名称", "预算数", "分值", "绩效目标", "绩效指标"},
                         {"巡查", "3.00", "20", "开展巡查。", "数量指标：次数≥3次"}}));
  EXPECT_THAT(codes_of(table), Contains("fields-left-out"));
}

TEST(UnknownColumns, MayBeMostOfAHeader) {
  const ImportedTable table = one(
      page(caption, {{"序号", "项目名称", "单位造价", "工程数量", "概算", "绩效目标", "绩效指标"},
                     {"1", "水塘", "0.50", "6", "3.00", "修水塘。", "数量指标：水塘≥6处"},
                     {"2", "水渠", "0.20", "10", "2.00", "修水渠。", "数量指标：水渠≥10处"}}));
  EXPECT_THAT(names_of(table.snapshot), ElementsAre("水塘", "水渠"));
  EXPECT_EQ(amount(table, column::total), "3.00");
  // Of figures that nobody knows those below a word of money go first.
  const ImportedTable figures =
      with_money({"甲数", "乙项投入"}, {"1.50", "3.00"}, {"1.00", "2.00"});
  EXPECT_EQ(amount(figures, column::total), "3.00");
  const ImportedTable size = with_money({"建设规模", "投入"}, {"7.50", "3.00"}, {"2.50", "2.00"});
  EXPECT_THAT(funding_of(size.snapshot.projects.at(0)), ElementsAre("total=3.00"));
}

TEST(UnknownColumns, OfDifferencesAreNoYears) {
  const ImportedTable table = with_money({"2025年预算数", "比2024年增减", "增减（%）"},
                                         {"3.00", "-1.00", "-25.0"}, {"2.00", "0.00", "0.0"});
  EXPECT_THAT(funding_of(table.snapshot.projects.at(0)),
              ElementsAre("total=3.00", "比2024年增减=-1.00"));
  EXPECT_THAT(codes_of(table), Contains("column-unknown"));
}

TEST(UnknownColumns, OfTheYearAreTheTotal) {
  const ImportedTable ways =
      with_money({"项目总投资", "以往年度投入", "当年投入", "后续年度投入"},
                 {"9.00", "4.00", "3.00", "2.00"}, {"7.00", "1.00", "2.00", "4.00"});
  EXPECT_THAT(funding_of(ways.snapshot.projects.at(0)),
              testing::UnorderedElementsAre("total=3.00", "multi_year_total=9.00",
                                            "以往年度投入=4.00", "后续年度投入=2.00"));
  // Words of allotting need no decimals, and no known total beside them to be a header.
  const ImportedTable whole =
      with_money({"累计下达", "本年度下达", "以后年度安排"}, {"4", "3", "2"}, {"1", "2", "4"});
  EXPECT_THAT(funding_of(whole.snapshot.projects.at(0)),
              testing::UnorderedElementsAre("total=3", "累计下达=4", "以后年度安排=2"));
  // What was spent up to a year's end is not that year's.
  const ImportedTable until =
      with_money({"截至2023年末已投入资金", "2024年预算数"}, {"4.00", "3.00"}, {"1.00", "2.00"});
  EXPECT_THAT(funding_of(until.snapshot.projects.at(0)),
              testing::UnorderedElementsAre("total=3.00", "截至2023年末已投入资金=4.00"));
  // Other times alone are no total.
  const ImportedTable others = with_money({"累计完成投资"}, {"4.00"}, {"1.00"});
  EXPECT_EQ(amount(others, column::total), "");
  EXPECT_THAT(codes_of(others), Contains("amount-missing"));
}

TEST(UnknownColumns, BesideSourcesAreOneOfThem) {
  const ImportedTable sum =
      with_money({"财政拨款", "捐赠款", "自筹资金", "小计"}, {"3.00", "2.00", "1.00", "6.00"},
                 {"2.00", "2.00", "0.00", "4.00"});
  EXPECT_THAT(funding_of(sum.snapshot.projects.at(0)),
              testing::UnorderedElementsAre("total=6.00", "fiscal_appropriation=3.00",
                                            "other_funds=1.00", "捐赠款=2.00"));
  // One behind a source, or less than one, holds none.
  for (const Row& money : {Row{"财政拨款", "捐赠款"}, Row{"捐赠款", "财政拨款"}}) {
    const ImportedTable none = with_money(money, {"3.00", "2.00"}, {"2.00", "3.00"});
    EXPECT_EQ(amount(none, column::total), "") << money.front();
    EXPECT_THAT(codes_of(none), Contains("amount-missing"));
  }
}

TEST(UnknownColumns, BelowTheSourcesOfMoneyAreOneOfThem) {
  const auto table = [](const std::string& word, const std::string& figure) {
    return one(page(
        caption,
        {{"<td rowspan=2>项目名称", "<td colspan=3>资金来源", "<td rowspan=2>绩效目标",
          "<td rowspan=2>一级指标", "<td rowspan=2>二级指标", "<td rowspan=2>三级指标",
          "<td rowspan=2>指标值"},
         {"合计", "财政拨款", word},
         {"巡查", "230", "100", figure, "开展巡查。", "产出指标", "数量指标", "次数", "≥3次"}}));
  };
  EXPECT_THAT(funding_of(table("附属单位上缴收入", "130").snapshot.projects.at(0)),
              ElementsAre("total=230", "fiscal_appropriation=100", "附属单位上缴收入=130"));
  EXPECT_THAT(funding_of(table("其中：政府采购", "20").snapshot.projects.at(0)),
              ElementsAre("total=230", "fiscal_appropriation=100", "政府采购=20"));
  EXPECT_THAT(funding_of(table("来源说明", "上级").snapshot.projects.at(0)),
              ElementsAre("total=230", "fiscal_appropriation=100"));
}

TEST(SourceKeys, AreTheSourcesOwnWordsWhateverHeadsThem) {
  const auto keys = [](const std::string& heading, const std::string& first,
                       const std::string& second) {
    const ImportedTable read_table = one(
        page(caption, {{"<td rowspan=2>项目名称", "<td colspan=3>" + heading,
                        "<td rowspan=2>绩效目标", "<td rowspan=2>三级指标", "<td rowspan=2>指标值"},
                       {"合计", first, second},
                       {"巡查", "7.00", "4.00", "3.00", "开展巡查。", "次数", "≥3次"}}));
    return funding_of(read_table.snapshot.projects.at(0));
  };
  for (const char* heading : {"资金", "资金来源", "预算金额", "项目资金（万元）", "资金安排情况"}) {
    EXPECT_THAT(keys(heading, "专项债券", "银行贷款"),
                ElementsAre("total=7.00", "专项债券=4.00", "银行贷款=3.00"))
        << heading;
  }
}

TEST(UnknownLabels, OfAFormsMoneyKeepTheirAmount) {
  const auto form = [](const Row& money) {
    return one(page("<p>单位：万元</p>", {{"2024年项目绩效目标表"},
                                          {"部门名称", "某县水利局"},
                                          {"项目名称", "巡查"},
                                          {"当年绩效目标", "开展巡查。"},
                                          money,
                                          {"一级指标", "二级指标", "三级指标", "指标值"},
                                          {"产出指标", "数量指标", "次数", "≥3次"}}));
  };
  const ImportedTable table =
      form({"项目当年预算", "3200.00", "本级支出", "2800.00", "上级转移支付", "400.00"});
  EXPECT_THAT(funding_of(table.snapshot.projects.at(0)),
              ElementsAre("total=3200.00", "transfer_payment=400.00", "本级支出=2800.00"));
  EXPECT_EQ(amount(form({"某某安排：", "0.50", "项目当年预算", "3.00"}), "某某安排"), "0.50");
  // What is no money, or may not be.
  for (const Row& row : {Row{"项目当年预算", "3200.00", "执行率", "95.50"},
                         Row{"项目当年预算", "3200.00", "实施期", "3"},
                         Row{"项目当年预算", "3200.00", "联系电话", "68.12"},
                         Row{"项目负责人", "张三", "某某数", "2.50"}}) {
    const ImportedTable other = form(row);
    EXPECT_LE(other.snapshot.projects.at(0).funding.items().size(), 1U) << row[2];
  }
}

TEST(LoneSource, IsSaidWhereAFormNamesItAsAPart) {
  const auto said = [](const Row& head, const Row& first, const Row& second) {
    const auto codes = codes_of(with_money(head, first, second));
    return std::count(codes.begin(), codes.end(), "source-alone") == 1;
  };
  EXPECT_TRUE(said({"预算金额", "其中：一般公共预算"}, {"3.00", "1.00"}, {"2.00", "2.00"}));
  EXPECT_TRUE(said({"预算金额", "其中：财政拨款"}, {"3.00", "1.00"}, {"2.00", ""}));
  // Nothing is left over; others are named, if blank; it is no part by its words.
  EXPECT_FALSE(said({"预算金额", "其中：一般公共预算"}, {"3.00", "3.00"}, {"2.00", "2.00"}));
  EXPECT_FALSE(
      said({"预算金额", "其中：财政拨款", "其他资金"}, {"3.00", "1.00", ""}, {"2.00", "2.00", ""}));
  EXPECT_FALSE(said({"预算金额", "财政拨款"}, {"3.00", "1.00"}, {"2.00", "2.00"}));
}

TEST(UnknownColumns, OfASumBesideAPartAreTheTotal) {
  const ImportedTable table =
      with_money({"人员经费", "公用经费", "项目经费", "合计"}, {"10.00", "5.00", "3.00", "18.00"},
                 {"0.00", "0.00", "2.00", "2.00"});
  EXPECT_EQ(amount(table, column::total), "18.00");
  EXPECT_EQ(amount(table, "项目经费"), "3.00");
}

TEST(UnknownColumns, OfTheYearBesideWhatIsCarriedOverAreNoTotal) {
  const ImportedTable table = with_money({"上年结转", "本年预算", "合计"}, {"1.00", "3.00", "4.00"},
                                         {"0.00", "2.00", "2.00"});
  EXPECT_EQ(amount(table, column::total), "4.00");
  EXPECT_EQ(amount(table, "carried_over"), "1.00");
  EXPECT_EQ(amount(table, "本年预算"), "3.00");
  // Without that they are.
  EXPECT_EQ(amount(with_money({"上年预算", "本年预算"}, {"1.00", "3.00"}, {"0.00", "2.00"}),
                   column::total),
            "3.00");
}

TEST(UnknownColumns, AreNamed) {
  const ImportedTable table = one(page(
      caption, {{"项目名称", "预算金额", "想办的事", "一级指标", "二级指标", "三级指标", "指标值"},
                {"巡查", "3.00", "开展巡查。", "产出指标", "数量指标", "次数", "≥3次"}}));
  const auto& findings = table.provenance.findings;
  const auto found = std::find_if(findings.begin(), findings.end(),
                                  [](const Finding& one) { return one.code == "column-unknown"; });
  ASSERT_NE(found, findings.end());
  EXPECT_EQ(found->message.args.front(), "想办的事");
  EXPECT_EQ(found->severity, Severity::warning);
}

TEST(UnknownColumns, OfIndicatorsAreKnownByTheirCells) {
  const ImportedTable table = one(
      page(caption,
           {{"项目名称", "预算金额", "绩效目标", "一级指标", "二级指标", "某某内容", "某某要求"},
            {"巡查", "3.00", "开展巡查。", "产出指标", "数量指标", "次数", "≥3次"},
            {"", "", "", "", "质量指标", "合格率", "≥95%"}}));
  ASSERT_EQ(table.snapshot.projects.at(0).indicators.size(), 2U);
  EXPECT_EQ(table.snapshot.projects[0].indicators[1].name, "合格率");
  EXPECT_EQ(table.snapshot.projects[0].indicators[1].annual_target, "≥95%");
}

ImportedTable form_of_money(const std::vector<Row>& money) {
  std::vector<Row> rows = {{"项目名称", "<td colspan=4>巡查"}};
  rows.insert(rows.end(), money.begin(), money.end());
  rows.push_back({"绩效目标", "<td colspan=4>开展巡查。"});
  rows.push_back({"一级指标", "二级指标", "三级指标", "<td colspan=2>指标值"});
  rows.push_back({"产出指标", "数量指标", "次数", "<td colspan=2>≥3次"});
  return one(page("<h2>2025年项目支出绩效目标表</h2><p>部门：某县水利局</p>", rows));
}

TEST(UnknownAmounts, StandBelowOthersInTheRowsOfMoney) {
  const ImportedTable table =
      form_of_money({{"<td rowspan=4>项目资金（万元）", "年度资金总额", "<td colspan=3>12"},
                     {"其中：中央补助", "<td colspan=3>7"},
                     {"地市捐款", "<td colspan=3>3"},
                     {"其他资金", "<td colspan=3>2"}});
  EXPECT_THAT(
      funding_of(table.snapshot.projects.at(0)),
      testing::UnorderedElementsAre("total=12", "中央补助=7", "地市捐款=3", "other_funds=2"));
}

TEST(UnknownAmounts, StandInTheRightHalfOfTheForm) {
  const ImportedTable table =
      form_of_money({{"申请金额（万元）", "12", "其中：省级", "<td colspan=2>7"},
                     {"", "", "市县配套", "<td colspan=2>5"}});
  EXPECT_THAT(funding_of(table.snapshot.projects.at(0)),
              testing::UnorderedElementsAre("total=12", "省级=7", "市县配套=5"));
  EXPECT_THAT(codes_of(table), testing::Not(testing::Contains("source-alone")));
}

TEST(UnknownAmounts, OfTheYearAreTheTotal) {
  const ImportedTable table = one(page(caption, {{"项目名称", "<td colspan=3>水渠整治"},
                                                 {"项目总投资", "36.00", "以往年度投入", "14.00"},
                                                 {"当年投入", "12.00", "后续年度投入", "10.00"},
                                                 {"年度目标", "<td colspan=3>整治水渠12公里。"},
                                                 {"一级指标", "二级指标", "三级指标", "指标值"},
                                                 {"产出指标", "数量指标", "长度", "≥12公里"}}));
  EXPECT_THAT(funding_of(table.snapshot.projects.at(0)),
              testing::UnorderedElementsAre("total=12.00", "multi_year_total=36.00",
                                            "以往年度投入=14.00", "后续年度投入=10.00"));
}

TEST(UnknownAmounts, AreNoCountsBelowTheRowsOfMoney) {
  const ImportedTable table = form_of_money(
      {{"年度资金总额（万元）", "<td colspan=4>12"}, {"受益人数", "<td colspan=4>300"}});
  EXPECT_THAT(funding_of(table.snapshot.projects.at(0)), testing::ElementsAre("total=12"));
}

TEST(UnknownAmounts, MayMeanOneColumnInTwoWords) {
  const ImportedTable table = form_of_money({{"年度资金总额（万元）", "<td colspan=4>12"},
                                             {"自筹资金", "<td colspan=4>3"},
                                             {"其他资金", "<td colspan=4>9"}});
  EXPECT_THAT(funding_of(table.snapshot.projects.at(0)),
              testing::UnorderedElementsAre("total=12", "自筹资金=3", "other_funds=9"));
  EXPECT_THAT(codes_of(table), testing::Not(testing::Contains("amount-doubled")));
}

TEST(UnknownAmounts, AreSaidWhereASentenceHasThem) {
  const ImportedTable table = form_of_money(
      {{"预算金额", "<td colspan=4>12.00万元（其中：财政拨款9.00万元，村民捐款3.00万元）"}});
  EXPECT_THAT(funding_of(table.snapshot.projects.at(0)),
              testing::UnorderedElementsAre("total=12.00", "fiscal_appropriation=9.00"));
  EXPECT_THAT(codes_of(table), testing::Contains("text-left-over"));
  const ImportedTable price =
      form_of_money({{"预算金额", "<td colspan=4>12.00万元（60人×0.20万元）"}});
  EXPECT_THAT(codes_of(price), testing::Not(testing::Contains("text-left-over")));
}

TEST(UnknownAmounts, AreTwoInOneCell) {
  const ImportedTable table = form_of_money({{"预算金额（万元）", "<td colspan=4>60/40"}});
  EXPECT_THAT(funding_of(table.snapshot.projects.at(0)), testing::IsEmpty());
  EXPECT_THAT(codes_of(table), testing::Contains("amount-unreadable"));
}

TEST(UnknownAmounts, HaveAWordForALabel) {
  // 执行率 | 分值 | 得分 behind the amounts of stages.
  const ImportedTable table = form_of_money(
      {{"<td rowspan=2>项目资金（万元）", "年初预算数", "全年执行数", "执行率", "得分"},
       {"年度资金总额", "12", "12", "100.00%", "10"}});
  for (const std::string& one : funding_of(table.snapshot.projects.at(0))) {
    EXPECT_THAT(one, testing::Not(testing::HasSubstr("%")));
  }
}

}  // namespace
}  // namespace budgetdiff
