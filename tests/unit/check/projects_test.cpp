// Findings on projects and on the table as a whole.

#include "tables.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <string>

namespace budgetdiff {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Not;

Snapshot with_goals(const std::string& first, const std::string& second, int year = 2024) {
  Snapshot out = good();
  out.year = year;
  out.projects[0].goal = first;
  out.projects[1].goal = second;
  return out;
}

TEST(Parts, SaysWhatAProjectLacksThatTheTableHas) {
  const Indicator output = placed("产出指标", "数量指标", "培训次数", "≥2次");
  const Indicator benefit = placed("效益指标", "社会效益指标", "公众认知", "提升");
  const Indicator satisfaction = placed("满意度指标", "满意度指标", "学员满意度", "≥90%");
  const auto of = [](std::vector<Indicator> first, std::vector<Indicator> second) {
    Snapshot out = good();
    out.projects[0].indicators = std::move(first);
    out.projects[1].indicators = std::move(second);
    return codes(out);
  };
  EXPECT_THAT(of({output, benefit, satisfaction}, {output, benefit, satisfaction}), IsEmpty());
  EXPECT_THAT(of({output, benefit, satisfaction}, {output, satisfaction}),
              ElementsAre("benefit-missing"));
  EXPECT_THAT(of({output, benefit, satisfaction}, {benefit, satisfaction}),
              ElementsAre("output-missing"));
  // Nowhere at all: once.
  EXPECT_THAT(of({output, benefit}, {output, benefit}), ElementsAre("satisfaction-missing"));
  EXPECT_THAT(of({output}, {output}), IsEmpty()) << "a form without the categories";
  // Satisfaction counts wherever it stands.
  EXPECT_THAT(of({output, benefit, satisfaction},
                 {output, placed("效益指标", "社会效益指标", "群众满意度", "≥90%")}),
              IsEmpty());
}

TEST(Money, SaysOnceThatNoProjectHasAmounts) {
  Snapshot snapshot = good();
  snapshot.stated_total = {};
  snapshot.projects[0].funding = {};
  EXPECT_THAT(codes(snapshot), ElementsAre("amount-missing"));
  snapshot.projects[1].funding = {};
  const auto findings = check(snapshot, nullptr);
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0].code, "amount-missing");
  EXPECT_EQ(findings[0].severity, Severity::warning);
  EXPECT_TRUE(findings[0].project.empty());
}

TEST(Table, SaysOnceWhatManyIndicatorsShare) {
  Snapshot snapshot = good();
  std::vector<Indicator> rates;
  for (const char* const name : {"甲", "乙", "丙", "丁", "戊", "己", "庚"}) {
    rates.push_back(indicator(name + std::string("工作完成率"), "≥95", "≥95"));
  }
  snapshot.projects[0].indicators = rates;
  EXPECT_THAT(codes(snapshot), ElementsAre("rate-without-percent"));
  for (Indicator& one : rates) {
    one.period_target = one.annual_target = "≥95%";
  }
  snapshot.projects[0].indicators = rates;
  EXPECT_THAT(codes(snapshot), ElementsAre("quantity-in-percent"));
  for (Indicator& one : snapshot.projects[0].indicators) {
    one.level2_code = "12";
    one.level2 = "质量指标";
    one.period_target = one.annual_target = ">=95%";
  }
  for (std::size_t i = 0; i < rates.size(); ++i) {
    snapshot.projects[1].indicators.push_back(
        indicator("第" + std::to_string(i) + "类活动", "≥2次", "≥2次"));
  }
  EXPECT_THAT(codes(snapshot), ElementsAre("comparator-glyph"));
}

}  // namespace
}  // namespace budgetdiff
