// Lists of indicators that people type, as print breaks them. All figures are made up.

#include "import/text/free_list.hpp"

#include <gmock/gmock.h>

#include <string>
#include <vector>

namespace budgetdiff::import {
namespace {

using ::testing::ElementsAre;

/// "名 值" of each item, with ? behind those whose lines were parted by guess.
std::vector<std::string> items_of(const std::vector<std::u32string>& lines, LineEnds ends) {
  Flow list;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    list.append(lines[i], static_cast<std::uint32_t>(i));
  }
  std::vector<std::string> out;
  for (const FreeItem& item : read_free_list(list, ends)) {
    out.push_back(item.indicator.name + " " + item.indicator.annual_target +
                  (item.cut_by_guess ? "?" : ""));
  }
  return out;
}

/// "一级/二级/名 值" of each item of lines that somebody typed.
std::vector<std::string> with_levels(const std::vector<std::u32string>& lines) {
  Flow list;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    list.append(lines[i], static_cast<std::uint32_t>(i));
  }
  std::vector<std::string> out;
  for (const FreeItem& item : read_free_list(list, LineEnds::typed)) {
    const Indicator& one = item.indicator;
    out.push_back(one.level1 + "/" + one.level2 + "/" + one.name + " " + one.annual_target);
  }
  return out;
}

TEST(FreeList, TakesWhomSatisfactionIsOfForItsSecondLevel) {
  for (const std::u32string line :
       {U"满意度-服务对象：林农满意率≥92%", U"满意度-服务对象-林农满意率：≥92%"}) {
    EXPECT_THAT(with_levels({line}), ElementsAre("满意度/服务对象/林农满意率 ≥92%"));
  }
  EXPECT_THAT(with_levels({U"产出指标：服务对象数量≥92户"}),
              ElementsAre("产出指标//服务对象数量 ≥92户"));
}

TEST(FreeList, GoesOnWithANameWhoseEndIsACategory) {
  EXPECT_THAT(items_of({U"质量指标：合格率，≥9%；成本指标：人均培训",
                        U"成本，≤30元；满意度指标：家长", U"满意度，≥8成。"},
                       LineEnds::printed),
              ElementsAre("合格率 ≥9%", "人均培训成本 ≤30元", "家长满意度 ≥8成"));
}

TEST(FreeList, GoesOnWithANameWhoseEndIsACategoryThatTheListCallsOtherwise) {
  // No figure tells it here: the list says 质量指标 where it means the category.
  EXPECT_THAT(items_of({U"质量指标：1.合格率≥9%。社会效益指标：1.居民用水", U"质量：有所提升。",
                        U"生态效益指标：1.湿地面积≥9亩。"},
                       LineEnds::printed),
              ElementsAre("合格率 ≥9%", "居民用水质量 有所提升", "湿地面积 ≥9亩"));
  EXPECT_THAT(
      items_of({U"数量指标：巡查≥9次；经济效益指标：企业融资", U"成本：下降"}, LineEnds::printed),
      ElementsAre("巡查 ≥9次", "企业融资成本 下降"));
  // Bare words throughout, and 满意度 alone in a list that says 指标 else, are categories.
  EXPECT_THAT(items_of({U"数量：巡查≥9次；人数≥8人；社会效益：负担减轻", U"质量：合格率≥9%"},
                       LineEnds::printed),
              ElementsAre("巡查 ≥9次", "人数 ≥8人", "社会效益 负担减轻", "合格率 ≥9%"));
  EXPECT_THAT(
      items_of({U"数量指标：巡查≥9次；人数≥8人；社会效益指标：负担减轻", U"满意度：村民满意率≥9%"},
               LineEnds::printed),
      ElementsAre("巡查 ≥9次", "人数 ≥8人", "社会效益指标 负担减轻", "村民满意率 ≥9%"));
  // A cell of one category.
  EXPECT_THAT(items_of({U"效益指标：社会效益指标：稳定程", U"度：有效维", U"护；群众生活",
                        U"质量：有所提", U"升；受益群众", U"人数≥5万人"},
                       LineEnds::printed),
              ElementsAre("稳定程度 有效维护", "群众生活质量 有所提升", "受益群众人数 ≥5万人"));
}

TEST(FreeList, TakesAnArrowBeforeAComparatorForAMark) {
  EXPECT_THAT(with_levels({U"产出指标>数量指标>造林面积>≥7亩", U"产出指标>时效指标>工期>≤9天"}),
              ElementsAre("产出指标/数量指标/造林面积 ≥7亩", "产出指标/时效指标/工期 ≤9天"));
  EXPECT_THAT(with_levels({U"数量指标：造林面积>7亩；"}), ElementsAre("/数量指标/造林面积 >7亩"));
}

