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

TEST(Goals, FindsCopiesAndNearCopies) {
  const std::string goal =
      "通过提供居民医保扩面工作经费保障，加强对街镇、学校等基层经办机构办理城乡居民医保参保扩面"
      "工作的财政投入力度，提高我区城乡居民医保参保扩面工作水平。";
  std::string near = goal;
  near.replace(near.find("街镇"), std::string("街镇").size(), "镇");
  EXPECT_THAT(codes(with_goals(goal, goal)), ElementsAre("goal-copied"));
  EXPECT_THAT(codes(with_goals(goal, near)), ElementsAre("goal-nearly-copied"));
  EXPECT_THAT(codes(with_goals(goal, goal + near)), IsEmpty());
  EXPECT_THAT(codes(with_goals("保障全区农村公路日常养护，路况良好，通行安全，群众出行便利。",
                               "保障全区城市道路日常养护，路况良好，通行安全，群众出行便利。")),
              IsEmpty())
      << "short goals of one trade";
}

TEST(Goals, FindsGoalsThatOnlyRepeatTheName) {
  for (const char* const goal :
       {"培训费", "培训费。", "完成培训费", "保障培训费支出", "完成培训费工作任务。"}) {
    EXPECT_THAT(codes(with_goals(goal, "")), Contains("goal-repeats-name")) << goal;
  }
  EXPECT_THAT(codes(with_goals("完成培训三期。", "开展宣传活动。")), IsEmpty());
  for (const char* const goal : {"无", "/", "——", "待补充", "详见附件。"}) {
    EXPECT_THAT(codes(with_goals(goal, "开展宣传活动。")), ElementsAre("goal-missing")) << goal;
  }
}

TEST(Years, FindsWhatIsOfAYearThatHasPassed) {
  const auto goal = [](const char* text) { return codes(with_goals(text, "开展宣传活动。")); };
  for (const char* const text :
       {"完成2023年干部培训任务，提升履职能力。", "2022年组织培训三期。",
        "确保2023年度培训计划落实。", "于2023年12月底前完成培训三期。", "2023年底前全部建成。",
        "2023年6月30日前完成验收，2024年投入使用。"}) {
    EXPECT_THAT(goal(text), ElementsAre("year-passed")) << text;
  }
  for (const char* const text :
       {"完成2024年干部培训任务。", "按照2021-2025年规划开展培训。", "落实《2023年培训办法》。",
        "根据某财〔2022〕15号文开展培训。", "完成2023年培训项目尾款支付。",
        "兑现2023年度考核奖励。", "自2022年起连续开展培训。", "2022年以来开展培训。",
        "截至2023年底已完成两期，继续开展培训。", "服务2023届毕业生。", "完成2023-2024年培训。",
        "在2023年基础上，2024年培训人数增长。", "淘汰2010年前注册车辆。",
        "落实2022年省委一号文件精神，开展培训。", "完成2023年培训楼改造的竣工验收。",
        "完成2023年培训资料整编。"}) {
    EXPECT_THAT(goal(text), IsEmpty()) << text;
  }
  Snapshot named = with_goals("完成2023年培训任务。", "开展宣传活动。");
  named.projects[0].name = "2023年培训费";
  EXPECT_THAT(codes(named), IsEmpty()) << "the project is called after that year";

  Snapshot dated = with_goals("开展培训。", "开展宣传活动。");
  dated.projects[0].indicators = {indicator("完成时间", "2023年12月31日前", "2023年12月31日前")};
  EXPECT_THAT(codes(dated), ElementsAre("year-passed"));
  dated.projects[0].indicators = {indicator("完成时间", "≤2023年12月", "≤2023年12月")};
  EXPECT_THAT(codes(dated), ElementsAre("year-passed"));
  dated.projects[0].indicators = {indicator("完成时间", "2023年12月31日前", "2024年12月31日前")};
  EXPECT_THAT(codes(dated), IsEmpty());
  dated.year.reset();
  EXPECT_THAT(codes(dated), IsEmpty());
}

