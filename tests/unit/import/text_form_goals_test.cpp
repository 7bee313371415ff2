/// Goals of forms in text that keeps its columns: labels broken over lines whose parts are labels
/// themselves, and points that are called goals.

#include "text_forms.hpp"

#include <gtest/gtest.h>

#include <string>

namespace budgetdiff {
namespace {

using namespace text_forms;

/// What the goal says, whichever goal its label names.
std::string goal_of(const std::string& lines) {
  const Project project = project_of(lines);
  return project.goal + project.annual_goal;
}

TEST(TextFormGoals, HaveALabelWhosePartsAreLabelsThemselves) {
  // 绩效 and 目标 are labels of goals, too.
  const std::string text =
      "按照统一部署，今年清淤十公里，完成招标和施工，年底前通过验收，投入运行并移交管护单位"
      "，沿岸村民满意，做到河道畅通、岸坡整洁。今年清淤十公里，完成招标和施工。";
  EXPECT_EQ(goal_of("     按照统一部署，今年清淤十公里，完成招标和施工，年底前通过\n"
                    "年度   验收，投入运行并移交管护单位，沿岸村民满意，做到河道\n"
                    "绩效   畅通、岸坡整洁。今年清淤十公里，\n"
                    "目标   完成招标和\n"
                    "     施工。\n"),
            text);
  EXPECT_EQ(goal_of("   按照统一部署，今年清淤十公里，完成招标和施工，年底前通过\n"
                    "项目\n"
                    "   验收，投入运行并移交管护单位，沿岸村民满意，做到河道\n"
                    "绩效\n"
                    "   畅通、岸坡整洁。今年清淤十公里，\n"
                    "目标\n"
                    "   完成招标和施工。\n"),
            text);
}

TEST(TextFormGoals, KeepThePointsThatAreCalledGoals) {
  const std::string text =
      "目标1：清淤十公里，完成招标和施工；目标2：年底前通过验收；目标3：移交管护单位。";
  EXPECT_EQ(goal_of("       目标 1：清淤十公里，完成招标和施工；目标 2：年底前\n"
                    "总体目标\n"
                    "       通过验收；目标 3：移交管护单位。\n"),
            text);
  EXPECT_EQ(
      goal_of("总  目标 1：清淤十公里，完成招标和施工；目标 2：年底前\n"
              "体\n"
              "目  通过验收；目标 3：移交管护单位，清淤十公里，完成招标\n"
              "标  和施工。\n"),
      "目标1：清淤十公里，完成招标和施工；目标2：年底前通过验收；目标3：移交管护单位，清淤十公里"
      "，完成招标和施工。");
  EXPECT_EQ(goal_of("总体目标     目标 1：清淤十公里，完成招标和施工；目标 2：年底前\n"
                    "         通过验收；目标 3：移交管护单位。\n"),
            text);
}

}  // namespace
}  // namespace budgetdiff