TEST(FreeList, ClosesTheBracketsOfCategories) {
  EXPECT_THAT(with_levels({U"产出指标（30分）：造林面积≥7亩；【效益指标】林农增收≥9元"}),
              ElementsAre("产出指标（30分）//造林面积 ≥7亩", "效益指标//林农增收 ≥9元"));
}

TEST(FreeList, BeginsAtATypedLineWithACategoryAndAColon) {
  EXPECT_THAT(
      with_levels({U"数量：造林面积≥7亩", U"可持续影响：长期", U"满意度：≥92%"}),
      ElementsAre("/数量/造林面积 ≥7亩", "/可持续影响/可持续影响 长期", "满意度//满意度 ≥92%"));
}

TEST(FreeList, TakesATypedLineOfANameAndItsNumberForAnIndicator) {
  EXPECT_THAT(
      with_levels({U"产出指标：巡堤里程≥1.5公里", U"演练2场", U"到位率100%"}),
      ElementsAre("产出指标//巡堤里程 ≥1.5公里", "产出指标//演练 2场", "产出指标//到位率 100%"));
}

TEST(FreeList, KeepsLabelledPartsTogetherOverMarksAndLines) {
  const std::vector<std::string> two{"产出指标/数量指标/造林面积 ≥7亩",
                                     "效益指标/经济效益指标/林农增收 ≥9元"};
  EXPECT_EQ(with_levels(
                {U"一级指标：产出指标；二级指标：数量指标；三级指标：造林面积；指标值：≥7亩；",
                 U"一级指标：效益指标；二级指标：经济效益指标；三级指标：林农增收；指标值：≥9元"}),
            two);
  EXPECT_EQ(with_levels({U"一级指标：产出指标", U"二级指标：数量指标", U"三级指标：造林面积",
                         U"指标值：≥7亩", U"一级指标：效益指标", U"二级指标：经济效益指标",
                         U"三级指标：林农增收", U"指标值：≥9元"}),
            two);
  EXPECT_THAT(
      with_levels({U"一级指标：产出指标；二级指标：数量指标；三级指标：造林面积；指标值：≥7亩；",
                   U"三级指标：抚育面积；指标值：≥8亩"}),
      ElementsAre("产出指标/数量指标/造林面积 ≥7亩", "产出指标/数量指标/抚育面积 ≥8亩"));
}

TEST(FreeList, BeginsAtHeadingsInBracketsBulletsAndNumbersOfChapters) {
  const std::vector<std::string> two{"产出指标/数量指标/造林面积 ≥7亩",
                                     "效益指标/经济效益指标/林农增收 ≥9元"};
  EXPECT_EQ(
      with_levels({U"【产出指标】数量指标：造林面积≥7亩【效益指标】经济效益指标：林农增收≥9元"}),
      two);
  EXPECT_EQ(with_levels({U"◆产出指标", U"●数量指标：造林面积≥7亩", U"◆效益指标",
                         U"●经济效益指标：林农增收≥9元"}),
            two);
  EXPECT_EQ(with_levels(
                {U"产出指标：1.1数量指标：造林面积≥7亩；效益指标：2.1经济效益指标：林农增收≥9元"}),
            two);
  EXPECT_THAT(with_levels({U"数量指标：造林面积1.5万亩"}),
              ElementsAre("/数量指标/造林面积 1.5万亩"));
}

TEST(FreeList, HasALineAnIndicatorWhereSomeoneTypedIt) {
  EXPECT_THAT(items_of({U"产出指标：巡查次数≥3次", U"报告数不少于2份", U"机制：健全", U"人数≥5人"},
                       LineEnds::typed),
              ElementsAre("巡查次数 ≥3次", "报告数 不少于2份", "机制 健全", "人数 ≥5人"));
}

TEST(FreeList, HasAnIndicatorThatBeginsWithAFigureWhereItsLineWasTyped) {
  EXPECT_THAT(
      items_of({U"产出指标：平均反应时间：≤12分钟", U"10秒内接听率：≥95%"}, LineEnds::typed),
      ElementsAre("平均反应时间 ≤12分钟", "10秒内接听率 ≥95%"));
  EXPECT_THAT(items_of({U"产出指标：完成时间：2025年", U"12月31日前"}, LineEnds::typed),
              ElementsAre("完成时间 2025年12月31日前"));
}

