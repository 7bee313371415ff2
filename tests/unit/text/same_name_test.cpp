#include <budgetdiff/text/same_name.hpp>

#include <gtest/gtest.h>

namespace budgetdiff {
namespace {

TEST(SameProse, DiffersInFormsOfMarksOnly) {
  const char* same[][2] = {
      {"建设“平安”乡村。", "建设\"平安\"乡村"},
      {"建设「平安」乡村", "建设‘平安’乡村"},
      {"【一期】修路", "（一期）修路"},
      {"道路—桥梁", "道路-桥梁"},
      {"道路——桥梁", "道路-桥梁"},
      {"甲·乙", "甲•乙"},
      {"一、修路；\n二、架桥。", "一，修路\n二，架桥"},
      {"修１０公里", "修10 公里"},
  };
  for (const auto& [a, b] : same) {
    EXPECT_TRUE(same_prose(a, b)) << a << " " << b;
  }
  const char* other[][2] = {
      {"修1.5公里", "修15公里"},
      {"修1-5公里", "修15公里"},
      {"修路架桥", "修路，架桥"},
      {"修1,200米", "修1.200米"},
      {"≥5", "≤5"},
  };
  for (const auto& [a, b] : other) {
    EXPECT_FALSE(same_prose(a, b)) << a << " " << b;
  }
}

TEST(SameCategory, IsTheSameWithItsLastWordOrWithout) {
  EXPECT_TRUE(same_category("时效", "时效指标"));
  EXPECT_FALSE(same_category("时效指标", "成本指标"));
  EXPECT_FALSE(same_category("指标", ""));
}

}  // namespace
}  // namespace budgetdiff
