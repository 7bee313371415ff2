#include "tables.hpp"

#include <budgetdiff/check/checker.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <string>
#include <vector>

namespace budgetdiff {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Not;

/// The codes that one indicator adds to a good table.
std::vector<std::string> codes_of(const Indicator& one) {
  Snapshot snapshot = good();
  snapshot.projects.push_back(project("办公费", {one}));
  snapshot.stated_total.set("total", money("9.00"));
  snapshot.stated_total.set("fiscal_appropriation", money("9.00"));
  return codes(snapshot);
}

TEST(Check, FindsNothingInAGoodTable) {
  EXPECT_THAT(codes(good()), IsEmpty());
}

TEST(Check, ComparesColumnsWithTheStatedTotal) {
  Snapshot snapshot = good();
  snapshot.stated_total.set("total", money("6.01"));
  const auto findings = check(snapshot, nullptr);
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0].code, "sum-mismatch");
  EXPECT_EQ(findings[0].severity, Severity::error);
  EXPECT_EQ(in_english(findings[0].message),
            "合计 states 6.01 under 总计, and the projects add up to 6.00");
}

TEST(Check, ComparesATotalWithItsSources) {
  struct Case {
    std::vector<std::pair<const char*, const char*>> funding;
    bool good;
  };
  const Case cases[] = {
      {{{"total", "3.00"}, {"fiscal_appropriation", "2.00"}, {"other_funds", "1.00"}}, true},
      {{{"total", "3.00"}, {"fiscal_appropriation", "2.00"}}, false},
      {{{"total", "3.00"}}, true},
      {{{"total", "0.00"}, {"other_funds", "90.00"}}, false},
      // Parts of 财政拨款 are not counted twice.
      {{{"total", "3.00"}, {"fiscal_appropriation", "3.00"}, {"general_public_budget", "3.00"}},
       true},
      {{{"total", "3.00"}, {"general_public_budget", "2.00"}, {"government_funds", "1.00"}}, true},
      // But they make it up, where two of them stand beside it.
      {{{"total", "3.00"},
        {"fiscal_appropriation", "3.00"},
        {"general_public_budget", "2.00"},
        {"government_funds", "1.10"}},
       false},
      {{{"total", "3.00"},
        {"fiscal_appropriation", "3.00"},
        {"general_public_budget", "2.00"},
        {"government_funds", "1.00"}},
       true},
      {{{"total", "3.00"},
        {"fiscal_appropriation", "3.00"},
        {"general_public_budget", "2.00"},
        {"government_funds", "0.00"},
        {"债券", "1.00"}},
       true},
      {{{"total", "3.00"}, {"fiscal_appropriation", "3.00"}, {"government_funds", "0.00"}}, true},
      // Carried-over money is inside or beside the total; other years' never count.
      {{{"total", "3.00"}, {"fiscal_appropriation", "3.00"}, {"carried_over", "1.00"}}, true},
      {{{"total", "4.00"}, {"fiscal_appropriation", "3.00"}, {"carried_over", "1.00"}}, true},
      {{{"total", "3.00"}, {"fiscal_appropriation", "3.00"}, {"previous_year", "8.00"}}, true},
      // Nothing says what else the total is made of.
      {{{"total", "3.00"}, {"transfer_payment", "1.00"}}, true},
      // A column of the form's own may be part of anything; a part is never more than the whole.
      {{{"total", "0.00"}, {"other_funds", "90.00"}, {"债券", "1.00"}}, false},
      {{{"total", "3.00"}, {"fiscal_appropriation", "2.00"}, {"债券", "1.00"}}, true},
      // What governments give are parts beside each other, be they of 财政拨款 or not; loans and
      // own money are beside both.
      {{{"total", "3.00"}, {"中央资金", "2.00"}, {"省级", "0.60"}, {"县", "0.40"}}, true},
      {{{"total", "3.00"}, {"中央资金", "2.00"}, {"省级", "0.60"}, {"县", "0.50"}}, false},
      {{{"total", "3.00"}, {"中央资金", "2.00"}, {"地方资金", "1.00"}, {"省级资金", "1.00"}}, true},
      {{{"total", "3.00"}, {"fiscal_appropriation", "3.00"}, {"中央资金", "2.00"}}, true},
      {{{"total", "3.00"}, {"中央资金", "2.00"}, {"中央资金（年初预算）", "2.50"}, {"省", "1.00"}},
       true},
      {{{"total", "3.00"}, {"fiscal_appropriation", "2.00"}, {"自有资金", "1.00"}}, true},
      {{{"total", "3.00"}, {"fiscal_appropriation", "2.00"}, {"自有资金", "1.50"}}, false},
      {{{"total", "3.00"}, {"fiscal_appropriation", "2.00"}, {"银行贷款", "1.50"}}, false},
  };
  for (const Case& c : cases) {
    Snapshot snapshot = good();
    snapshot.stated_total = {};
    snapshot.projects[0].funding = {};
    for (const auto& [key, amount] : c.funding) {
      snapshot.projects[0].funding.set(key, money(amount));
    }
    EXPECT_EQ(codes(snapshot),
              c.good ? std::vector<std::string>{} : std::vector<std::string>{"row-sum-mismatch"});
  }
}