TEST(FreeList, GoesOnOverLinesThatPrintBreaks) {
  for (const LineEnds ends : {LineEnds::typed, LineEnds::printed}) {
    EXPECT_THAT(items_of({U"产出指标：补贴发放人数≥5", U"00人", U"补贴发放及时", U"率≥95%"}, ends),
                ElementsAre("补贴发放人数 ≥500人补贴发放及时率≥95%"));
    EXPECT_THAT(items_of({U"产出指标：补贴标准≥500元，", U"特困人员≥800元"}, ends),
                ElementsAre("补贴标准 ≥500元", "特困人员 ≥800元"));
    EXPECT_THAT(items_of({U"产出指标：开放时间：8:30至", U"17:30"}, ends),
                ElementsAre("开放时间 8:30至17:30"));
  }
  EXPECT_THAT(items_of({U"产出指标：巡查次数≥3次", U"巡查人数≥5人"}, LineEnds::printed),
              ElementsAre("巡查次数 ≥3次", "巡查人数 ≥5人"));
}

TEST(FreeList, CutsNoDayInTwo) {
  EXPECT_THAT(items_of({U"时效指标：完成时间2025年12月底；数量指标：人数5人"}, LineEnds::typed),
              ElementsAre("完成时间 2025年12月底", "人数 5人"));
  // Nothing but the target stands behind the category, which is the name then.
  EXPECT_THAT(items_of({U"时效指标：2025年12月底前完成"}, LineEnds::typed),
              ElementsAre("时效指标 2025年12月底前完成"));
}

TEST(FreeList, IsTrustedSoonerInAColumnOfItsCategory) {
  Flow list;
  list.append(U"产出指标：人数≥5人；按时完成", 0);
  EXPECT_EQ(read_free_list(list, LineEnds::typed).size(), 0U);
  EXPECT_EQ(read_free_list(list, LineEnds::typed, ListCell::of_category).size(), 2U);
}

TEST(FreeList, TakesProseForItsCategorysTarget) {
  EXPECT_THAT(items_of({U"数量指标：人数≥5人；质量指标：合格率≥95%；成本指标：标准≤9元；"
                        U"时效指标：按月发放；社会效益指标：负担减轻；收入增加"},
                       LineEnds::typed),
              ElementsAre("人数 ≥5人", "合格率 ≥95%", "标准 ≤9元", "时效指标 按月发放",
                          "社会效益指标 负担减轻；收入增加"));
}

TEST(FreeList, SaysWherePrintLeavesItOpen) {
  EXPECT_THAT(items_of({U"产出指标：补贴标准：特困", U"人员≥500元"}, LineEnds::printed),
              ElementsAre("补贴标准 特困人员≥500元?"));
}

TEST(FreeList, KeepsAUnitWithItsNumberAtAPagesFoot) {
  // Lines 0 and 2 begin with what was typed; the page ends behind line 1, so nothing is known of
  // line 2.
  const std::vector<std::u32string> lines = {U"经济效益指标|挽回经济损失|≥80.5", U"万元",
                                             U"满意度指标|群众满意度|≥90%"};
  Flow list;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    list.append(lines[i], static_cast<std::uint32_t>(i));
  }
  std::vector<std::string> out;
  for (const FreeItem& item : read_free_list(list, LineEnds::printed, ListCell::any, {0})) {
    out.push_back(item.indicator.name + " " + item.indicator.annual_target);
  }
  EXPECT_THAT(out, ElementsAre("挽回经济损失 ≥80.5万元", "群众满意度 ≥90%"));
}

TEST(FreeList, PartsNamesThatPrintBreaksBehindFigures) {
  EXPECT_THAT(
      items_of({U"产出指标：城市居民保障人", U"数：≥20人", U"农村居民保障人", U"数：≥80人",
                U"对象认定准", U"确率：≥9%"},
               LineEnds::printed),
      ElementsAre("城市居民保障人数 ≥20人", "农村居民保障人数 ≥80人", "对象认定准确率 ≥9%"));
  EXPECT_THAT(items_of({U"产出指标：报告出具时限：≤30个", U"工作日", U"报告合格率达", U"标：≥9%"},
                       LineEnds::printed),
              ElementsAre("报告出具时限 ≤30个工作日?", "报告合格率达标 ≥9%"))
      << "a line of few letters may end the unit above";
}

}  // namespace
}  // namespace budgetdiff::import
