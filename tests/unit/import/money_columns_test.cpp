// Columns of money in lists: which of several is the year's total, and which figures are money
// though no word says so. All figures are made up.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "small_tables.hpp"

namespace budgetdiff {
namespace {

using testing::Contains;
using testing::Not;
using testing::UnorderedElementsAre;

/// A list with a project for each row of amounts below `headers`.
ImportedTable list(const Row& headers, const std::vector<Row>& amounts) {
  std::vector<Row> rows(1, Row{"项目名称"});
  rows[0].insert(rows[0].end(), headers.begin(), headers.end());
  for (const char* const word : {"绩效目标", "一级指标", "二级指标", "三级指标", "指标值"}) {
    rows[0].emplace_back(word);
  }
  int number = 0;
  for (const Row& row : amounts) {
    Row all{"水渠整治" + std::string(static_cast<std::size_t>(++number), 'A')};
    all.insert(all.end(), row.begin(), row.end());
    for (const char* const text : {"整治水渠。", "产出指标", "数量指标", "长度", "≥12公里"}) {
      all.emplace_back(text);
    }
    rows.push_back(std::move(all));
  }
  return one(page("<h2>某县水利局2025年项目支出绩效目标表</h2><p>单位：万元</p>", rows));
}

std::vector<std::string> money_of(const ImportedTable& table) {
  return funding_of(table.snapshot.projects.at(0));
}

TEST(MoneyColumns, OfThePeriodStandBesideTheYears) {
  const std::vector<Row> pairs = {
      {"2025-2027年总预算", "2025年预算"},  {"2025—2027年资金需求", "2025年资金需求"},
      {"2025年至2027年预算", "2025年预算"}, {"预算金额（2025-2027年）", "预算金额（2025年）"},
      {"三年预算总额", "本年预算"},         {"三年滚动预算", "2025年"},
      {"预算总额", "2025年预算"},           {"总预算", "本年度预算"},
      {"资金总额", "2025年度资金"},         {"项目总预算", "2025年预算"}};
  for (const Row& pair : pairs) {
    const ImportedTable table = list(pair, {{"33.00", "12.00"}});
    EXPECT_THAT(money_of(table), UnorderedElementsAre("total=12.00", "multi_year_total=33.00"))
        << pair[0];
    EXPECT_THAT(codes_of(table), Contains("year-columns")) << pair[0];
  }
}

TEST(MoneyColumns, OfTheYearAndWhatIsCarriedOverMakeItsTotal) {
  const ImportedTable table =
      list({"预算总额", "本年预算", "上年结转"}, {{"12.00", "10.00", "2.00"}});
  EXPECT_THAT(money_of(table), Contains("total=12.00"));
  EXPECT_THAT(money_of(table), Not(Contains("multi_year_total=12.00")));
}

TEST(MoneyColumns, AreThisYearsWhateverBracketsExplain) {
  for (const char* const header : {"预算数（含上年结转）", "资金总额（不含上年结转）",
                                   "预算数（剔除上年结转）", "预算数（较上年增加）"}) {
    EXPECT_THAT(money_of(list({header}, {{"12.00"}})), UnorderedElementsAre("total=12.00"))
        << header;
  }
  EXPECT_THAT(money_of(list({"预算数（上年）", "预算数（本年）"}, {{"9.00", "12.00"}})),
              UnorderedElementsAre("total=12.00", "previous_year=9.00"));
}

TEST(MoneyColumns, OfWholeNumbersAreKnownByTheirNeighbours) {
  // Between two columns of money.
  const ImportedTable between =
      list({"总计", "镇里出的", "其他资金"}, {{"12", "5", "7"}, {"10", "4", "6"}});
  EXPECT_THAT(money_of(between), UnorderedElementsAre("total=12", "镇里出的=5", "other_funds=7"));
  EXPECT_THAT(codes_of(between), Not(Contains("column-unknown")));
  // What the total is the sum of.
  EXPECT_THAT(
      money_of(list({"总计", "财政拨款", "镇里出的"}, {{"12", "5", "7"}, {"10", "4", "6"}})),
      UnorderedElementsAre("total=12", "fiscal_appropriation=5", "镇里出的=7"));
  EXPECT_THAT(money_of(list({"总计", "省", "市", "县"}, {{"12", "5", "4", "3"}})),
              UnorderedElementsAre("total=12", "省=5", "市=4", "县=3"));
  EXPECT_THAT(money_of(list({"2025年", "2026年", "2027年"}, {{"12", "13", "14"}})),
              UnorderedElementsAre("total=12", "2026年=13", "2027年=14"));
}

TEST(MoneyColumns, AreNoneWhereTheFiguresDoNotAddUp) {
  const ImportedTable table =
      list({"总计", "财政拨款", "涉及村庄"}, {{"12", "12", "7"}, {"10", "10", "6"}});
  EXPECT_THAT(money_of(table), UnorderedElementsAre("total=12", "fiscal_appropriation=12"));
  EXPECT_THAT(codes_of(table), Contains("column-unknown"));
}

}  // namespace
}  // namespace budgetdiff
