// What was asked for beside what was approved: the total is what was decided last. All figures
// are made up.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "small_tables.hpp"

#include <utility>

namespace budgetdiff {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::Not;
using testing::UnorderedElementsAre;

const std::string caption = "<h2>项目支出绩效目标表</h2><p>部门名称：某县林业局 单位：万元</p>";

/// A list of one project with columns of money.
ImportedTable with_money(const Row& money, const Row& figures) {
  Row head = {"项目名称"};
  head.insert(head.end(), money.begin(), money.end());
  head.insert(head.end(), {"绩效目标", "一级指标", "二级指标", "三级指标", "指标值"});
  Row row = {"造林"};
  row.insert(row.end(), figures.begin(), figures.end());
  row.insert(row.end(), {"造林三片。", "产出指标", "数量指标", "片数", "≥3片"});
  return one(page(caption, {head, row}));
}

/// A form whose money stands in `rows`.
ImportedTable form(const std::vector<Row>& rows) {
  std::vector<Row> all = {{"项目名称", "<td colspan=3>造林"}};
  all.insert(all.end(), rows.begin(), rows.end());
  all.insert(all.end(), {{"年度目标", "<td colspan=3>造林三片。"},
                         {"一级指标", "二级指标", "三级指标", "指标值"},
                         {"产出指标", "数量指标", "片数", "≥3片"}});
  return one(page(caption, all));
}

TEST(DecidedAmounts, OfAListAreTheTotal) {
  for (const auto& [asked, approved] :
       std::vector<std::pair<std::string, std::string>>{{"申报金额", "批复金额"},
                                                        {"单位上报数", "财政核准数"},
                                                        {"二上", "二下"},
                                                        {"项目送审金额", "审核金额"},
                                                        {"申请数", "预算数"}}) {
    const ImportedTable table = with_money({asked, approved}, {"9.00", "7.00"});
    EXPECT_THAT(funding_of(table.snapshot.projects.at(0)),
                UnorderedElementsAre("total=7.00", asked + "=9.00"));
    EXPECT_THAT(codes_of(table), Contains("stage-columns")) << asked;
    // Whichever stands first.
    const ImportedTable turned = with_money({approved, asked}, {"7.00", "9.00"});
    EXPECT_THAT(funding_of(turned.snapshot.projects.at(0)),
                UnorderedElementsAre("total=7.00", asked + "=9.00"));
  }
}

TEST(DecidedAmounts, ComeLastOfSeveralSteps) {
  const ImportedTable table =
      with_money({"部门申报数", "主管部门审核数", "财政审定数"}, {"9.00", "8.00", "7.00"});
  EXPECT_THAT(funding_of(table.snapshot.projects.at(0)),
              UnorderedElementsAre("total=7.00", "部门申报数=9.00", "主管部门审核数=8.00"));
}

TEST(DecidedAmounts, KeepTheirSourcesBesideThoseAskedFor) {
  const ImportedTable table = one(
      page(caption, {{"<td rowspan=2>项目名称", "<td colspan=2>申报资金", "<td colspan=2>审定资金",
                      "<td rowspan=2>绩效目标", "<td rowspan=2>一级指标", "<td rowspan=2>二级指标",
                      "<td rowspan=2>三级指标", "<td rowspan=2>指标值"},
                     {"合计", "财政拨款", "合计", "财政拨款"},
                     {"造林", "9.00", "8.00", "7.00", "6.00", "造林三片。", "产出指标", "数量指标",
                      "片数", "≥3片"}}));
  EXPECT_THAT(funding_of(table.snapshot.projects.at(0)),
              UnorderedElementsAre("total=7.00", "fiscal_appropriation=6.00", "申报资金=9.00",
                                   "财政拨款（申报资金）=8.00"));
}

TEST(DecidedAmounts, OfAFormAreTheTotal) {
  const ImportedTable beside = form({{"申报资金总额", "9.00", "审定资金总额", "7.00"},
                                     {"其中：财政拨款", "8.00", "其中：财政拨款", "6.00"}});
  EXPECT_THAT(funding_of(beside.snapshot.projects.at(0)),
              UnorderedElementsAre("total=7.00", "fiscal_appropriation=6.00", "申报资金总额=9.00",
                                   "财政拨款（申报资金总额）=8.00"));
  EXPECT_THAT(codes_of(beside), Contains("stage-columns"));
  const ImportedTable columns = form({{"资金来源", "部门申报数", "财政审定数", "备注"},
                                      {"合计", "9.00", "7.00", ""},
                                      {"财政拨款", "8.00", "6.00", ""}});
  EXPECT_THAT(funding_of(columns.snapshot.projects.at(0)),
              UnorderedElementsAre("total=7.00", "fiscal_appropriation=6.00", "部门申报数=9.00",
                                   "财政拨款（部门申报数）=8.00"));
}

TEST(DecidedAmounts, AreNoSourcesAndNoOtherYears) {
  // What others give is a part of what was asked for.
  const ImportedTable sources =
      with_money({"申请资金", "上级下达资金", "县级安排资金"}, {"9.00", "5.00", "4.00"});
  EXPECT_THAT(funding_of(sources.snapshot.projects.at(0)), Contains("total=9.00"));
  EXPECT_THAT(codes_of(sources), Not(Contains("stage-columns")));
  const ImportedTable years = with_money({"2023年批复数", "2024年申请数"}, {"7.00", "9.00"});
  EXPECT_THAT(funding_of(years.snapshot.projects.at(0)),
              UnorderedElementsAre("total=9.00", "previous_year=7.00"));
  EXPECT_THAT(codes_of(years), Not(Contains("stage-columns")));
  const ImportedTable alone = with_money({"申请金额", "财政拨款"}, {"9.00", "9.00"});
  EXPECT_THAT(funding_of(alone.snapshot.projects.at(0)),
              ElementsAre("total=9.00", "fiscal_appropriation=9.00"));
}

}  // namespace
}  // namespace budgetdiff
