// Tables that look back on a year (自评表): their stage, and amounts of several stages side by
// side. All figures are made up.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "small_tables.hpp"

namespace budgetdiff {
namespace {

using testing::Contains;
using testing::IsSupersetOf;
using testing::Not;

std::string form(const std::string& title, const std::string& fiscal_executed = "2.20") {
  return page("<h2>" + title + "</h2><p>（2023年度）</p>",
              {{"项目名称", "<td colspan=4>巡查"},
               {"主管部门", "<td colspan=4>某县水利局"},
               {"<td rowspan=4>项目资金（万元）", "", "年初预算数", "全年预算数", "全年执行数"},
               {"年度资金总额", "3.00", "3.50", "2.70"},
               {"其中：财政拨款", "2.50", "3.00", fiscal_executed},
               {"其他资金", "0.50", "0.50", "0.50"},
               {"年度目标", "<td colspan=4>巡查全县河道，及时整改发现的问题。"},
               {"一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值"},
               {"产出指标", "数量指标", "次数", "≥3次", "4次"}});
}

TEST(SelfEvaluation, IsOfTheYearsEnd) {
  const ImportedTable table = one(form("项目支出绩效自评表"));
  EXPECT_EQ(table.snapshot.stage, "final");
  EXPECT_EQ(one(form("2023年部门预算项目支出绩效自评表")).snapshot.stage, "final");
  EXPECT_EQ(one(form("项目支出绩效目标表")).snapshot.stage, "budget");
  ImportOptions options;
  options.stage = "budget";
  EXPECT_EQ(one(form("项目支出绩效自评表"), options).snapshot.stage, "budget");
}

TEST(SelfEvaluation, KeepsTheAmountsOfAStageTogether) {
  const ImportedTable executed = one(form("项目支出绩效自评表"));
  EXPECT_THAT(funding_of(executed.snapshot.projects.at(0)),
              IsSupersetOf({"total=2.70", "fiscal_appropriation=2.20", "other_funds=0.50",
                            "年初预算数=3.00", "财政拨款（年初预算数）=2.50"}));
  ImportOptions options;
  options.stage = "budget";
  EXPECT_THAT(funding_of(one(form("项目支出绩效自评表"), options).snapshot.projects.at(0)),
              IsSupersetOf({"total=3.00", "fiscal_appropriation=2.50", "other_funds=0.50",
                            "财政拨款（全年执行数）=2.20"}));
  options.stage = "adjusted";
  EXPECT_THAT(funding_of(one(form("项目支出绩效自评表"), options).snapshot.projects.at(0)),
              IsSupersetOf({"total=3.50", "fiscal_appropriation=3.00", "other_funds=0.50",
                            "财政拨款（全年执行数）=2.20"}));
}

TEST(SelfEvaluation, CallsItsColumnsByLettersOrNot) {
  std::string lettered = form("项目支出绩效自评表");
  for (const auto& [word, letter] :
       {std::pair("全年预算数", "（A）"), std::pair("全年执行数", "（B）"),
        std::pair("年初预算数", "(a)")}) {
    lettered.insert(lettered.find(word) + std::string(word).size(), letter);
  }
  EXPECT_EQ(funding_of(one(lettered).snapshot.projects.at(0)),
            funding_of(one(form("项目支出绩效自评表")).snapshot.projects.at(0)));
}

TEST(SelfEvaluation, TakesNoPartOfAYearForWhatItSpent) {
  const ImportedTable table =
      one(page("<h2>项目支出绩效运行监控表</h2><p>（2023年度）</p>",
               {{"项目名称", "<td colspan=5>巡查"},
                {"主管部门", "<td colspan=5>某县水利局"},
                {"<td rowspan=3>项目资金（万元）", "", "年初预算数", "全年预算数", "1-7月执行数",
                 "全年预计执行数"},
                {"年度资金总额", "3.00", "3.50", "1.20", "3.40"},
                {"其中：财政拨款", "2.50", "3.00", "1.10", "2.90"},
                {"一级指标", "二级指标", "三级指标", "年度指标值", "<td colspan=2>1-7月执行情况"},
                {"产出指标", "数量指标", "次数", "≥3次", "<td colspan=2>2次"}}));
  EXPECT_THAT(funding_of(table.snapshot.projects.at(0)),
              IsSupersetOf({"total=3.00", "adjusted_budget=3.50", "1-7月执行数=1.20",
                            "全年预计执行数=3.40", "财政拨款（全年预计执行数）=2.90"}));
  EXPECT_THAT(codes_of(table), Not(Contains("amount-doubled")));
}

TEST(SelfEvaluation, TakesABlankSourceForNone) {
  const std::vector<std::string> funding =
      funding_of(one(form("项目支出绩效自评表", "")).snapshot.projects.at(0));
  EXPECT_THAT(funding, IsSupersetOf({"total=2.70", "财政拨款（年初预算数）=2.50"}));
  EXPECT_THAT(funding, Not(Contains("fiscal_appropriation=2.50")));
}

TEST(SelfEvaluation, MayStandBesideTheYearsGoals) {
  const auto document = read(form("项目支出绩效目标表") + form("项目支出绩效自评表"));
  ASSERT_TRUE(document);
  ASSERT_EQ(document->tables.size(), 2U);
  EXPECT_EQ(document->tables[0].snapshot.stage, "budget");
  EXPECT_EQ(document->tables[1].snapshot.stage, "final");
}

TEST(SelfEvaluation, MayBeAListWithStagesAboveSources) {
  const std::string list =
      page("<h2>某县水利局2023年度项目支出绩效自评表</h2><p>单位：万元</p>",
           {{"<td rowspan=2>项目名称", "<td colspan=2>年初预算数", "<td colspan=2>全年执行数",
             "<td rowspan=2>绩效目标", "<td rowspan=2>三级指标", "<td rowspan=2>指标值"},
            {"合计", "财政拨款", "合计", "财政拨款"},
            {"巡查", "3.00", "2.50", "2.70", "2.20", "巡查全县河道。", "次数", "≥3次"}});
  EXPECT_THAT(
      funding_of(one(list).snapshot.projects.at(0)),
      IsSupersetOf({"total=2.70", "fiscal_appropriation=2.20", "财政拨款（年初预算数）=2.50"}));
}

/// The funding of final accounts whose list has these columns of money.
std::vector<std::string> spent(const Row& columns, const Row& amounts) {
  Row head = {"项目名称"};
  Row row = {"巡查"};
  head.insert(head.end(), columns.begin(), columns.end());
  row.insert(row.end(), amounts.begin(), amounts.end());
  head.insert(head.end(), {"绩效目标", "三级指标", "指标值"});
  row.insert(row.end(), {"巡查全县河道。", "次数", "≥3次"});
  return funding_of(
      one(page("<h2>某县水利局2023年度项目支出绩效自评表</h2><p>单位：万元</p>", {head, row}))
          .snapshot.projects.at(0));
}

TEST(SelfEvaluation, KnowsWhatWasSpentBesideTheBudget) {
  using testing::UnorderedElementsAre;
  EXPECT_THAT(spent({"年初预算数", "决算数"}, {"3.00", "2.70"}),
              UnorderedElementsAre("total=2.70", "年初预算数=3.00"));
  EXPECT_THAT(spent({"批复预算数", "调整预算数", "决算数"}, {"3.00", "3.50", "2.70"}),
              UnorderedElementsAre("total=2.70", "adjusted_budget=3.50", "批复预算数=3.00"));
  EXPECT_THAT(spent({"年初预算", "全年预算数", "全年支出数"}, {"3.00", "3.50", "2.70"}),
              UnorderedElementsAre("total=2.70", "adjusted_budget=3.50", "年初预算数=3.00"));
  EXPECT_THAT(spent({"财政批复金额", "实际执行金额"}, {"3.00", "2.70"}),
              UnorderedElementsAre("total=2.70", "财政批复金额=3.00"));
  EXPECT_THAT(spent({"决算数"}, {"2.70"}), UnorderedElementsAre("total=2.70"));
}

TEST(SelfEvaluation, HasOneColumnOfItsBudgetInEveryUnit) {
  using testing::IsSupersetOf;
  EXPECT_THAT(spent({"年初预算数（万元）", "全年执行数（万元）"}, {"3.00", "2.70"}),
              IsSupersetOf({"total=2.70", "年初预算数=3.00"}));
  EXPECT_THAT(spent({"年初预算金额（元）", "全年执行数（元）"}, {"30000", "27000"}),
              IsSupersetOf({"total=27000", "年初预算数=30000"}));
  EXPECT_THAT(spent({"预算数（元）", "其中：县捐款（元）"}, {"30000", "27000.00"}),
              IsSupersetOf({"total=30000", "县捐款=27000.00"}));
}

TEST(SelfEvaluation, KnowsWhatWasSpentInAForm) {
  const auto table =
      one(page("<h2>项目支出绩效自评表</h2><p>（2023年度）</p>",
               {{"项目名称", "<td colspan=4>巡查"},
                {"主管部门", "<td colspan=4>某县水利局"},
                {"<td rowspan=3>项目资金（万元）", "", "年初预算", "调整预算", "决算"},
                {"年度资金总额", "3.00", "3.50", "2.70"},
                {"其中：财政拨款", "2.50", "3.00", "2.20"},
                {"年度目标", "<td colspan=4>巡查全县河道，及时整改发现的问题。"},
                {"一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值"},
                {"产出指标", "数量指标", "次数", "≥3次", "4次"}}));
  EXPECT_THAT(funding_of(table.snapshot.projects.at(0)),
              IsSupersetOf({"total=2.70", "fiscal_appropriation=2.20", "adjusted_budget=3.50",
                            "年初预算数=3.00"}));
}

TEST(SelfEvaluation, MayHeadTheLabelsOfItsAmounts) {
  const auto table =
      one(page("<h2>部门预算项目支出绩效自评表（2023年度）</h2>",
               {{"<td colspan=2>项目名称", "<td colspan=4>巡查"},
                {"<td colspan=2>主管部门", "<td colspan=4>某县水利局"},
                {"<td rowspan=3>执行情况", "年度预算数（万元）", "年初预算", "调整后预算数",
                 "预算执行数", "权重"},
                {"总额", "3.00", "3.50", "2.70", "10"},
                {"其中：财政资金", "2.50", "3.00", "2.20", "/"},
                {"<td rowspan=2>绩效指标", "一级指标", "二级指标", "三级指标", "指标值", "权重"},
                {"产出指标", "数量指标", "次数", "≥3次", "90"}}));
  EXPECT_THAT(funding_of(table.snapshot.projects.at(0)),
              IsSupersetOf({"total=2.70", "fiscal_appropriation=2.20", "adjusted_budget=3.50"}));
}

}  // namespace
}  // namespace budgetdiff
