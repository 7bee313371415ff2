// Figures against each other and against the calendar: costs and budgets, weights, ranges,
// days.

#include "tables.hpp"

#include <budgetdiff/check/checker.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <algorithm>
#include <string>
#include <vector>

namespace budgetdiff {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Not;

/// The codes that the indicators of one more project of 3.00万元 add to a good table.
std::vector<std::string> codes_with(std::vector<Indicator> indicators) {
  Snapshot snapshot = good();
  snapshot.stated_total = {};
  snapshot.projects.push_back(project("办公费", std::move(indicators)));
  return codes(snapshot);
}

Indicator cost(const std::string& name, const std::string& target) {
  return placed("成本指标", "经济成本指标", name, target);
}

TEST(Costs, AreNotAboveTheBudget) {
  const Indicator output = indicator("培训次数", "≥2次", "≥2次");
  const auto found = [&](const Indicator& one) { return codes_with({output, one}); };
  EXPECT_THAT(found(cost("项目总成本", "≤5万元")), ElementsAre("cost-above-budget"));
  EXPECT_THAT(found(cost("项目总成本", "40000元")), ElementsAre("cost-above-budget"));
  EXPECT_THAT(found(cost("预算控制数", "≤300.5万元")), ElementsAre("cost-above-budget"));
  EXPECT_THAT(found(cost("项目总成本", "≤3万元")), IsEmpty());
  EXPECT_THAT(found(cost("培训成本", "≤550元/人")), IsEmpty());
  EXPECT_THAT(found(cost("成本节约", "≥5万元")), IsEmpty());
  EXPECT_THAT(found(cost("社会成本", "≤5万元")), IsEmpty());
  EXPECT_THAT(found(cost("项目总成本", "≤999999999999999999.99999999亿元")), IsEmpty());
}

TEST(Costs, MayRoundTheBudgetUpAndBeThoseOfAWholePeriod) {
  Snapshot snapshot = good();
  snapshot.stated_total = {};
  Project& project = snapshot.projects[0];
  project.funding = {};
  project.funding.set("total", money("6.4257"));
  project.indicators.push_back(cost("项目总成本", "≤7万元"));
  EXPECT_THAT(codes(snapshot), IsEmpty());
  project.indicators.back() = cost("项目总成本", "≤6.44万元");
  EXPECT_THAT(codes(snapshot), ElementsAre("cost-above-budget"));
  project.indicators.back().annual_target.clear();
  EXPECT_THAT(codes(snapshot), IsEmpty()) << "nothing says what the whole period has";
  project.funding.set("multi_year_total", money("6.4257"));
  EXPECT_THAT(codes(snapshot), ElementsAre("cost-above-budget"));
}

/// Of final accounts the total is what was spent, which is often less than the cap.
TEST(Costs, OfFinalAccountsAreHeldAgainstWhatWasPlanned) {
  Snapshot snapshot = good();
  snapshot.stage = stage::final_accounts;
  snapshot.stated_total = {};
  Project& project = snapshot.projects[0];
  project.funding = {};
  project.funding.set("total", money("5.78"));
  project.indicators.push_back(cost("项目总成本", "≤6.22万元"));
  EXPECT_THAT(codes(snapshot), Not(Contains("cost-above-budget"))) << "nothing says the plan";
  project.funding.set("adjusted_budget", money("6.22"));
  EXPECT_THAT(codes(snapshot), Not(Contains("cost-above-budget")));
  project.funding.set("adjusted_budget", money("6.00"));
  EXPECT_THAT(codes(snapshot), Contains("cost-above-budget"));
  project.funding.set("年初预算数", money("6.22"));
  EXPECT_THAT(codes(snapshot), Not(Contains("cost-above-budget")));
}

TEST(Weights, MakeUpAHundred) {
  const auto found = [](std::vector<std::string> weights) {
    std::vector<Indicator> indicators;
    for (const std::string& weight : weights) {
      indicators.push_back(
          indicator("培训次数" + std::to_string(indicators.size()) + "类", "≥2次", "≥2次"));
      indicators.back().weight = weight;
    }
    return codes_with(indicators);
  };
  EXPECT_THAT(found({"50", "50"}), IsEmpty());
  EXPECT_THAT(found({"50分", "40"}), IsEmpty()) << "10 are the execution's";
  EXPECT_THAT(found({"45.5%", "54.5%"}), IsEmpty());
  EXPECT_THAT(found({"0.4", "0.6"}), IsEmpty());
  EXPECT_THAT(found({"50", "60"}), ElementsAre("weights-sum"));
  EXPECT_THAT(found({"50", ""}), IsEmpty()) << "not all are said";
}

TEST(Weights, MayAddUpToWhatTheFormWants) {
  Snapshot snapshot;
  for (const char* name : {"甲费", "乙费", "丙费", "丁费"}) {
    Indicator one = indicator("培训次数", "≥2次", "≥2次");
    one.weight = name == std::string("丁费") ? "70" : "80";
    snapshot.projects.push_back(project(name, {one}));
  }
  EXPECT_THAT(codes(snapshot), ElementsAre("weights-sum"));
}

TEST(Ranges, BeginWithTheirLesserEnd) {
  const auto found = [](const std::string& target) {
    return codes_with({indicator("巡查情况", target, target)});
  };
  EXPECT_THAT(found("10-5次"), ElementsAre("range-reversed"));
  EXPECT_THAT(found("95%-90%"), ElementsAre("range-reversed"));
  EXPECT_THAT(found("5-10次"), IsEmpty());
  EXPECT_THAT(found("5000-1万次"), IsEmpty());
  EXPECT_THAT(found("11-3月"), IsEmpty()) << "winter";
  EXPECT_THAT(found("22-6点"), IsEmpty()) << "night";
  EXPECT_THAT(found("2024-12"), IsEmpty()) << "a month";
}

TEST(Dates, AreInTheCalendar) {
  const auto found = [](const std::string& target) {
    return codes_with({placed("产出指标", "时效指标", "完成时间", target)});
  };
  for (const char* target :
       {"2月30日前", "2025年2月29日前", "4月31日", "2025年13月", "13月底前", "2025-02-30",
        "2025/13/01", "0月5日前", "2025.6.31", "20251301", "20250631前"}) {
    EXPECT_THAT(found(target), ElementsAre("date-impossible")) << target;
  }
  for (const char* target :
       {"2月29日前", "2024年2月29日前", "12月31日", "24月龄", "13个月", "2025-02-28",
        "2025年12月底前", "1.5月", "第2月30人", "2025.6.30", "20251231", "20251301人"}) {
    EXPECT_THAT(found(target), IsEmpty()) << target;
  }
  Snapshot snapshot = good();
  snapshot.projects[0].goal = "2025年6月31日前完成全部培训工作。";
  const auto findings = check(snapshot, nullptr);
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(in_english(findings[0].message), "there is no such day: 2025年6月31日");
}

TEST(Targets, AreNumbersOrWords) {
  const auto found = [](const std::string& target) {
    return codes_with({placed("产出指标", "数量指标", "发放册数", target)});
  };
  for (const char* target :
       {"≥≥70册", "≥>70册", "≤＜70册", "≥7O册", "≥l70册", "≥7l0册", "≥7.0.0册"}) {
    EXPECT_THAT(found(target), ElementsAre("target-malformed")) << target;
  }
  const auto rate = [](const std::string& target) {
    return codes_with({placed("产出指标", "质量指标", "装订合格率", target)});
  };
  for (const char* target : {"≥97.0.0%", "97%%", "≥97％%", "≥97%人", "≥97分%"}) {
    EXPECT_THAT(rate(target), ElementsAre("target-malformed")) << target;
  }
  for (const char* target : {"≥=97%", ">=97%", "97.5%", "≥97%以上", "97%/年"}) {
    const auto codes_found = rate(target);
    EXPECT_EQ(std::count(codes_found.begin(), codes_found.end(), "target-malformed"), 0) << target;
  }
  for (const char* target : {"10l", "5G", "V1.2.3", "2025.6.30", "1,200册", "≥2025.6.30", "CO2"}) {
    const auto codes_found = found(target);
    EXPECT_EQ(std::count(codes_found.begin(), codes_found.end(), "target-malformed"), 0) << target;
  }
}

TEST(Totals, AreNotNegative) {
  Snapshot snapshot = good();
  snapshot.stated_total = {};
  snapshot.projects[0].funding = {};
  snapshot.projects[0].funding.set("total", money("-3.00"));
  EXPECT_THAT(codes(snapshot), ElementsAre("amount-negative"));
}

}  // namespace
}  // namespace budgetdiff
