/// Which parts of an indicator look as if they were cut in the wrong places.

#include "import/text/list_doubts.hpp"

#include <gtest/gtest.h>

#include <string>

namespace budgetdiff::import {
namespace {

bool doubtful(const std::string& name, const std::string& target) {
  Indicator one;
  one.name = name;
  one.annual_target = target;
  return is_doubtful(one);
}

TEST(ListDoubts, AreCategoriesAndTargetsInsideOthers) {
  EXPECT_TRUE(doubtful("质量指标：", "≥95%"));
  EXPECT_TRUE(doubtful("培训人次", "≥500人，合格率≥95%"));
  EXPECT_TRUE(doubtful("培训人次", "≥500人、次年≥600人"));
  EXPECT_TRUE(doubtful("培训人次", "≥500人/≥600人"));
  EXPECT_FALSE(doubtful("培训人次", "≥500人"));
  EXPECT_FALSE(doubtful("培训标准", "≤500元/人"));
}

TEST(ListDoubts, AreWordsBehindAFigureWithItsUnit) {
  EXPECT_TRUE(doubtful("出动次数", "≥600次道路照明设施完好"));
  EXPECT_TRUE(doubtful("完好率", "≥99%道路照明"));
  EXPECT_TRUE(doubtful("率", "≥99%")) << "a name's end";
  EXPECT_FALSE(doubtful("办结时限", "≤30个工作日内完成支付"));
  EXPECT_FALSE(doubtful("绿化面积", "≥600万平方米"));
  EXPECT_FALSE(doubtful("完好率", "≥99%以上"));
}

TEST(ListDoubts, ArePointsOfAGoalInsideATarget) {
  EXPECT_TRUE(doubtful("采血量", "740万毫升；3.落实改革要求，压缩办理时限。"));
  EXPECT_FALSE(doubtful("采血量", "740万毫升；3.5万人"));
  EXPECT_FALSE(doubtful("制度建设", "1.建立制度；2.完善流程"))
      << "points from the first on may be a target's own, short ones";
}

TEST(ListDoubts, ArePiecesOfOtherCellsInAList) {
  Indicator whole;
  whole.level1 = "产出指标";
  whole.name = "治理面积";
  whole.period_target = "≥5亩";
  whole.annual_target = "≥5亩";
  const auto torn = [&](auto change) {
    Indicator one = whole;
    change(one);
    return is_torn({whole, one});
  };
  EXPECT_FALSE(torn([](Indicator&) {}));
  EXPECT_TRUE(torn([](Indicator& one) { one.period_target += "；按标准治理，提高群众满意度。"; }));
  EXPECT_TRUE(torn([](Indicator& one) { one.annual_target += "。开展治理，提高群众满意度。"; }));
  EXPECT_FALSE(torn([](Indicator& one) { one.period_target += "；其中山地≥3亩"; }));
  EXPECT_TRUE(torn([](Indicator& one) { one.level2 = "覆盖率达到85%。数量指标"; }));
  EXPECT_TRUE(torn([](Indicator& one) { one.name = "面积周期指标值:≥5亩"; }));
  EXPECT_FALSE(torn([](Indicator& one) { one.period_target.clear(); })) << "some have but one";
}

TEST(ListDoubts, ArePiecesOfAListInAGoal) {
  EXPECT_TRUE(holds_list_piece("严格执行GB/T1900标值:>1020篇；年度指1标准。"));
  EXPECT_TRUE(holds_list_piece("完成清淤，指标值：90%。"));
  EXPECT_FALSE(holds_list_piece("各项指标值均达到国家标准。"));
  EXPECT_FALSE(holds_list_piece("完成下列指标值：清淤十公里。"));
}

}  // namespace
}  // namespace budgetdiff::import
