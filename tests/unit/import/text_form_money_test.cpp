/// Amounts of forms in text that keeps its columns: which label each is of.

#include "text_forms.hpp"

#include <gtest/gtest.h>

namespace budgetdiff {
namespace {

using namespace text_forms;

TEST(TextFormMoney, PutsAmountsBelowTheirLabelsWhateverStandsBetween) {
  const Funding funding = funding_of(
      "              资金总额              财政拨款              上年结转              其他资金\n"
      "   项目资金\n"
      "                    12.50                                                             "
      "12.50\n");
  ASSERT_EQ(funding.items().size(), 2U);
  EXPECT_EQ(funding.total()->to_string(), "12.50");
  EXPECT_EQ(funding.find("other_funds")->to_string(), "12.50");
}

TEST(TextFormMoney, GivesEveryAmountALabelOfItsOwn) {
  // The total ends nearer to the middle of the next label than to that of its own.
  const Funding funding = funding_of(
      "              资金总额        财政拨款           其他资金\n"
      "                         12.50        12.50         0.00\n");
  ASSERT_EQ(funding.items().size(), 3U);
  EXPECT_EQ(funding.total()->to_string(), "12.50");
  EXPECT_EQ(funding.find("fiscal_appropriation")->to_string(), "12.50");
}

TEST(TextFormMoney, PutsAmountsBesideTheirLabelsThatAllStandBelow) {
  const Funding funding = funding_of(
      "              年度资金总额                             12.50\n"
      " 资金（万元）     其中：财政拨款\n"
      "              其他资金\n"
      "                                                10.00\n"
      "                                                 2.50\n");
  EXPECT_EQ(funding.find("total")->to_string(), "12.50");
  EXPECT_EQ(funding.find("fiscal_appropriation")->to_string(), "10.00");
  EXPECT_EQ(funding.find("other_funds")->to_string(), "2.50");
}

TEST(TextFormMoney, LeavesABlankAmountBlank) {
  const Funding funding = funding_of(
      "              年度资金总额                             12.50\n"
      "   项目资金     其中：财政拨款\n"
      "   （万元）     其他资金                               12.50\n");
  EXPECT_EQ(funding.find("total")->to_string(), "12.50");
  EXPECT_EQ(funding.find("other_funds")->to_string(), "12.50");
  EXPECT_EQ(funding.find("fiscal_appropriation"), nullptr);
}

TEST(TextFormMoney, JoinsLabelsThatGoOnBesideThatOfTheirSection) {
  const Funding funding = funding_of(
      "         资金总额                                          12.50\n"
      "       一般公共预算资\n"
      "年度预算       金\n"
      "        政府性基金\n"
      "         其他资金                                          12.50\n");
  ASSERT_EQ(funding.items().size(), 2U);
  EXPECT_EQ(funding.total()->to_string(), "12.50");
  EXPECT_EQ(funding.find("other_funds")->to_string(), "12.50");
}

TEST(TextFormMoney, TakesALongAmountForNoProse) {
  const Project project = project_with_money(
      "   项目资金     资金总额            财政拨款           上年结转            其他资金\n"
      "            123456789.00                                       123456789.00\n");
  ASSERT_TRUE(project.funding.total());
  EXPECT_EQ(project.funding.total()->to_string(), "123456789.00");
  ASSERT_NE(project.funding.find("other_funds"), nullptr);
  EXPECT_EQ(project.funding.find("other_funds")->to_string(), "123456789.00");
  EXPECT_TRUE(project.goal.starts_with("今年清淤")) << project.goal;
}

TEST(TextFormMoney, PutsAmountsBehindTheEndOfALabelBesideIt) {
  const Funding funding = funding_of(
      "   项目资金 年度资金总额 12.50 其中：财政拨\n"
      "                        款   10.00 其他资\n"
      "                                   金   2.50\n");
  EXPECT_EQ(funding.total()->to_string(), "12.50");
  ASSERT_NE(funding.find("fiscal_appropriation"), nullptr);
  EXPECT_EQ(funding.find("fiscal_appropriation")->to_string(), "10.00");
  ASSERT_NE(funding.find("other_funds"), nullptr);
  EXPECT_EQ(funding.find("other_funds")->to_string(), "2.50");
}

TEST(TextFormMoney, LeavesNoTotalBlank) {
  // The label of the section stands right before that of the total, both left of the amount.
  const Funding funding = funding_of(
      " 项目资金     资金总额          财政拨款                上年结转        其他资金\n"
      "                12.50           12.50\n");
  ASSERT_TRUE(funding.total());
  EXPECT_EQ(funding.total()->to_string(), "12.50");
  ASSERT_NE(funding.find("fiscal_appropriation"), nullptr);
  EXPECT_EQ(funding.items().size(), 2U);
}

TEST(TextFormMoney, PutsAmountsOnTheSideOfTheirLabelsThatTheTotalStandsOn) {
  // Columns have grown wide: what ends where the second and third do stands nearer to the labels
  // of the third and fourth.
  const std::string labels =
      "   项目资金       资金总额            财政拨款               上年结转             "
      "其他资金\n";
  const Funding funding = funding_of(
      labels + "                        30.00               20.00               10.00\n");
  ASSERT_EQ(funding.items().size(), 3U);
  ASSERT_NE(funding.find("fiscal_appropriation"), nullptr);
  EXPECT_EQ(funding.find("fiscal_appropriation")->to_string(), "20.00");
  ASSERT_NE(funding.find("carried_over"), nullptr);
  EXPECT_EQ(funding.find("carried_over")->to_string(), "10.00");
}

TEST(TextFormMoney, SaysWhereAnAmountStandsBetweenTwoLabels) {
  const auto with = [](const std::string& amounts) {
    return table(head + "   项目名称     河道清淤\n" +
                 "              资金总额        财政拨款        其他资金\n" + amounts +
                 "   总体目标     今年清淤十公里，完成招标和施工，年底前通过验收。\n" + rows);
  };
  EXPECT_TRUE(guesses(with("               12.50            12.50\n")));
  EXPECT_FALSE(guesses(with("               12.50                    12.50\n")));
}

TEST(TextFormMoney, TakesAmountsBelowTheirLabelsBesideThatOfTheSection) {
  const Funding funding = funding_of(
      "              资金总额        财政拨款           上年结转         其他资金\n"
      "   项目资金           12.50        10.00           2.50\n");
  ASSERT_EQ(funding.items().size(), 3U);
  EXPECT_EQ(funding.total()->to_string(), "12.50");
  ASSERT_NE(funding.find("carried_over"), nullptr);
  EXPECT_EQ(funding.find("carried_over")->to_string(), "2.50");
}

TEST(TextFormMoney, PartsAmountsABlankApart) {
  const Funding funding = funding_of(
      " 项目资金 资金总额          财政拨款       上年结转          其他资金\n"
      "        12.50 10.00              1.50          1.00\n");
  ASSERT_EQ(funding.items().size(), 4U);
  EXPECT_EQ(funding.total()->to_string(), "12.50");
  EXPECT_EQ(funding.find("other_funds")->to_string(), "1.00");
}

TEST(TextFormMoney, PartsALabelFromTheAmountRightBeforeIt) {
  const Project project = project_with_money(
      "   年度资金总额                                     12.50项目类型      延续\n");
  ASSERT_TRUE(project.funding.total());
  EXPECT_EQ(project.funding.total()->to_string(), "12.50");
}

std::string amount(const Funding& funding, const std::string& key) {
  const auto found = funding.find(key);
  return found == nullptr ? "none" : found->to_string();
}

/// The same of a form about what became of the project.
Funding funding_of_review(const std::string& money) {
  const ImportedTable read = table(
      "                    2025年项目支出绩效自评表\n"
      "部门名称：某县水利局                                      单位：万元\n"
      "   项目名称     河道清淤\n" +
      money + "   总体目标     今年清淤十公里，完成招标和施工，年底前通过验收。\n" + rows);
  EXPECT_FALSE(guesses(read));
  EXPECT_EQ(read.snapshot.projects.size(), 1U);
  return read.snapshot.projects.empty() ? Funding{} : read.snapshot.projects[0].funding;
}

TEST(TextFormMoney, TellsStagesSideBySide) {
  // Words of columns are broken, and far from their amounts.
  const Funding funding = funding_of_review(
      "                         年初预 全年预 全年执 分 执行率 得分\n"
      "                         算数  算数  行数   值\n"
      "   项目资金   年度资金总额：           80.00     90.00   85.00   10   94.44%    9\n"
      "   （万元）   其中：本年财政\n"
      "           拨款               50.00     60.00   55.00    -             -\n"
      "           其他资金             30.00     30.00   30.00    -             -\n");
  EXPECT_EQ(amount(funding, "total"), "85.00");
  EXPECT_EQ(amount(funding, "adjusted_budget"), "90.00");
  EXPECT_EQ(amount(funding, "年初预算数"), "80.00");
  EXPECT_EQ(amount(funding, "fiscal_appropriation"), "55.00");
  EXPECT_EQ(amount(funding, "财政拨款（全年预算数）"), "60.00");
  EXPECT_EQ(amount(funding, "other_funds"), "30.00");
}

TEST(TextFormMoney, GivesEachOfTwoSourcesInARowToItsOwnSum) {
  const Funding funding = funding_of(
      "              中期资金总额：        36.00    年度资金总额：            12.50\n"
      "   项目资金       其中：财政拨款       30.00    其中：财政拨款            10.00\n"
      "   （万元）\n"
      "              其他资金           6.00    其他资金              2.50\n");
  EXPECT_EQ(amount(funding, "total"), "12.50");
  EXPECT_EQ(amount(funding, "fiscal_appropriation"), "10.00");
  EXPECT_EQ(amount(funding, "other_funds"), "2.50");
  EXPECT_EQ(amount(funding, "multi_year_total"), "36.00");
}

TEST(TextFormMoney, ReadsSourcesBelowWordsOfTheirOwn) {
  const Funding funding = funding_of(
      "   项目总预算        36.00        项目当年预算         12.50\n"
      "   项目资金来        资金来源项目                     金额\n"
      "    源           一般公共预算财政拨款               12.50\n");
  EXPECT_EQ(amount(funding, "total"), "12.50");
  EXPECT_EQ(amount(funding, "general_public_budget"), "12.50");
  EXPECT_EQ(amount(funding, "multi_year_total"), "36.00");
}

TEST(TextFormMoney, JoinsASourceThatALinesEndParts) {
  const Funding funding = funding_of(
      " 项目资金 年度资金总额 1250 其中：财政\n"
      "                      拨款  1250 其他资金\n");
  EXPECT_EQ(amount(funding, "total"), "1250");
  EXPECT_EQ(amount(funding, "fiscal_appropriation"), "1250");
  const Funding near = funding_of(
      " 项目资金 年度资金总额 273076900 其中：财政\n"
      "                         拨款 273076900 其他资金\n");
  EXPECT_EQ(amount(near, "fiscal_appropriation"), "273076900");
}

TEST(TextFormMoney, KeepsAScoreOutOfTheWordAboveIt) {
  const Funding funding = funding_of_review(
      "                          年初预算数    全年预算数   全年执行数   分值    执行率\n"
      "   项目资金       年度资金总额      80.00     90.00    85.00    10   94.44%\n"
      "   （万元）       其中：财政拨款     50.00     60.00    55.00    —    91.67%\n");
  EXPECT_EQ(amount(funding, "total"), "85.00");
  EXPECT_EQ(amount(funding, "adjusted_budget"), "90.00");
  EXPECT_EQ(amount(funding, "fiscal_appropriation"), "55.00");
}

TEST(TextFormMoney, LeavesAnAmountOfAStageBlank) {
  const Funding funding = funding_of_review(
      "                          年初预算数    全年预算数   全年执行数\n"
      "              年度资金总额           80.00      90.00     85.00\n"
      "              财政拨款             80.00      80.00     75.00\n"
      "              其他资金                        10.00     10.00\n");
  EXPECT_EQ(amount(funding, "other_funds"), "10.00");
  EXPECT_EQ(amount(funding, "其他资金（全年预算数）"), "10.00");
  EXPECT_EQ(amount(funding, "其他资金（年初预算数）"), "none");
}

TEST(TextFormMoney, JoinsAmountsThatANarrowCellBreaks) {
  const Funding funding = funding_of(
      "   年度资金总额   12.5000 其中：财政拨款      12.5000 其他资金：0.0\n"
      "                                          000\n");
  EXPECT_EQ(amount(funding, "total"), "12.5000");
  EXPECT_EQ(amount(funding, "other_funds"), "0.0000");
}

TEST(TextFormMoney, PutsAmountsBesideTheLabelOfAnotherLineThanTheirOwn) {
  // An amount alone in its line is not of the label right above it.
  const Funding stairs = funding_of(
      "              年度资金总额                   12.50\n"
      "   资金情况     其中：财政拨款\n"
      "              财政专户资金\n"
      "                                       12.50\n"
      "              其他资金\n");
  EXPECT_EQ(amount(stairs, "fiscal_appropriation"), "12.50");
  EXPECT_EQ(amount(stairs, "special_account"), "none");
  // Behind prose it is of the label above, since prose is none.
  const Funding prose = funding_of(
      "               预算数\n"
      "   资金用途       用于河道清淤的招标、施工和监理（2025-2027年）     12.50   其中：财政资金  "
      " 12.50\n");
  EXPECT_EQ(amount(prose, "total"), "12.50");
  EXPECT_EQ(amount(prose, "fiscal_appropriation"), "12.50");
}

TEST(TextFormMoney, LeavesTheLastAmountOfALineBlank) {
  const Funding funding = funding_of(
      "   资金用途       预算数      12.50     其中：财政资金      12.50  其他资金\n"
      "              "
      "用于河道清淤的招标、施工和监理，沿岸护坡的修复，以及年底前的验收和移交管护。\n");
  EXPECT_EQ(amount(funding, "total"), "12.50");
  EXPECT_EQ(amount(funding, "fiscal_appropriation"), "12.50");
  EXPECT_EQ(amount(funding, "other_funds"), "none");
}

}  // namespace
}  // namespace budgetdiff
