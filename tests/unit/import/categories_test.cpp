#include "import/categories.hpp"

#include <gtest/gtest.h>

namespace budgetdiff::import {
namespace {

TEST(Categories, KnowsCategories) {
  EXPECT_TRUE(is_level1_category("1-产出指标"));
  EXPECT_TRUE(is_level1_category("产出指标(50分)"));
  EXPECT_TRUE(is_level1_category("效益"));
  EXPECT_FALSE(is_level1_category("数量指标"));
  EXPECT_TRUE(is_level2_category("11-数量指标"));
  EXPECT_TRUE(is_level2_category("可持续影响"));
  EXPECT_FALSE(is_level2_category("企业薪酬调查户数"));
}

TEST(Categories, KnowsWhichSecondLevelsBelongUnderAFirst) {
  EXPECT_TRUE(may_belong_under("产出指标", "数量指标"));
  EXPECT_TRUE(may_belong_under("产出指标", "成本指标"));
  EXPECT_TRUE(may_belong_under("成本指标", "经济成本指标"));
  EXPECT_TRUE(may_belong_under("效益指标", "服务对象满意度指标"));
  EXPECT_TRUE(may_belong_under("过程指标", "质量指标"));
  EXPECT_TRUE(may_belong_under("产出指标", "本地说法"));
  EXPECT_FALSE(may_belong_under("满意度指标", "可持续影响指标"));
  EXPECT_FALSE(may_belong_under("效益指标", "质量指标"));
  EXPECT_FALSE(may_belong_under("成本指标", "时效指标"));
  EXPECT_FALSE(may_belong_under("产出指标", "社会效益指标"));
}

TEST(Categories, KnowsWhatPrintBrokeOffCategories) {
  for (const char* piece : {"产出指", "满意度", "标", "指标"}) {
    EXPECT_TRUE(is_piece_of_level1(piece)) << piece;
  }
  for (const char* piece : {"服务对象满", "意度指标", "社会效益指", "标"}) {
    EXPECT_TRUE(is_piece_of_level2(piece)) << piece;
  }
  for (const char* piece : {"", "养护里程", "985", "≥"}) {
    EXPECT_FALSE(is_piece_of_level1(piece)) << piece;
    EXPECT_FALSE(is_piece_of_level2(piece)) << piece;
  }
}

TEST(Categories, KnowsWhatTheyBeginWith) {
  for (const char* text : {"产", "产出指", "满意度指标"}) {
    EXPECT_TRUE(begins_level1(text)) << text;
  }
  for (const char* text : {"服务对", "可持续影响指标"}) {
    EXPECT_TRUE(begins_level2(text)) << text;
  }
  for (const char* text : {"", "标", "指标", "意度指标", "养护里程"}) {
    EXPECT_FALSE(begins_level1(text)) << text;
    EXPECT_FALSE(begins_level2(text)) << text;
  }
}

}  // namespace
}  // namespace budgetdiff::import
