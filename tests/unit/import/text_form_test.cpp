/// Forms in text that keeps its columns: labels stand beside the middle of their texts.

#include "text_forms.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace budgetdiff {
namespace {

using namespace text_forms;

TEST(TextForm, PutsLinesToTheLabelBesideTheirMiddle) {
  const ImportedTable read =
      table(head +
            "   项目名称     河道清淤                    项目类型       延续\n"
            "              年度资金总额                             12.50\n"
            " 资金（万元）     其中：财政拨款                            10.00\n"
            "              其他资金                               2.50\n"
            "              三年内清淤三十公里，疏浚支渠，修复护坡，按期完成沿岸绿化和\n"
            "   中长期目标    道路修复，做到河道畅通、岸坡整洁，沿岸村民的满意度逐年提高\n"
            "              到百分之九十以上。\n"
            "              今年清淤十公里，完成招标和施工，年底前通过验收，投入运行并\n"
            "   年度目标     移交管护单位，沿岸村民满意。\n" +
            rows);
  ASSERT_EQ(read.snapshot.projects.size(), 1U);
  const Project& project = read.snapshot.projects[0];
  EXPECT_EQ(project.name, "河道清淤");
  EXPECT_EQ(project.funding.find("total")->to_string(), "12.50");
  EXPECT_EQ(project.funding.find("other_funds")->to_string(), "2.50");
  EXPECT_EQ(project.goal,
            "三年内清淤三十公里，疏浚支渠，修复护坡，按期完成沿岸绿化和道路修复，做到河道畅通、岸"
            "坡整洁，沿岸村民的满意度逐年提高到百分之九十以上。");
  EXPECT_EQ(project.annual_goal,
            "今年清淤十公里，完成招标和施工，年底前通过验收，投入运行并移交管护单位，沿岸村民满意"
            "。");
  EXPECT_EQ(project.indicators.size(), 3U);
}

TEST(TextForm, ReadsLabelsBrokenOverLinesAndBesideTheFirst) {
  const ImportedTable read =
      table(head +
            "   项目名称     河道清淤                    项目类型       延续\n"
            "   年度资金总额   12.50\n"
            "年度\n"
            "总体  今年清淤十公里，完成招标和施工，年底前通过验收，投入运行并\n"
            "目标  移交管护单位，沿岸村民满意。\n" +
            rows);
  const Project& project = read.snapshot.projects.at(0);
  EXPECT_EQ(project.goal + project.annual_goal,
            "今年清淤十公里，完成招标和施工，年底前通过验收，投入运行并移交管护单位，沿岸村民满意"
            "。");
}

TEST(TextForm, ReadsABrokenLabelWhoseLastPartStandsBeforeANumber) {
  EXPECT_EQ(project_of("       对河道进行整治。\n"
                       "项目当年绩效 1.清淤十公里，完成招标和施工；\n"
                       "  目标 2.年底前通过验收；\n"
                       "       3.移交管护单位，沿岸村民满意。\n")
                .goal,
            "对河道进行整治。\n1.清淤十公里，完成招标和施工；\n2.年底前通过验收；\n"
            "3.移交管护单位，沿岸村民满意。");
}

TEST(TextForm, ReadsABrokenLabelWhoseFirstPartStandsBesideTheText) {
  EXPECT_EQ(project_of("年度  1、今年清淤十公里，完成招标和施工；\n"
                       "总体  2、年底前通过验收。\n"
                       "目标  3、投入运行并移交管护单位，沿岸村民满意。\n")
                .goal,
            "1、今年清淤十公里，完成招标和施工；\n2、年底前通过验收。\n"
            "3、投入运行并移交管护单位，沿岸村民满意。");
  // Its last part is a line of the header.
  EXPECT_EQ(project_of("年度  今年清淤十公里，完成招标和施工，年底前通过验收，投入运行并移交管护\n"
                       "总体  单位，沿岸村民满意。\n"
                       "目标\n")
                .goal,
            "今年清淤十公里，完成招标和施工，年底前通过验收，投入运行并移交管护单位，沿岸村民满意"
            "。");
}

TEST(TextForm, PartsTheFirstPartOfABrokenLabelFromANumber) {
  EXPECT_EQ(project_of("         今年清淤十公里，完成招标和施工，验收合格率达到\n"
                       "项目总体目 97%，年底前通过验收，投入运行并移交管护单位，沿岸\n"
                       "   标    村民满意。\n")
                .goal,
            "今年清淤十公里，完成招标和施工，验收合格率达到97%，年底前通过验收，投入运行并移交管护"
            "单位，沿岸村民满意。");
}

TEST(TextForm, JoinsMarksThatPrintHasPutApart) {
  // A line begins with 年度, a label as well.
  EXPECT_EQ(project_of("年度 按照《河道清淤办法（2025年）   》要求，今年清淤十公里，完成招\n"
                       "总体 标和施工（含监理）       ，年底前通过验收，投入运行并移交管\n"
                       "目标 护单位。\n")
                .goal,
            "按照《河道清淤办法（2025年）》要求，今年清淤十公里，完成招标和施工（含监理），年底前"
            "通过验收，投入运行并移交管护单位。");
}

TEST(TextForm, PassesOverTheLabelOfASectionOfGoals) {
  const Project project = project_of(
      "              长期目标    三年内清淤三十公里，疏浚支渠，修复护坡。\n"
      "  项目绩效目标      年度目标    1、今年清淤十公里；\n"
      "                      2、年底前通过验收，投入运行并移交管护单位。\n");
  EXPECT_EQ(project.goal, "三年内清淤三十公里，疏浚支渠，修复护坡。");
  EXPECT_EQ(project.annual_goal,
            "1、今年清淤十公里；\n2、年底前通过验收，投入运行并移交管护单位。");
}

TEST(TextForm, KeepsShortFirstLinesOfAList) {
  EXPECT_EQ(
      project_of("           1、今年清淤十公里。\n"
                 "   总体目标    2、完成招标和施工。\n"
                 "           3、年底前通过验收，投入运行并移交管护单位。\n")
          .goal,
      "1、今年清淤十公里。\n2、完成招标和施工。\n3、年底前通过验收，投入运行并移交管护单位。");
}

TEST(TextForm, LeavesTextOfOtherLabelsOutOfTheGoal) {
  // 项目概况 breaks off in a full line; nobody knows 预算规模及资金用途.
  EXPECT_EQ(
      project_of(
          "   项目概况     为保障河道畅通，改善沿岸环境，按照上级的统一部署安排清淤，提高防洪\n"
          "            能力。\n"
          "   总体目标     今年清淤十公里，完成招标和施工，年底前通过验收。\n")
          .goal,
      "今年清淤十公里，完成招标和施工，年底前通过验收。");
  EXPECT_EQ(
      project_of("预算规模及资金用途 用于河道清淤的招标、施工和监理，以及沿岸护坡的修复和绿化，\n"
                 "          按合同支付。\n"
                 "   总体目标    今年清淤十公里，完成招标和施工，年底前通过验收。\n")
          .goal,
      "今年清淤十公里，完成招标和施工，年底前通过验收。");
}

TEST(TextForm, TakesTheSideOfItsTableForNoCategory) {
  // 目标 of the goal's label and 绩 are in the header.
  const Project project = project_of(
      "年度  今年清淤十公里，完成招标和施工，年底前通过验收，投入运行并移交管护\n"
      "总体  单位，沿岸村民满意。\n",
      "目标\n"
      " 绩  一级指标     二级指标        三级指标       指标值     分值权重\n"
      " 效                                          （90）\n"
      " 指  产出指标     数量指标        清淤长度       ≥10公里     30\n"
      " 标\n"
      "              质量指标        验收合格率      100%      30\n"
      "               时效指标        完成时间       12月底前     30\n");
  ASSERT_EQ(project.indicators.size(), 3U);
  EXPECT_EQ(project.indicators[1].level1, "产出指标");
  EXPECT_EQ(project.indicators[2].level1, "产出指标");
  EXPECT_NE(project.goal + project.annual_goal, "");
}

TEST(TextForm, PassesOverTheSumOfWeightsBelowTheirHeader) {
  const Project project =
      project_of("   总体目标    今年清淤十公里，完成招标和施工，年底前通过验收。\n",
                 " 绩  一级指标     二级指标        三级指标       指标值     分值权重\n"
                 " 效                                          （90）\n"
                 " 指  产出指标     数量指标        清淤长度       ≥10公里     30\n"
                 " 标            质量指标        验收合格率      100%      30\n"
                 "    效益指标     社会效益指标      防洪能力       提升        30\n");
  ASSERT_EQ(project.indicators.size(), 3U);
  EXPECT_EQ(project.indicators[0].weight, "30");
  EXPECT_EQ(project.indicators[1].level1, "产出指标");
  EXPECT_EQ(project.indicators[1].weight, "30");
}

TEST(TextForm, JoinsLabelsThatANarrowColumnBreaks) {
  const ImportedTable read =
      table(head +
            "项目名 全县河道清淤和沿岸护坡修复以及绿化工程的专        项目类型   延续\n"
            " 称 项补助资金\n"
            "项目资 12.50 其中：财政        10.00   其他资金         2.50\n"
            " 金            资金\n"
            "绩效目 今年清淤十公里，完成招标和施工，年底前通过验收，投入运行并移交管护\n"
            " 标 单位，沿岸村民满意。\n" +
            rows);
  ASSERT_EQ(read.snapshot.projects.size(), 1U);
  const Project& project = read.snapshot.projects[0];
  EXPECT_EQ(project.name, "全县河道清淤和沿岸护坡修复以及绿化工程的专项补助资金");
  EXPECT_EQ(project.funding.find("total")->to_string(), "12.50");
  EXPECT_EQ(project.funding.find("fiscal_appropriation")->to_string(), "10.00");
  EXPECT_EQ(project.goal,
            "今年清淤十公里，完成招标和施工，年底前通过验收，投入运行并移交管护单位，沿岸村民满意"
            "。");
}

TEST(TextForm, PartsTwoGoalsSideBySideWhereTheSecondBegins) {
  const std::string goals =
      "              实施期目标                      年度目标\n"
      "        三年内清淤三十公里，疏浚支渠，    1、今年清淤十公里，完成招标；\n"
      " 总体目标 修复护坡，完成沿岸绿化和道路修复 2、年底前通过验收，移交管护\n"
      "        ，做到河道畅通。           单位管理。\n";
  const Project project = project_of(goals);
  EXPECT_EQ(project.goal,
            "三年内清淤三十公里，疏浚支渠，修复护坡，完成沿岸绿化和道路修复，做到河道畅通。");
  EXPECT_EQ(project.annual_goal,
            "1、今年清淤十公里，完成招标；\n2、年底前通过验收，移交管护单位管理。");
  EXPECT_FALSE(guesses(table(head + named + goals + rows)));
}

TEST(TextForm, LeavesTheSecondOfTwoGoalsSideBySideBlank) {
  const Project project = project_of(
      "              实施期目标                              年度目标\n"
      "        三年内清淤三十公里，疏浚支渠，\n"
      " 总体目标 修复护坡，完成沿岸绿化和道路修复\n"
      "        ，做到河道畅通。\n");
  EXPECT_EQ(project.goal + project.annual_goal,
            "三年内清淤三十公里，疏浚支渠，修复护坡，完成沿岸绿化和道路修复，做到河道畅通。");
}

TEST(TextForm, PutsTogetherALineThatPrintBrokeWhereTheFontChanges) {
  EXPECT_EQ(project_of("   总体目标    今年清淤十公里，完成招标和施工，严格执行GB/T\n"
                       "            收，投入运行并移交管护单位，沿岸村民的满意度逐年提高。\n"
                       "                                    19001标准，年底前通过验\n")
                .goal,
            "今年清淤十公里，完成招标和施工，严格执行GB/T "
            "19001标准，年底前通过验收，投入运行并移交管护单位，沿岸村民的满意度逐年提高。");
}

TEST(TextForm, PutsTheRestOfALineBackThatStandsBeyondTheOthers) {
  const std::string whole =
      "今年清淤十一公里（含支渠），完成招标和施工，年底前通过验收，投入运行并移交管护单位。";
  EXPECT_EQ(project_of("   总体目标    今年清淤十一公里（含支渠）\n"
                       "            和施工，年底前通过验收，投入运行并移交管护单位。\n"
                       "                                    ，完成招标\n")
                .goal,
            whole);
  // Behind the next line.
  EXPECT_EQ(project_of("            今年清淤十公里，完成招标和施工，严格执行GB/T\n"
                       "   总体目标    收，投入运行并移交管护单位，沿岸村民的满意度逐年 "
                       "19001标准，年底前通过验\n"
                       "            提高到规定的比例以上，做到河道畅通，并按月公示。\n")
                .goal,
            "今年清淤十公里，完成招标和施工，严格执行GB/T "
            "19001标准，年底前通过验收，投入运行并移交管护单位，沿岸村民的满意度逐年提高到规定的比"
            "例以上，做到河道畅通，并按月公示。");
}

TEST(TextForm, PutsTheRestsOfTwoLinesBelowBothBehindThem) {
  EXPECT_EQ(
      project_of(
          "年度 今年清淤十公里，完成招标和施工（不少于1次）\n"
          "     管理，完成施工和验收，严格执行GB/T\n"
          "                                  ，开展养护并加强\n"
          "                                 19001标准，年底前\n"
          "总体 通过验收，投入运行并移交管护单位，受益村民满意，建立长效机制，加强日常监督。\n"
          "目标\n")
          .goal,
      "今年清淤十公里，完成招标和施工（不少于1次），开展养护并加强管理，完成施工和验收，"
      "严格执行GB/T 19001标准，年底前通过验收，投入运行并移交管护单位，受益村民满意，"
      "建立长效机制，加强日常监督。");
}

TEST(TextForm, PutsTheRestOfALineBackThatStandsBesideItsEnd) {
  // Digits and Latin letters make the line that it was broken off longer than print has it.
  EXPECT_EQ(
      project_of("   总体目标    根据《某县河道清淤和护坡修复实施方案（2023-2025年）\n"
                 "            收，投入运行并移交管护单位。\n"
                 "                                   》要求，今年清淤十公里，年底前通过验\n")
          .goal,
      "根据《某县河道清淤和护坡修复实施方案（2023-2025年）》要求，今年清淤十公里，年底前通过验收"
      "，投入运行并移交管护单位。");
}

TEST(TextForm, PutsTheRestOfALineBackWhereItGoesOnForSure) {
  // The line right above breaks off, too.
  EXPECT_EQ(project_of("   总体目标    今年清淤十公里，完成招标和施工，严格执行GB/T\n"
                       "            9001标准，年底前通过验收，投入运行，移交管护单位，\n"
                       "                                        1\n"
                       "            沿岸村民的满意度逐年提高。\n")
                .goal,
            "今年清淤十公里，完成招标和施工，严格执行GB/T "
            "19001标准，年底前通过验收，投入运行，移交管护单位，沿岸村民的满意度逐年提高。");
}

TEST(TextForm, PartsTwoGoalsSideBySideThatStandABlankApart) {
  // The second begins further left where digits make the first one's lines short.
  const std::string goals =
      "总体目标       实施期目标                       年度目标\n"
      "      三年内清淤三十公里，疏浚支渠，修复护坡， 1.今年清淤十公里，完成招\n"
      "      完成绿化，通过ISO 9001认证，道 标和施工，年底前验收；\n"
      "      路全部修复，河道畅通，岸坡整洁，沿岸村民 2.移交管护单位；\n"
      "      满意。                     3.按月公示水位和垃圾清运\n"
      "                              的情况。\n";
  const Project project = project_of(goals);
  EXPECT_EQ(project.goal,
            "三年内清淤三十公里，疏浚支渠，修复护坡，完成绿化，通过ISO "
            "9001认证，道路全部修复，河道畅通，岸坡整洁，沿岸村民满意。");
  EXPECT_EQ(project.annual_goal,
            "1.今年清淤十公里，完成招标和施工，年底前验收；\n2.移交管护单位；\n"
            "3.按月公示水位和垃圾清运的情况。");
}

TEST(TextForm, EndsATextWhereShortCellsStandBesideEachOther) {
  // Nobody knows 资金支出计划, which has the lines of figures.
  const ImportedTable read =
      table(head + named +
            "  预算规模及用途\n"
            "             用于河道清淤的招标、施工和监理，以及沿岸护坡的修复和绿化。\n"
            "                3月底         6月底         10月底        12月底\n"
            "  资金支出计划（%）\n"
            "                25.00%      50.00%      83.00%      100.00%\n"
            "             今年清淤十公里，完成招标和施工，年底前通过验收，投入运行并移交管护\n"
            "     总体目标    单位，记录水位和垃圾清运的情况，每月公示，做到河道畅通，沿岸村民满\n"
            "             意。\n" +
            rows);
  ASSERT_EQ(read.snapshot.projects.size(), 1U);
  EXPECT_EQ(
      read.snapshot.projects[0].goal,
      "今年清淤十公里，完成招标和施工，年底前通过验收，投入运行并移交管护单位，记录水位和垃圾清运"
      "的情况，每月公示，做到河道畅通，沿岸村民满意。");
  EXPECT_FALSE(guesses(read));
}

TEST(TextForm, SaysWhereALineOfTwoGoalsSideBySideIsTooShort) {
  // 2026年度 may be of either.
  EXPECT_TRUE(
      guesses(table(head + named +
                    "              实施期目标                         年度目标\n"
                    "        三年内清淤三十公里，疏浚支渠，修复护坡    今年清淤十公里，完成招\n"
                    "        ，完成绿化                      ，\n"
                    " 总体目标 沿岸道路全部修复，河道畅通，岸坡整    标和施工，年底前验收，移交管\n"
                    "        洁。                         护单位。\n" +
                    rows)));
}

TEST(TextForm, GoesOnWithATextThatBreaksOffInsideASentence) {
  // Its line is not as long as others, in which print has set narrow letters.
  EXPECT_EQ(
      project_of(
          "   项目概况     为保障河道畅通，改善沿岸环境，按照上级的统一部署安排清淤和护坡，提高防\n"
          "            洪能力。\n"
          "   总体目标     今年清淤十公里，完成招标和施工，年底前通过验收，执行GB "
          "50288-2018标准，记录\n"
          "            水位。\n")
          .goal,
      "今年清淤十公里，完成招标和施工，年底前通过验收，执行GB 50288-2018标准，记录水位。");
}

TEST(TextForm, FindsTheValueOfALabelBelowItOrRightBehindIt) {
  const std::string goal = "   总体目标    今年清淤十公里，完成招标和施工，年底前通过验收。\n";
  for (const char* const code :
       {"   项目类型     延续                      项目编码\n"
        "                                        4401Y000617\n",
        "   项目类型     延续                      项目编码4401Y000617\n"}) {
    const ImportedTable read = table(head + "   项目名称     河道清淤\n" + code +
                                     "   年度资金总额   12.50\n" + goal + rows);
    ASSERT_EQ(read.snapshot.projects.size(), 1U);
    EXPECT_EQ(read.snapshot.projects[0].code, "4401Y000617");
  }
}

TEST(TextForm, BeginsAnotherBelowATitleWithAProjectsNameInIt) {
  const std::string goal = "   总体目标    今年清淤十公里，完成招标和施工，年底前通过验收。\n";
  const ImportedTable read =
      table(head + named + goal + rows + "               2、推进河道清淤，方便村民。绩效目标表\n" +
            "109001某县水利局\n                                     单位：万元\n" +
            "   项目名称     推进河道清淤，方便村民。            项目类型       延续\n"
            "   年度资金总额   12.50\n" +
            goal + rows);
  ASSERT_EQ(read.snapshot.projects.size(), 2U);
  EXPECT_EQ(read.snapshot.projects[0].indicators.size(), 3U);
}

TEST(TextForm, GoesOnWithNoSentenceOfAmounts) {
  const ImportedTable read = table(
      head + "       项目名称     河道清淤\n" +
      "  2025年度资金总额及构成 总额：1745.36万元，其中：财政拨款1745.36万元，其他资金0.00万元\n"
      "                 今年清淤十公里，完成招标和施工，年底前通过验收，投入运行并移交管护\n"
      "        长期目标 "
      "单位，记录水位和垃圾清运的情况，每月公示，做到河道畅通，沿岸村民参与巡查，\n"
      "                 沿岸村民满意。\n" +
      rows);
  ASSERT_EQ(read.snapshot.projects.size(), 1U);
  EXPECT_EQ(
      read.snapshot.projects[0].goal,
      "今年清淤十公里，完成招标和施工，年底前通过验收，投入运行并移交管护单位，记录水位和垃圾清"
      "运的情况，每月公示，做到河道畅通，沿岸村民参与巡查，沿岸村民满意。");
}

TEST(TextForm, EndsNoGoalBehindAWordInQuotationMarks) {
  const Project project = project_of(
      "              三年内清淤三十公里，疏浚支渠，修复护坡，按期完成沿岸绿化和道路\n"
      "   长期目标     修复。\n"
      "              今年清淤十公里，建设“一河一策”\n"
      "   年度目标     台账，完成招标和施工，年底前通过验收，投入运行并移交管护单位，沿\n"
      "              岸村民满意。\n");
  EXPECT_EQ(project.goal, "三年内清淤三十公里，疏浚支渠，修复护坡，按期完成沿岸绿化和道路修复。");
  EXPECT_EQ(project.annual_goal.substr(0, std::string("今年清淤").size()), "今年清淤");
}

TEST(TextForm, PutsNoTextBesideTheLabelOfASectionAsASecondGoal) {
  const ImportedTable read =
      table(head + named +
            "           长期目标 三年内清淤三十公里，疏浚支渠，修复护坡。\n"
            " 项目绩效目标 年度目标 1、今年清淤十公里，完成招标和施工，按期完成沿岸绿化；\n"
            "                2、年底前通过验收，投入运行。\n" +
            rows);
  ASSERT_EQ(read.snapshot.projects.size(), 1U);
  EXPECT_EQ(read.snapshot.projects[0].annual_goal,
            "1、今年清淤十公里，完成招标和施工，按期完成沿岸绿化；\n2、年底前通过验收，投入运行。");
}

TEST(TextForm, SaysWhereATextEndsInsideASentence) {
  EXPECT_TRUE(
      guesses(table(head + named +
                    "              实施期目标                      年度目标\n"
                    "        修复护坡，完成沿岸绿化和道路修复    今年清淤十公里，完成招标，年\n"
                    " 总体目标 三年内清淤三十公里，疏浚支渠，  底前通过验收。\n" +
                    rows)));
}

TEST(TextForm, SaysWhereTheEndOfATextIsAGuess) {
  // No line ends with a sentence: where the one goal ends is nowhere to be seen.
  const ImportedTable read =
      table(head +
            "   项目名称     河道清淤                    项目类型       延续\n"
            "   年度资金总额   12.50\n"
            "              三年内清淤三十公里，疏浚支渠，修复护坡，按期完成沿岸绿化和\n"
            "   中长期目标    道路修复，做到河道畅通、岸坡整洁\n"
            "              今年清淤十公里，完成招标和施工，年底前通过验收，投入运行并\n"
            "   年度目标     移交管护人员，沿岸村民参与巡查，记录水位和垃圾清运的情况，\n"
            "              每月公示\n" +
            rows);
  EXPECT_TRUE(guesses(read));
}

TEST(TextForm, TellsAGoalFromWhatBecameOfIt) {
  for (const std::string label : {"预期目标  ", "年初设定目标"}) {
    const Project project = project_of(
        "   年度总体 " + label + "                    全年实际完成情况\n" +
        "   目标   清淤十公里，年底前通过验收。          已清淤八公里，其余明年完成。\n");
    EXPECT_EQ(project.goal, "清淤十公里，年底前通过验收。");
    EXPECT_EQ(project.indicators.size(), 3U);
  }
}

/// 年度 / 总体 / 目标, a line each in a narrow column, the first beside the headings of both texts.
TEST(TextForm, TellsAGoalFromWhatBecameOfItBesideALabelOfThreeLines) {
  const Project project = project_of(
      "年度   预期目标                            实际完成情况\n"
      "总体   清淤十公里，年底前通过验收，受益群众         全年工作任务已按计划全部完成，\n"
      "目标   不少于三千人。目标 1：完成清淤并通过         各项指标达到预期，群众反映良\n"
      "     验收；目标 2：巩固河道管护的长效机制。       好，资金使用规范。\n");
  EXPECT_EQ(project.goal,
            "清淤十公里，年底前通过验收，受益群众不少于三千人。目标1：完成清淤并通过验收；目标2："
            "巩固河道管护的长效机制。");
  EXPECT_EQ(project.indicators.size(), 3U);
}

/// A word processor sets a blank beside each figure: one at a line's end is none of the line above.
TEST(TextForm, LeavesANumberAtALinesEndWhereBlanksStandBesideAllFigures) {
  const auto document = import_document(
      {"x.txt",
       "项目名称      乡村道路养护项目\n"
       "年度   预期目标                            实际完成情况\n"
       "     网格化管护，推动沿线产业发展。推进养护设备            好，资金使用规范。\n"
       "     更新维护，落实巡查信息平台建设；力争全县道路\n"
       "     畅通、乡村、满意好。目标 1：健全路面病害预\n"
       "     防；目标 2：巩固问题整改“回头看”；目标 3：\n"
       "     进一步改善人居环境。\n"
       "绩效   一级指 二级指标 三级指标       年度指标值       实际完成      分    得分    偏差原\n"
       "指标   标                               值         值          因分析\n"
       "     产出指   数量指标   养护道路里程    ≥313 公里    313 公里     5    5\n"
       "     标\n"},
      {}, {});
  ASSERT_TRUE(document);
  const std::string& goal = document->tables.front().snapshot.projects.at(0).goal;
  EXPECT_NE(goal.find("病害预防；目标2：巩固"), std::string::npos) << goal;
}

TEST(TextForm, EndsTheTextAboveWhereThePointsOfAnotherBegin) {
  const std::string about =
      "   项目概况     河道多年淤积，今年清淤十公里，完成招标、施工和护坡修复；\n";
  EXPECT_EQ(project_of(about + "            年底前通过验收并移交管护单位。\n"
                               "            1.清淤十公里；\n"
                               "   总体目标    2.修复护坡；\n"
                               "            3.栽种树木；\n"
                               "            4.按月公示水位和垃圾清运的情况。\n")
                .goal,
            "1.清淤十公里；\n2.修复护坡；\n3.栽种树木；\n4.按月公示水位和垃圾清运的情况。");
}

TEST(TextForm, GoesOnWithATextThatBlanksPartBesideLatinLetters) {
  EXPECT_EQ(project_of("   项目概况     河道多年淤积，严格执行GB/T  19001标准，今年清淤十公里，修\n"
                       "            复护坡，年底前通过验收并移交管护单位。\n"
                       "   总体目标     清淤十公里，完成招标和施工，修复护坡，栽种树木，按月公示\n"
                       "            水位，并移交管护单位。\n")
                .goal,
            "清淤十公里，完成招标和施工，修复护坡，栽种树木，按月公示水位，并移交管护单位。");
}

TEST(TextForm, PartsBothLinesOfABrokenLabelFromTheText) {
  EXPECT_EQ(project_of("年度总体目 1.清淤十公里，完成招标和施工；\n"
                       "  标 2.修复护坡，栽种树木，移交管护单位。\n")
                .goal,
            "1.清淤十公里，完成招标和施工；\n2.修复护坡，栽种树木，移交管护单位。");
  // Beside two goals a line of it stands where the second alone goes on.
  const Project project = project_of(
      "                  实施期目标                     年度目标\n"
      "                                      今年清淤十公里，完成招标和施工，\n"
      "总体目 三年内清淤三十公里，疏浚支渠，修复护坡，完成绿       "
      "年底前通过验收，投入运行并移交管护单\n"
      "                                      位，沿岸村民的满意度逐年提高，按\n"
      " 标 化和道路修复，河道畅通。                     月公示水位和垃圾清运的情况。\n");
  EXPECT_EQ(project.goal, "三年内清淤三十公里，疏浚支渠，修复护坡，完成绿化和道路修复，河道畅通。");
}

TEST(TextForm, PutsTheRestOfACodeToIt) {
  // It stands beyond the end of the name, too, which ends no sentence.
  const ImportedTable read =
      table(head +
            "   项目名称     河道清淤和护坡修复提质增效三年行动的专项补助\n"
            "   项目类型     延续                      项目编码  44344624Y00\n"
            "                                            0051087\n"
            "   年度资金总额   12.50\n"
            "   总体目标     今年清淤十公里，年底前通过验收。\n" +
            rows);
  ASSERT_EQ(read.snapshot.projects.size(), 1U);
  EXPECT_EQ(read.snapshot.projects[0].name, "河道清淤和护坡修复提质增效三年行动的专项补助");
  EXPECT_EQ(read.snapshot.projects[0].code, "44344624Y000051087");
}

TEST(TextForm, LeavesTheEndOfAHeadersWordOutOfTheRows) {
  const Project project =
      project_of("   总体目标     今年清淤十公里，年底前通过验收。\n",
                 "   一级指标     二级指标        三级指标       运算符    指标值     度量单位\n"
                 "绩效指                                  号\n"
                 " 标  产出指标     数量指标        清淤长度        ≥     10      公里\n"
                 "              质量指标        验收合格率       =     100     %\n");
  ASSERT_EQ(project.indicators.size(), 2U);
  EXPECT_EQ(project.indicators[0].annual_target, "≥10公里");
}

TEST(TextForm, KnowsAColumnOfComparatorsByItsWords) {
  // The word of the column says nothing of comparators; units slide to it.
  const Project project =
      project_of("   总体目标     今年清淤十公里，年底前通过验收。\n",
                 "   一级指标     二级指标        三级指标       指标值 计量单位 指标方向\n"
                 "   产出指标     数量指标        清淤长度        10     公里 ≥\n"
                 "              质量指标        验收合格率       100   %   =\n"
                 "              时效指标        清淤工期        8     个月 ≤\n"
                 "   效益指标     社会效益指标      防洪能力        提升         定性\n");
  ASSERT_EQ(project.indicators.size(), 4U);
  EXPECT_EQ(project.indicators[0].annual_target, "≥10公里");
  EXPECT_EQ(project.indicators[2].annual_target, "≤8个月");
}

TEST(TextForm, PassesOverTheLabelOfASectionBesideGoalsThatPrintHasSlid) {
  const Project project = project_of(
      " 项目绩效 长期目标 三年内清淤三十公里，疏浚支渠，修复护坡，完成沿岸的绿化，\n"
      "   目标         投入运行并移交管护单位。\n"
      "         年度目标 今年清淤十公里，年底前通过验收，投入运行并移交管护单位。\n");
  EXPECT_EQ(project.goal,
            "三年内清淤三十公里，疏浚支渠，修复护坡，完成沿岸的绿化，投入运行并移交管护单位。");
  EXPECT_EQ(project.annual_goal, "今年清淤十公里，年底前通过验收，投入运行并移交管护单位。");
}

TEST(TextForm, EndsNoTextBehindAPoint) {
  EXPECT_EQ(
      project_of("   项目概况     为保障河道畅通，改善沿岸环境，按照上级的统一部署安排清淤工作；\n"
                 "            提高防洪能力，方便群众出行。\n"
                 "   总体目标     今年清淤十公里，完成招标和施工，按时通过验收，投入运行并移\n"
                 "            交管护单位。\n")
          .goal,
      "今年清淤十公里，完成招标和施工，按时通过验收，投入运行并移交管护单位。");
}

TEST(TextForm, LeavesCellsAboveTheGoalOutOfIt) {
  EXPECT_EQ(
      project_of(" 资金支出计划    3月底     6月底     10月底     12月底\n"
                 "   （%）     25.00%    50.00%    75.00%    100.00%\n"
                 "  总体目标 今年清淤十公里，完成招标和施工，按时通过验收，投入运行，移交管\n"
                 "       护单位，公示河道的水位，清运沿岸的垃圾，修复支渠的护坡，并做好\n"
                 "       日常的巡查。\n")
          .goal,
      "今年清淤十公里，完成招标和施工，按时通过验收，投入运行，移交管护单位，公示河道的水位，清运"
      "沿岸的垃圾，修复支渠的护坡，并做好日常的巡查。");
}

TEST(TextForm, EndsWhereAChapterBeginsOnTheNextPage) {
  const ImportedTable read =
      table(head + named + "   年度目标     河道畅通。\n" + rows +
            "\f              第三部分 2025年部门预算情况说明\n"
            "  一、项目绩效目标情况\n"
            "  （1）全年安排河道清淤资金12.50万元，比上年增加3%，实行绩效目标管理的项目1个。\n"
            "重点项目名称              金额                主要内容\n"
            "河道清淤                12.50             清淤十公里\n");
  ASSERT_EQ(read.snapshot.projects.size(), 1U);
  const std::vector<Indicator>& indicators = read.snapshot.projects[0].indicators;
  ASSERT_EQ(indicators.size(), 3U);
  EXPECT_EQ(indicators[2].name, "防洪能力");
  EXPECT_EQ(indicators[2].annual_target, "提升");
}

TEST(TextForm, HasNoRowOfTheDepartmentsNameAcrossIt) {
  const std::string marked =
      "   一级指标     二级指标        三级指标              指标值\n"
      "   产出指标     数量指标        清淤长度              ≥10公里\n"
      "某县水利局\n"
      "              质量指标        验收合格率             100%\n"
      "   效益指标     社会效益指标      防洪能力              提升\n";
  const Project project = project_of("   总体目标     今年清淤十公里，年底前通过验收。\n", marked);
  ASSERT_EQ(project.indicators.size(), 3U);
  EXPECT_EQ(project.indicators[1].name, "验收合格率");
}

TEST(TextForm, GoesOnWithAllLinesOfItsGoalOnTheNextPage) {
  const Project project = project_of(
      "   总体目标    1.今年清淤十公里，完成招标和施工；\n\f"
      "              2.年底前通过验收，投入运行并移交；\n"
      "              3.维护河道秩序。\n");
  EXPECT_EQ(
      project.goal,
      "1.今年清淤十公里，完成招标和施工；\n2.年底前通过验收，投入运行并移交；\n3.维护河道秩序。");
}

TEST(TextForm, HasAGoalOfOneShortSentenceBesideTheMiddleOfItsLabel) {
  EXPECT_EQ(project_of("   年度总\n"
                       "          做好清淤工作。\n"
                       "   体目标\n")
                .goal,
            "做好清淤工作。");
}

}  // namespace
}  // namespace budgetdiff