TEST(Check, HoldsTheStatedTotalAgainstItsOwnSources) {
  // The second project has a total and blank sources.
  Snapshot snapshot = good();
  snapshot.projects.resize(1);
  snapshot.stated_total = {};
  for (const auto& [key, amount] : std::vector<std::pair<std::string, const char*>>{
           {"total", "3.00"}, {"general_public_budget", "2.00"}, {"government_funds", "1.00"}}) {
    snapshot.projects[0].funding.set(key, money(amount));
    snapshot.stated_total.set(key, money(amount));
  }
  EXPECT_EQ(codes(snapshot), std::vector<std::string>{});
  Project second = snapshot.projects[0];
  second.name = "清淤";
  second.goal = "清理河道，保障行洪。";
  second.funding = {};
  second.funding.set("total", money("5.00"));
  snapshot.projects.push_back(second);
  snapshot.stated_total.set("total", money("8.00"));
  EXPECT_EQ(codes(snapshot), std::vector<std::string>{"row-sum-mismatch"});
}

TEST(Check, HoldsALoneSourceAgainstNothingButItsTotal) {
  Provenance provenance;
  provenance.findings.push_back({"source-alone", Severity::note, {}, "", {}});
  Snapshot snapshot = good();
  snapshot.stated_total = {};
  snapshot.projects[0].funding.set("fiscal_appropriation", money("2.00"));
  EXPECT_EQ(codes(snapshot), std::vector<std::string>{"row-sum-mismatch"});
  EXPECT_EQ(codes(snapshot, &provenance), std::vector<std::string>{});
  snapshot.projects[0].funding.set("fiscal_appropriation", money("4.00"));
  EXPECT_EQ(codes(snapshot, &provenance), std::vector<std::string>{"row-sum-mismatch"});
}

TEST(Check, FindsTwoProjectsOfOneCode) {
  Snapshot snapshot = good();
  snapshot.projects[0].code = "51000021R000000019951";
  snapshot.projects[1].code = "51000021R000000019951";
  EXPECT_THAT(codes(snapshot), ElementsAre("project-doubled"));
  snapshot.projects[1].spending_unit = "某所";
  EXPECT_THAT(codes(snapshot), ElementsAre());
}

TEST(Check, FindsDoubledProjectsUnlessCodeOrUnitTellsThemApart) {
  Snapshot snapshot = good();
  snapshot.stated_total = {};
  snapshot.projects[1].name = " 培训费";
  EXPECT_THAT(codes(snapshot), ElementsAre("project-doubled"));
  snapshot.projects[1].spending_unit = "某中心";
  EXPECT_THAT(codes(snapshot), IsEmpty());
  snapshot.projects[1].spending_unit = "";
  snapshot.projects[1].code = "51-2";
  EXPECT_THAT(codes(snapshot), IsEmpty());
}

TEST(Check, FindsDoubledIndicators) {
  Snapshot snapshot = good();
  snapshot.projects[0].indicators.push_back(indicator("培训次数 ", "≥3次", "≥3次"));
  EXPECT_THAT(codes(snapshot), ElementsAre("indicator-doubled"));
  snapshot.projects[0].indicators[1].level2 = "质量指标";
  EXPECT_THAT(codes(snapshot), Not(Contains("indicator-doubled")));
}

TEST(Check, FindsACopiedGoal) {
  Snapshot snapshot = good();
  snapshot.projects[1].goal = snapshot.projects[0].goal;
  EXPECT_THAT(codes(snapshot), ElementsAre("goal-copied"));
  snapshot.projects[0].goal = snapshot.projects[1].goal = "做好工作。";
  EXPECT_THAT(codes(snapshot), IsEmpty()) << "too short to be a copy";
}

