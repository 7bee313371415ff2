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

TEST(TextFormGoals, KeepSumsOfWhatIsNoMoney) {
  // 共计 is a label of money elsewhere, and a bracket behind a label begins text.
  EXPECT_EQ(
      goal_of("       今年清淤十公里，完成招标和施工，培训三期，参加培训的人员\n"
              "总体目标 共计 78 人次，年底前通过验收，投入运行并移交管护单位，\n"
              "       沿岸村民满意。\n"),
      "今年清淤十公里，完成招标和施工，培训三期，参加培训的人员共计78人次，年底前通过验收，投入"
      "运行并移交管护单位，沿岸村民满意。");
  EXPECT_EQ(
      goal_of("       今年清淤十公里，完成招标和施工，年底前通过验收\n"
              "总体目标 （含监理 12.50 万元），投入运行并移交管护单位，\n"
              "       沿岸村民满意。\n"),
      "今年清淤十公里，完成招标和施工，年底前通过验收（含监理12.50万元），投入运行并移交管护单位"
      "，沿岸村民满意。");
  EXPECT_EQ(
      goal_of("       今年清淤十公里，完成招标和施工，覆盖\n"
              "总体目标 97 个乡镇，年底前通过验收，投入运行并移交管护单位，\n"
              "       沿岸村民满意。\n"),
      "今年清淤十公里，完成招标和施工，覆盖97个乡镇，年底前通过验收，投入运行并移交管护单位，沿"
      "岸村民满意。");
}

TEST(TextFormGoals, KeepTheOrderOfTheirLinesWherePrintPutsBlanksAtFigures) {
  // The longest line ends with a figure: no rest of the line above, as blanks stand at all figures.
  EXPECT_EQ(
      goal_of("       今年清淤 10 公里，完成招标和施工，培训 3 期，满意率达到\n"
              "总体目标   90%，年底前通过验收，投入运行并移交管护单位，支出 79.50 万\n"
              "       元，沿岸村民满意。\n"),
      "今年清淤10公里，完成招标和施工，培训3期，满意率达到90%，年底前通过验收，投入运行并移交管护"
      "单位，支出79.50万元，沿岸村民满意。");
}

TEST(TextFormGoals, PutsTheNumberOfADocumentBehindItsTitle) {
  EXPECT_EQ(
      goal_of("       今年清淤十公里，按照《关于清淤的实施意见》\n"
              "总体目标   投入运行，沿岸村民满意。\n"
              "                              （财发〔2023〕17号）要求，移交管护单位，\n"),
      "今年清淤十公里，按照《关于清淤的实施意见》（财发〔2023〕17号）要求，移交管护单位，投入运行"
      "，沿岸村民满意。");
}

TEST(TextFormGoals, GoOnBehindAPageThatCutsTheirLabel) {
  const std::string text =
      "今年清淤十公里，完成招标和施工，年底前通过验收，投入运行并移交管护单位，沿岸村民满意。";
  EXPECT_EQ(goal_of("年度   今年清淤十公里，完成招标和\n"
                    "\f绩效   施工，年底前通过验收，投入运行\n"
                    "目标   并移交管护单位，沿岸村民满意。\n"),
            text);
  EXPECT_EQ(goal_of("年度   今年清淤十公里，完成招标和\n"
                    "绩效   施工，年底前通过验收，投入运行\n"
                    "\f目标   并移交管护单位，沿岸村民满意。\n"),
            text);
  EXPECT_EQ(goal_of("年   今年清淤十公里，完成招标和\n"
                    "度   施工，年底前\n"
                    "绩   通过验收，投入运行\n"
                    "\f效   并移交管护单位，\n"
                    "目   沿岸村民\n"
                    "标   满意。\n"),
            text);
  EXPECT_EQ(goal_of("总   今年清淤十公里，完成招标和施工，年底前通过验收，投入运行\n"
                    "体   并移交管护单位，沿岸村民满意。\n"
                    "\f目\n"
                    "标\n"),
            text);
}

TEST(TextFormNames, OfTwoLinesHaveTheirLabelsBetweenThem) {
  const ImportedTable read = table(
      "                    2025年项目支出绩效目标表\n"
      "                                                   单位：万元\n"
      "   项目名称     河道清淤\n"
      "            东坪区住房和城乡             东坪区住房和城乡建设局\n"
      "   主管部门                 实施单位\n"
      "            建设局                  本级\n"
      "   年度资金总额   12.50\n"
      "   总体目标     今年清淤十公里，完成招标和施工，年底前通过验收，投入运行并移交管护单位。\n" +
      rows);
  ASSERT_EQ(read.snapshot.projects.size(), 1U);
  EXPECT_EQ(read.snapshot.department, "东坪区住房和城乡建设局");
  EXPECT_EQ(read.snapshot.projects[0].name, "河道清淤");
}

}  // namespace
}  // namespace budgetdiff