TEST(Consistency, FindsOneIndicatorBoundedBothWays) {
  Snapshot snapshot = good();
  snapshot.projects[0].indicators = {indicator("服务人数", "≥2500人", "≥2500人")};
  snapshot.projects[1].indicators = {indicator("服务人数", "≤15000人", "≤15000人")};
  const auto findings = check(snapshot, nullptr);
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0].code, "comparators-opposed");
  EXPECT_EQ(findings[0].project, "宣传费");
  snapshot.projects[1].indicators = {indicator("服务户数", "≤15000户", "≤15000户")};
  EXPECT_THAT(codes(snapshot), IsEmpty());
}

TEST(Consistency, FindsOneCostInTwoUnits) {
  const auto of = [](const char* first, const char* second, const char* name = "培训成本") {
    Snapshot out = good();
    out.projects[0].indicators = {placed("产出指标", "成本指标", name, first)};
    out.projects[1].indicators = {placed("产出指标", "成本指标", name, second)};
    return codes(out);
  };
  EXPECT_THAT(of("≤550元/人", "≤550元/天"), ElementsAre("cost-units-differ"));
  EXPECT_THAT(of("≤550元/人", "≤550元/人"), IsEmpty());
  EXPECT_THAT(of("≤550元/人", "≤300元/天"), IsEmpty());
  EXPECT_THAT(of("550元/人", "550元/户", "补助标准"), IsEmpty());
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

TEST(Doubles, FindsAnIndicatorRepeatedUnderAnotherCategory) {
  const auto of = [](const Indicator& first, const Indicator& second) {
    Snapshot out = good();
    out.projects[0].indicators = {first, second};
    return codes(out);
  };
  EXPECT_THAT(of(placed("产出指标", "数量指标", "工作完成率", "≥90%"),
                 placed("产出指标", "质量指标", "工作完成率", "≥90%")),
              ElementsAre("indicator-doubled"));
  EXPECT_THAT(of(placed("产出指标", "质量指标", "工作完成率", "≥90%"),
                 placed("产出", "质量", "工作完成率", "≥95%")),
              ElementsAre("indicator-doubled"));
  EXPECT_THAT(of(placed("产出指标", "数量指标", "工作完成率", "≥90%"),
                 placed("产出指标", "质量指标", "工作完成率", "≥95%")),
              IsEmpty());
  EXPECT_THAT(of(placed("满意度指标", "服务对象满意度", "满意度", "≥90%"),
                 placed("满意度指标", "社会公众满意度", "满意度", "≥90%")),
              Not(Contains("indicator-doubled")));
}

TEST(Categories, FindsASecondLevelUnderAnothersFirst) {
  const auto of = [](const char* level1, const char* level2, std::size_t times = 1) {
    Snapshot out = good();
    for (std::size_t i = 0; i < times; ++i) {
      out.projects[0].indicators.push_back(
          placed(level1, level2, "第" + std::to_string(i) + "项内容", "良好"));
    }
    return codes(out);
  };
  EXPECT_THAT(of("产出指标", "社会效益指标"), Contains("category-mismatch"));
  EXPECT_THAT(of("效益指标", "质量指标"), Contains("category-mismatch"));
  EXPECT_THAT(of("满意度指标", "质量指标"), Contains("category-mismatch"));
  for (const auto& [level1, level2] :
       {std::pair("产出指标", "成本指标"), std::pair("成本指标", "社会成本指标"),
        std::pair("效益指标", "服务对象满意度指标"), std::pair("产出", "时效"),
        std::pair("项目效益", "可持续影响指标"), std::pair("投入", "质量指标")}) {
    EXPECT_THAT(of(level1, level2), Not(Contains("category-mismatch"))) << level1 << level2;
  }
  EXPECT_THAT(of("产出指标", "社会效益指标", 4), Not(Contains("category-mismatch")))
      << "the table's own form";
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
