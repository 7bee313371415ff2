/// The rows of indicators in text that keeps its columns: which column a word is of, and which
/// rows a category has.

#include "text_forms.hpp"

#include "import/page/category_sense.hpp"

#include <gtest/gtest.h>

#include <string>

namespace budgetdiff {
namespace {

using namespace text_forms;

const std::string goal = "   总体目标    今年清淤十公里，完成招标和施工，年底前通过验收。\n";

TEST(TextRows, GoOnOnAPageWithoutHeaderWhoseColumnsStandElsewhere) {
  const ImportedTable read = table(
      "                          2025年项目支出绩效目标表\n"
      "部门名称：某县水利局                                      单位：万元\n"
      "项目名称      预算数      绩效目标            一级指标    二级指标     三级指标     指标值\n"
      "河道清淤      12.50   今年清淤十公里。      产出指标    数量指标     清淤长度     ≥10公里\n"
      "河道清淤      12.50   今年清淤十公里。      产出指标    质量指标     合格率      100%\n"
      "护坡修复      20.00   修复护坡二十处。      产出指标    数量指标     护坡数量     ≥20处\n\f"
      "泵站更新                30.00       更新泵站三座。             产出指标         数量指标    "
      "      泵站数量         ≥3座\n"
      "泵站更新                30.00       更新泵站三座。             产出指标         质量指标    "
      "      完好率          100%\n");
  ASSERT_EQ(read.snapshot.projects.size(), 3U);
  EXPECT_EQ(read.snapshot.projects[2].name, "泵站更新");
  EXPECT_EQ(read.snapshot.projects[2].indicators.size(), 2U);
}

TEST(TextRows, GoOnOnAPageWithoutHeaderBelowColumnsWithoutFigures) {
  // Columns of money that hold nothing have no width.
  const ImportedTable read = table(
      "                          2025年项目支出绩效目标表\n"
      "部门名称：某县水利局                                                          单位：万元\n"
      "项目名称       合计    一般公共预算   政府性基金   其他资金    绩效目标         一级指标   "
      "二级指标    三级指标    指标值\n"
      "河道清淤      12.50                        12.50   今年清淤十公里。     产出指标   数量指标 "
      "   清淤长度    ≥10公里\n"
      "护坡修复      20.00                        20.00   修复护坡二十处。     产出指标   数量指标 "
      "   护坡数量    ≥20处\n\f"
      "泵站更新      30.00                        30.00   更新泵站三座。      产出指标   数量指标  "
      "  泵站数量    ≥3座\n"
      "闸门更新      40.00                        40.00   更新闸门四座。      产出指标   数量指标  "
      "  闸门数量    ≥4座\n");
  ASSERT_EQ(read.snapshot.projects.size(), 4U);
  EXPECT_EQ(read.snapshot.projects[3].name, "闸门更新");
}

TEST(TextRows, SayThatFiguresMayBeOfAColumnThatHadNone) {
  // On the page without the header figures stand between two columns that had none before.
  const auto read = [](const std::string& second) {
    return table(
        "                                        2025年项目支出绩效目标表\n"
        "部门名称：某县水利局                                                                 "
        "单位：万元\n"
        "项目名称        合计          一般公共预算          政府性基金    其他资金     绩效目标   "
        "             一级指标        二级指标        三级指标          指标值\n"
        "河道清淤        12.50       12.50                             河道清淤三处。             "
        "产出指标        数量指标        清淤长度          ≥10公里\n"
        "河道清淤        12.50       12.50                             河道清淤三处。             "
        "产出指标        质量指标        合格率           100%\n"
        "护坡修复        20.00       20.00                             护坡修复三处。             "
        "产出指标        数量指标        护坡长度          ≥10公里\n"
        "护坡修复        20.00       20.00                             护坡修复三处。             "
        "产出指标        质量指标        合格率           100%\n"
        "\f" +
        second);
  };
  const ImportedTable other = read(
      "泵站更新        30.00                       30.00             泵站更新三处。             "
      "产出指标        数量指标        管道长度          ≥10公里\n");
  ASSERT_EQ(other.snapshot.projects.size(), 3U);
  EXPECT_TRUE(guesses(other));
  EXPECT_FALSE(
      guesses(read("泵站更新        30.00       30.00                             泵站更新三处。   "
                   "          产出指标        数量指标        管道长度          ≥10公里\n")));
}

TEST(TextRows, HaveOneTargetInACell) {
  // The first row's words stand left of the others', where the column before ends.
  const Project project =
      project_of("   总体目标    今年清淤十公里，完成招标和施工，年底前通过验收。\n",
                 "   一级指标 二级指标           三级指标     半年（程）指 全年（程）\n"
                 "                                     标值     指标值\n"
                 "   产出指标 数量指标 清淤河道长度             =1660公里 =3320公里\n"
                 " 产出指标 数量指标 栽种的护坡树木 ≥3780株 ≥7560株\n"
                 "   效益指标 社会效益指标 防洪能力               ≥80%    ≥80%\n"
                 "   效益指标 社会效益指标 村民满意度              ≥94%    ≥94%\n");
  ASSERT_EQ(project.indicators.size(), 4U);
  EXPECT_EQ(project.indicators[0].annual_target, "=3320公里");
  EXPECT_EQ(project.indicators[1].annual_target, "≥7560株");
}

TEST(CategorySense, TellsCategoriesFromWhatNamesSpeakOf) {
  EXPECT_TRUE(import::speaks_for_another("验收合格率", "数量指标"));
  EXPECT_TRUE(import::speaks_for_another("完成时间", "质量指标"));
  EXPECT_TRUE(import::speaks_for_another("村民防洪意识", "时效指标"));
  EXPECT_TRUE(import::speaks_for_another("社会影响力", "可持续影响指标"));
  EXPECT_FALSE(import::speaks_for_another("社会影响力", "社会效益指标"));
  EXPECT_FALSE(import::speaks_for_another("清淤次数", "数量指标"));
  EXPECT_FALSE(import::speaks_for_another("带动就业人数", "社会效益指标"));
  EXPECT_FALSE(import::speaks_for_another("清淤", "质量指标"));
  EXPECT_TRUE(import::speaks_for_another("群众就业人数", "经济效益指标"));
  EXPECT_TRUE(import::speaks_for_another("安全事故发生率", "社会效益指标"));
  EXPECT_FALSE(import::speaks_for_another("受益群众数", "生态效益指标"));
  EXPECT_FALSE(import::speaks_for_another("绿化率", "生态效益指标"));
  EXPECT_FALSE(import::speaks_for_another("绿化率", "质量指标"));
  // A rate, and a number of times.
  EXPECT_FALSE(import::speaks_for_another("预算执行率", "经济成本指标"));
  EXPECT_FALSE(import::speaks_for_another("群众投诉次数", "质量指标"));
  EXPECT_TRUE(import::speaks_for_another("护坡质量", "时效指标"));
}

TEST(CategorySense, MissesWhatNamesOfSomeCategoriesAlwaysSay) {
  EXPECT_EQ(import::speaks_against("清淤长度", "服务对象满意度指标"), 1);
  EXPECT_GT(import::speaks_against("清淤长度", "经济成本指标"), 0);
  EXPECT_GT(import::speaks_against("清淤长度", "时效指标"), 0);
  EXPECT_EQ(import::speaks_against("村民好评率", "服务对象满意度指标"), 0);
  EXPECT_EQ(import::speaks_against("不超过批复金额", "经济成本指标"), 0);
  EXPECT_EQ(import::speaks_against("工程进度", "时效指标"), 0);
  EXPECT_EQ(import::speaks_against("清淤长度", "质量指标"), 0);
}

TEST(TextRows, OfACategoryInTwoLinesAreAsHigh) {
  // Print leaves the first level beside the first of the two lines, the row beside the second.
  const Project project = project_of(goal,
                                     "   一级指标   二级指标      三级指标       指标值\n"
                                     "   成本指标  经济成本指标  清淤费用         ≤29万元\n"
                                     "   产出指标  数量指标     清淤长度         ≥10公里\n"
                                     "                     护坡             ≥20处\n"
                                     "   满意度指标 服务对象满意度\n"
                                     "            指标      村民满意度       ≥90%\n");
  ASSERT_EQ(project.indicators.size(), 4U);
  EXPECT_EQ(project.indicators[2].level1, "产出指标");
  EXPECT_EQ(project.indicators[2].level2, "数量指标");
  EXPECT_EQ(project.indicators[3].level2, "服务对象满意度指标");
}

TEST(TextRows, HaveCategoriesAtTheirTopWhereOneFormShowsIt) {
  // In the second, 产出指标 might have two rows in whose middle it stands, 效益指标 three.
  const std::string header = "   一级指标     二级指标        三级指标              指标值\n";
  const ImportedTable read =
      table(head + named + goal + header +
            "   产出指标     数量指标        清淤长度              ≥10公里\n"
            "              质量指标        验收合格率             100%\n"
            "                          返工次数              0次\n\f" +
            head + named + goal + header +
            "   产出指标     数量指标        清淤长度              ≥10公里\n"
            "                          护坡长度              ≥2公里\n"
            "                          栽种树木              ≥90株\n"
            "   效益指标     社会效益指标      防洪能力              提升\n"
            "                          带动就业              ≥20人\n"
            "   满意度指标    服务对象满意度指标   村民满意度             ≥90%\n"
            "                          投诉处理满意率           100%\n");
  ASSERT_EQ(read.snapshot.projects.size(), 2U);
  ASSERT_EQ(read.snapshot.projects[1].indicators.size(), 7U);
  EXPECT_EQ(read.snapshot.projects[1].indicators[2].level1, "产出指标");
  EXPECT_EQ(read.snapshot.projects[1].indicators[2].level2, "数量指标");
}

TEST(TextRows, SayWhereNoFormShowsHowCategoriesStand) {
  const ImportedTable read =
      table(head + named + goal +
            "   一级指标     二级指标        三级指标              指标值\n"
            "   产出指标     数量指标        清淤长度              ≥10公里\n"
            "                          护坡长度              ≥2公里\n"
            "                          栽种树木              ≥90株\n"
            "   效益指标     社会效益指标      防洪能力              提升\n"
            "                          带动就业              ≥20人\n"
            "   满意度指标    服务对象满意度指标   村民满意度             ≥90%\n"
            "                          投诉处理满意率           100%\n");
  EXPECT_TRUE(guesses(read));
}

TEST(TextRows, AreNoHigherForACategoryBetweenThem) {
  // 质量指标 stands in the middle of four rows, 产出指标 of five: its line is between two of them.
  const Project project =
      project_of(goal,
                 "   一级指标     二级指标        三级指标              指标值\n"
                 "              数量指标        清淤长度              ≥10公里\n"
                 "                          堤防外观              整齐\n"
                 "   产出指标                   护坡外观              整齐\n"
                 "              质量指标\n"
                 "                          渠道外观              整齐\n"
                 "                          闸门外观              整齐\n"
                 "   效益指标     可持续影响指标     管护机制              健全\n"
                 "   满意度指标    服务对象满意度指标   村民满意度             ≥90%\n");
  ASSERT_EQ(project.indicators.size(), 7U);
  EXPECT_EQ(project.indicators[1].level2, "质量指标");
  EXPECT_EQ(project.indicators[4].level1, "产出指标");
  EXPECT_EQ(project.indicators[4].level2, "质量指标");
  EXPECT_EQ(project.indicators[5].level1, "效益指标");
}

TEST(TextRows, AreWholeWhereAPageCutsTheirProjectAlone) {
  const std::string header =
      "项目名称     预算数      绩效目标              一级指标    二级指标     三级指标       "
      "指标值\n";
  const ImportedTable read = table(
      head + header +
      "泵站更新     9.00    更新泵站三座。            产出指标    数量指标     泵站数量       "
      "≥3座\n"
      "河道清淤     12.50   今年清淤十公里，完成          产出指标    数量指标     清淤长度       "
      "≥10公里\n\f" +
      "                 招标和施工，年底前通过                                护坡处数       25个\n"
      "                 验收。                              质量指标     合格率        100%\n");
  ASSERT_EQ(read.snapshot.projects.size(), 2U);
  ASSERT_EQ(read.snapshot.projects[1].indicators.size(), 3U);
  EXPECT_EQ(read.snapshot.projects[1].indicators[0].name, "清淤长度");
  EXPECT_EQ(read.snapshot.projects[1].indicators[1].name, "护坡处数");
}

TEST(TextRows, TakeTheNameOfTheWholeTableForNoCategory) {
  const Project project =
      project_of(goal,
                 "          一级指标     二级指标        三级指标              指标值\n"
                 "          产出指标     数量指标        清淤长度              ≥10公里\n"
                 " 年度任务表             质量指标        验收合格率             100%\n"
                 "          效益指标     社会效益指标      防洪能力              提升\n");
  ASSERT_EQ(project.indicators.size(), 3U);
  EXPECT_EQ(project.indicators[0].level1, "产出指标");
  EXPECT_EQ(project.indicators[1].level1, "产出指标");
}

TEST(TextRows, TakeWhatStandsOverColumnsForNone) {
  // 指标值 heads the three, and has slid over the second.
  const Project project = project_of(
      goal,
      "   一级指标     二级指标        三级指标                           指标值            备注\n"
      "                                            前年         上年      预计当年实现\n"
      "   产出指标     数量指标        清淤长度          ≥5公里       ≥8公里      ≥10公里      无\n"
      "              质量指标        验收合格率         98%        99%       100%       无\n"
      "   效益指标     社会效益指标      防洪能力          一般         较好        提升         "
      "无\n");
  ASSERT_EQ(project.indicators.size(), 3U);
  EXPECT_EQ(project.indicators[0].annual_target, "≥10公里");
  EXPECT_EQ(project.indicators[2].annual_target, "提升");
  EXPECT_EQ(project.indicators[0].period_target, "");
  // Or between two.
  const Project other = project_of(
      goal,
      "   一级指标     二级指标      三级指标                                     指标值           "
      "     备注\n"
      "                                            前年         上年            预计当年实现\n"
      "   产出指标     数量指标    清淤长度                   ≥5公里       ≥8公里            "
      "≥10公里       无\n"
      "            质量指标    验收合格率                  ≥97%       ≥98%            ≥99%        "
      "无\n"
      "            时效指标    完成时间                   年底前        年底前             年底前  "
      "       无\n"
      "   效益指标     社会效益指标  防洪能力                   一般         较好              "
      "提升          无\n");
  ASSERT_EQ(other.indicators.size(), 4U);
  EXPECT_EQ(other.indicators[3].annual_target, "提升");
  EXPECT_EQ(other.indicators[3].period_target, "");
}

TEST(TextRows, HaveCategoriesBesideTheirNamesWhereFiguresFollowThese) {
  // In the second form 成本指标 has two rows, whose figures print has put below both names.
  const ImportedTable read =
      table(head + named + goal +
            "   一级指标     二级指标        三级指标                指标值\n"
            "                        清淤长度                ≥10公里\n"
            "   产出指标     数量指标        护坡长度                ≥2公里\n"
            "                        栽种树木                ≥90株\n"
            "                        防洪能力                提升\n"
            "   效益指标     社会效益指标      带动就业                ≥20人\n"
            "                        村民信心                增强\n"
            "\f" +
            head + named + goal +
            "   一级指标     二级指标        三级指标                指标值\n"
            "   成本指标     经济成本指标      护坡材料\n"
            "                        石料用量\n"
            "                                            ≤30方\n"
            "                                            ≤40方\n"
            "            数量指标        清淤长度                ≥10公里\n"
            "   产出指标                 栽种树木                ≥90株\n"
            "            质量指标        返工段落                0处\n"
            "   效益指标     社会效益指标      防洪能力                提升\n");
  ASSERT_EQ(read.snapshot.projects.size(), 2U);
  const Project& project = read.snapshot.projects[1];
  ASSERT_EQ(project.indicators.size(), 6U);
  EXPECT_EQ(project.indicators[1].name, "石料用量");
  EXPECT_EQ(project.indicators[1].annual_target, "≤40方");
  EXPECT_EQ(project.indicators[1].level1, "成本指标");
  EXPECT_EQ(project.indicators[2].level1, "产出指标");
  EXPECT_EQ(project.indicators[3].level2, "数量指标");
}

TEST(TextRows, TakeTargetsOfYearsThatNobodyAsksForAsThoseOfTheirColumn) {
  // Print gives a column after the other of the last two rows.
  const Project project = project_of(
      goal,
      "   一级指标     二级指标      三级指标               前年         上年        本年指标值    "
      "     备注\n"
      "   产出指标     数量指标    清淤长度                ≥3公里       ≥4公里       ≥5公里        "
      "  计划标准\n"
      "                    护坡长度                ≥4公里       ≥5公里       ≥6公里          "
      "计划标准\n"
      "            质量指标    验收合格率               ≥5%        ≥6%        ≥7%           "
      "计划标准\n"
      "   效益指标     社会效益指标  防洪人口                ≥6百人       ≥7百人       ≥8百人      "
      "    计划标准\n"
      "            经济效益指标  带动消费                ≥7万元       ≥8万元       ≥9万元          "
      "计划标准\n"
      "  满意度指标   服务对象满意度指标 村民满意度\n"
      "                    移民满意度\n"
      "                                        ≥81%\n"
      "                                        ≥82%\n"
      "                                                   ≥83%\n"
      "                                                   ≥84%\n"
      "                                                              ≥85%\n"
      "                                                              ≥86%\n"
      "                                                                            计划标准\n"
      "                                                                            计划标准\n");
  ASSERT_EQ(project.indicators.size(), 7U);
  EXPECT_EQ(project.indicators[5].annual_target, "≥85%");
  EXPECT_EQ(project.indicators[6].annual_target, "≥86%");
}

TEST(TextRows, HaveAUnitWhereTheirTargetIsANumber) {
  // Of the last two rows print gives names, targets and the one unit after each other.
  const Project project =
      project_of(goal,
                 "   一级指标     二级指标        三级指标                指标值         计量单位\n"
                 "   产出指标     数量指标        清淤长度                 ≥10          公里\n"
                 "                        护坡长度                 ≥2           公里\n"
                 "            质量指标        验收合格率                ≥98          %\n"
                 "   效益指标     社会效益指标      带动就业                 ≥20          人\n"
                 "  满意度指标    服务对象满意度指标    村民满意度\n"
                 "                        部门满意度\n"
                 "                                             ≥90\n"
                 "                                             满意\n"
                 "                                                          %\n");
  ASSERT_EQ(project.indicators.size(), 6U);
  EXPECT_EQ(project.indicators[4].annual_target, "≥90%");
  EXPECT_EQ(project.indicators[5].annual_target, "满意");
}

TEST(TextRows, OfWordsAloneStandOnAPageOfTheirOwn) {
  const ImportedTable read =
      table(head + named + goal +
            "   一级指标     二级指标        三级指标          半年指标值       全年指标值\n"
            "   产出指标     数量指标        清淤长度          ≥5公里        ≥10公里\n"
            "              质量指标        验收合格率         100%         100%\n"
            "   满意度指标    服务对象满意度指标   村民满意度         ≥80%         ≥90%\n\f"
            "部门满意度    满意   满意\n");
  ASSERT_EQ(read.snapshot.projects.size(), 1U);
  ASSERT_EQ(read.snapshot.projects[0].indicators.size(), 4U);
  EXPECT_EQ(read.snapshot.projects[0].indicators[3].annual_target, "满意");
}

TEST(TextRows, MaySlideWithAllTheirWords) {
  // In the fourth row each word stands a blank behind the one before.
  const Project project = project_of(goal,
                                     "   一级指标     二级指标      三级指标                前年   "
                                     "       上年        本年指标值           备注\n"
                                     "   产出指标     数量指标   清淤长度                   ≥5公里 "
                                     "      ≥8公里       ≥10公里          计划标准\n"
                                     "                   护坡长度                   ≥1公里       "
                                     "≥2公里       ≥3公里           计划标准\n"
                                     "            质量指标   验收合格率                  ≥98%      "
                                     " ≥99%       =100%          计划标准\n"
                                     "            时效指标   完成时间                  按期完成 "
                                     "按期完成 按期完成                        计划标准\n"
                                     "   效益指标     社会效益指标  受益村民                  "
                                     "≥5百人       ≥8百人       ≥10百人          计划标准\n");
  ASSERT_EQ(project.indicators.size(), 5U);
  EXPECT_EQ(project.indicators[3].name, "完成时间");
  EXPECT_EQ(project.indicators[3].annual_target, "按期完成");
}

TEST(TextRows, HaveADayInEachColumnOfTargets) {
  const Project project =
      project_of(goal,
                 "   一级指标     二级指标      三级指标          半年指标值   全年指标值\n"
                 "   产出指标     数量指标      清淤长度          ≥5公里      ≥10公里\n"
                 "              质量指标      验收合格率         100%       100%\n"
                 "              时效指标 开工时间              2024年3月 2024年3月31\n"
                 "                                     31日前     日前\n"
                 "   效益指标     社会效益指标    防洪能力          提升         提升\n");
  ASSERT_EQ(project.indicators.size(), 4U);
  EXPECT_EQ(project.indicators[2].annual_target, "2024年3月31日前");
}

TEST(TextRows, LeaveTheRestOfAnExplanationBesideTheirTargets) {
  // Where print slides it below the figure.
  const Project project =
      project_of(goal,
                 "   一级指标     二级指标      三级指标          指标解释       指标值\n"
                 "   产出指标     数量指标  清淤河道条数（条） 反映清淤河道条 ≥58条\n"
                 "                                     数的情况\n"
                 "              质量指标 验收合格率           反映验收合格率 ≥96%\n"
                 "                                     的情况\n"
                 "   效益指标     社会效益指标  防洪能力          反映防洪能力的  提升\n"
                 "                                     情况\n");
  ASSERT_EQ(project.indicators.size(), 3U);
  EXPECT_EQ(project.indicators[0].annual_target, "≥58条");
  EXPECT_EQ(project.indicators[1].annual_target, "≥96%");
}

}  // namespace
}  // namespace budgetdiff