TEST(Check, JudgesTargets) {
  struct Case {
    const char* name;
    const char* period;
    const char* annual;
    const char* code;  ///< "" for none
  };
  const Case cases[] = {
      {"培训人数", "", "", "target-missing"},
      {"培训人数", "", "3人", ""},
      {"培训时间", "", "个月", "target-missing"},
      {"培训合格率", "％", "", "target-missing"},
      {"培训人数", "人次", "", "target-missing"},
      {"培训等级", "", "一级", ""},
      // Period and year.
      {"故障次数", "≥3次", "≤3次", "targets-contradict"},
      {"检查次数", "5次", "5%", "count-in-percent"},
      {"检查情况", "≥5次", "≥5%", "targets-contradict"},
      {"检查情况", "≥5次", "≥6次", "targets-contradict"},
      {"检查情况", "≥15次", "≥5次", ""},
      {"检查情况", "≥90%", "≥95%", ""},
      {"准确程度", "≧95%", "≥95%", "comparator-glyph"},
      {"检查情况", "良", "≥5次", ""},
      // Percentages.
      {"任务完成率", "≥120%", "≥120%", "percentage-over-100"},
      {"产值增长率", "≥120%", "≥120%", ""},
      {"任务完成率", "100%", "100%", ""},
      {"成本控制率", "≤105%", "≤105%", ""},
      // Counts and rates.
      {"窗口投诉次数", "≤1%", "≤1%", "count-in-percent"},
      {"培训次数完成率", "≥90%", "≥90%", ""},
      {"案件结案率", "≥5件", "≥5件", "rate-in-counts"},
      {"培训合格率", "≥95万元", "≥95万元", "rate-in-counts"},
      {"现场维护率(%)", "≥95", "≥95", ""},
      // Names.
      {"活动效果（0）", "良", "良", "name-leftover"},
      {"提供舒适环境", "提供舒适环境", "提供舒适环境", "target-repeats-name"},
  };
  for (const Case& c : cases) {
    const auto found = codes_of(indicator(c.name, c.period, c.annual));
    const auto expected =
        *c.code == '\0' ? std::vector<std::string>{} : std::vector<std::string>{c.code};
    if (expected.empty() || found.size() < 2) {
      EXPECT_EQ(found, expected) << c.name << ' ' << c.period << ' ' << c.annual;
    } else {
      EXPECT_THAT(found, Contains(c.code));
    }
  }
}

TEST(Check, FindsARateFarFromItsKind) {
  Snapshot snapshot = good();
  snapshot.stated_total = {};
  std::vector<Indicator> rates;
  for (const char* name : {"甲完成率", "乙合格率", "丙及时率", "丁覆盖率"}) {
    rates.push_back(indicator(name, "≥90%", "≥90%"));
  }
  rates.push_back(indicator("终端无故障运行率（%）", "1%", "1%"));
  rates.push_back(indicator("故障降低率", "≥10%", "≥10%"));
  rates.push_back(indicator("败诉率", "≤5%", "≤5%"));
  for (Indicator& rate : rates) {
    rate.level2_code = "12";
    rate.level2 = "质量指标";
  }
  snapshot.projects.push_back(project("运维费", rates));
  EXPECT_THAT(codes(snapshot), ElementsAre("rate-out-of-line"));
}

TEST(Check, ComparesCodesOfCategoriesWithTheirNames) {
  const auto codes_with = [](const char* code1, const char* level1, const char* code2,
                             const char* level2) {
    Indicator one = indicator("人数", "1人", "1人");
    one.level1_code = code1;
    one.level1 = level1;
    one.level2_code = code2;
    one.level2 = level2;
    Snapshot snapshot = good();
    snapshot.stated_total = {};
    snapshot.projects.push_back(project("办公费", {one}));
    return codes(snapshot);
  };
  EXPECT_THAT(codes_with("1", "产出指标", "11", "质量指标"), ElementsAre("category-mismatch"));
  EXPECT_THAT(codes_with("1", "产出", "11", "数量"), IsEmpty());
  EXPECT_THAT(codes_with("1", "产出指标", "15", "特别约定"), IsEmpty());
  EXPECT_THAT(codes_with("4", "成本指标", "41", "经济成本"), Not(Contains("category-mismatch")));
}

TEST(Check, SaysWhereSatisfactionIsNotMeasured) {
  Snapshot snapshot = good();
  EXPECT_THAT(codes(snapshot), IsEmpty()) << "a form without the category";
  Indicator satisfied = indicator("满意度", "≥90%", "≥90%");
  satisfied.level1_code = "3";
  satisfied.level1 = "满意度指标";
  satisfied.level2_code = "31";
  satisfied.level2 = "服务对象满意度";
  snapshot.projects[0].indicators.push_back(satisfied);
  EXPECT_THAT(codes(snapshot), Contains("satisfaction-missing"));
}

TEST(Check, RepeatsNothingThatTheImporterFound) {
  Snapshot snapshot = good();
  snapshot.projects[0].goal.clear();
  Provenance provenance;
  provenance.projects.resize(2);
  provenance.projects[0].place.line = 7;
  ASSERT_THAT(codes(snapshot, &provenance), ElementsAre("goal-missing"));
  EXPECT_EQ(check(snapshot, &provenance)[0].place.line, 7);
  EXPECT_EQ(check(snapshot, &provenance)[0].project, "培训费");
  provenance.findings = check(snapshot, &provenance);
  provenance.findings[0].place.line = 9;
  provenance.findings[0].code = "as-the-reader-calls-it";
  EXPECT_THAT(codes(snapshot, &provenance), IsEmpty());
}

TEST(Check, NamesThePlaceOfAnIndicator) {
  Snapshot snapshot = good();
  snapshot.projects[1].indicators[0].annual_target.clear();
  snapshot.projects[1].indicators[0].period_target.clear();
  Provenance provenance;
  provenance.projects.resize(2);
  Place place;
  place.line = 12;
  provenance.projects[1].indicators = {place};
  const auto findings = check(snapshot, &provenance);
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0].place.line, 12);
}

}  // namespace
}  // namespace budgetdiff
