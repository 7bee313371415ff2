/// Forms printed without lines: which text is the value of which label.

#include "import/page/form_pairs.hpp"
#include "import/page/line_step.hpp"

#include "page_words.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace budgetdiff::import {
namespace {

using test::word;

/// Labels with their values, in the form's order.
std::vector<std::vector<std::u32string>> pairs(const std::vector<PdfWord>& words,
                                               bool goes_on = false) {
  PdfPage page = test::blank_page();
  page.words = words;
  std::vector<PdfPage> pages{page};
  find_line_steps(pages);
  page = pages.front();
  std::vector<PdfWord> above;
  const std::optional<Grid> grid = form_pairs(page, words, above, goes_on);
  EXPECT_TRUE(grid);
  return grid ? test::texts(*grid) : std::vector<std::vector<std::u32string>>{};
}

TEST(FormPairs, PartTextsByThePaddingOfTheirCells) {
  // Lines of one cell are 13 points apart, those of two cells 16.
  EXPECT_EQ(pairs({word(50, 100, U"项目名称"), word(150, 100, U"甲项目"),
                   word(50, 116, U"年度资金总额"), word(150, 116, U"100.00"),
                   word(150, 132, U"保障全年各项工作，"), word(50, 145, U"总体目标"),
                   word(150, 145, U"完成年度任务，做到"), word(150, 158, U"心中有数。")}),
            (std::vector<std::vector<std::u32string>>{
                {U"项目名称", U"甲项目"},
                {U"年度资金总额", U"100.00"},
                {U"总体目标", U"保障全年各项工作，完成年度任务，做到心中有数。"}}));
}

TEST(FormPairs, LeaveALabelThatNobodyKnowsItsValue) {
  EXPECT_EQ(
      pairs({word(50, 100, U"项目名称"), word(150, 100, U"甲项目"), word(300, 100, U"项目用途"),
             word(400, 100, U"检验"), word(50, 116, U"项目单位"), word(150, 116, U"某县"),
             word(175, 116, U"水利站"), word(50, 132, U"总体目标"),
             word(150, 132, U"保障全年各项工作，"), word(300, 132, U"不出事故。")}),
      (std::vector<std::vector<std::u32string>>{{U"项目名称", U"甲项目"},
                                                {U"项目用途", U"检验"},
                                                {U"项目单位", U"某县水利站"},
                                                {U"总体目标", U"保障全年各项工作，不出事故。"}}));
}

TEST(FormPairs, HaveGoalsWhoseLabelsThePagesEndCuts) {
  // 年度 | 总体 | 目标, a line each, of which the last is on the next page.
  EXPECT_EQ(
      pairs({word(50, 100, U"项目名称"), word(150, 100, U"甲项目"), word(50, 116, U"年度资金总额"),
             word(150, 116, U"100.00"), word(50, 132, U"年度"), word(150, 132, U"1.清扫全部道路。"),
             word(50, 145, U"总体"), word(150, 145, U"2.疏通全部沟渠，保障通行。")}),
      (std::vector<std::vector<std::u32string>>{
          {U"项目名称", U"甲项目"},
          {U"年度资金总额", U"100.00"},
          {U"年度总体", U"1.清扫全部道路。2.疏通全部沟渠，保障通行。"}}));
}

TEST(FormPairs, TakeFiguresBesideEachOtherForNoGoal) {
  EXPECT_EQ(pairs({word(50, 100, U"项目名称"), word(150, 100, U"甲项目"),
                   word(50, 113, U"支出进度"), word(150, 113, U"6月底"), word(250, 113, U"12月底"),
                   word(150, 126, U"50.00%"), word(250, 126, U"100.00%"),
                   word(50, 139, U"总体目标"), word(150, 139, U"保障全年各项工作，"),
                   word(150, 152, U"完成率达到"), word(150, 165, U"100.00%")})
                .back(),
            (std::vector<std::u32string>{U"总体目标", U"保障全年各项工作，完成率达到100.00%"}));
}

TEST(FormPairs, PutAmountsUnderTheLabelsThatHeadThem) {
  const auto given =
      pairs({word(50, 100, U"项目名称"), word(150, 100, U"甲项目"), word(150, 120, U"资金总额"),
             word(250, 120, U"财政拨款"), word(350, 120, U"上年结转"), word(450, 120, U"其他资金"),
             word(50, 128, U"项目资金"), word(140, 136, U"100.00"), word(350, 136, U"20.00"),
             word(460, 136, U"80.00")});
  const std::vector<std::vector<std::u32string>> wanted{
      {U"项目名称", U"甲项目"}, {U"资金总额", U"100.00"}, {U"财政拨款"},
      {U"上年结转", U"20.00"},  {U"其他资金", U"80.00"},  {U"项目资金"}};
  EXPECT_EQ(given, wanted);
}

TEST(FormPairs, LeaveTextAtThePageFootWithoutALabel) {
  EXPECT_EQ(
      pairs({word(50, 100, U"项目名称"), word(150, 100, U"甲项目"), word(50, 116, U"年度资金总额"),
             word(150, 116, U"100.00"), word(150, 132, U"保障全年各项工作顺利进行，"),
             word(150, 145, U"完成年度任务，做到心中有数")}),
      (std::vector<std::vector<std::u32string>>{
          {U"项目名称", U"甲项目"},
          {U"年度资金总额", U"100.00"},
          {U"", U"保障全年各项工作顺利进行，完成年度任务，做到心中有数"}}));
}

TEST(FormPairs, GoOnWithoutAName) {
  EXPECT_EQ(pairs({word(150, 50, U"完成上一页所说的各项任务，"), word(150, 63, U"提高服务水平。"),
                   word(50, 79, U"其他资金"), word(150, 79, U"5.00")},
                  true),
            (std::vector<std::vector<std::u32string>>{
                {U"", U"完成上一页所说的各项任务，提高服务水平。"}, {U"其他资金", U"5.00"}}));
}

TEST(FormPairs, GoOnWithTheEndOfASentence) {
  EXPECT_EQ(
      pairs({word(150, 50, U"目标任务。"), word(50, 79, U"其他资金"), word(150, 79, U"5.00")},
            true),
      (std::vector<std::vector<std::u32string>>{{U"", U"目标任务。"}, {U"其他资金", U"5.00"}}));
}

TEST(FormPairs, LeaveWhatALabelThatNobodyKnowsHas) {
  EXPECT_EQ(pairs({word(50, 100, U"项目名称"), word(150, 100, U"甲项目"),
                   word(50, 116, U"支出计划比例"), word(150, 116, U"四分之一"),
                   word(250, 116, U"四分之三"), word(150, 132, U"保障全年各项工作顺利进行，"),
                   word(50, 138.5, U"总体目标"), word(150, 145, U"完成年度任务。")}),
            (std::vector<std::vector<std::u32string>>{
                {U"项目名称", U"甲项目"},
                {U"支出计划比例", U"四分之一四分之三"},
                {U"总体目标", U"保障全年各项工作顺利进行，完成年度任务。"}}));
}

TEST(FormPairs, TakeWhatStandsBesideALabelForItsValue) {
  // The name stands over a column of labels; a long text stands far to the right.
  EXPECT_EQ(
      pairs({word(50, 100, U"项目名称"), word(150, 100, U"观测项目"), word(300, 100, U"主管部门"),
             word(400, 100, U"某某地区防震减灾工作管理局"), word(50, 116, U"项目类型"),
             word(150, 116, U"一次性"), word(150, 132, U"资金总额"), word(250, 132, U"100.00"),
             word(150, 148, U"其他资金"), word(250, 148, U"0.00")}),
      (std::vector<std::vector<std::u32string>>{{U"项目名称", U"观测项目"},
                                                {U"主管部门", U"某某地区防震减灾工作管理局"},
                                                {U"项目类型", U"一次性"},
                                                {U"资金总额", U"100.00"},
                                                {U"其他资金", U"0.00"}}));
}

TEST(FormPairs, PartAGoalFromWhatBecameOfIt) {
  const auto given = pairs({word(50, 100, U"项目名称"), word(150, 100, U"甲项目"),
                            word(50, 123, U"总体目标"), word(150, 116, U"预期目标"),
                            word(300, 116, U"实际完成情况"), word(150, 132, U"保障全年各项工作，"),
                            word(300, 138, U"已全部完成。"), word(150, 145, U"不出事故。")});
  const std::vector<std::u32string> goal{U"预期目标", U"保障全年各项工作，不出事故。"};
  EXPECT_NE(std::find(given.begin(), given.end(), goal), given.end());
}

TEST(FormPairs, GiveNothingToTheLabelAtTheSideOfTwoGoals) {
  // 绩效目标 stands in the middle of both, at the height of the second one's first line.
  EXPECT_EQ(pairs({word(20, 100, U"项目名称"), word(200, 100, U"甲项目"),
                   word(120, 116, U"长期目标"), word(200, 116, U"保障全年各项工作顺利进行。"),
                   word(20, 132, U"绩效目标"), word(200, 132, U"按月组织考核，做到心中有数，"),
                   word(120, 138.5, U"年度目标"), word(200, 145, U"完成年度任务。")}),
            (std::vector<std::vector<std::u32string>>{
                {U"项目名称", U"甲项目"},
                {U"长期目标", U"保障全年各项工作顺利进行。"},
                {U"绩效目标"},
                {U"年度目标", U"按月组织考核，做到心中有数，完成年度任务。"}}));
}

TEST(FormPairs, OpenWithANameOfTwoLinesAroundItsLabel) {
  EXPECT_EQ(
      pairs({word(50, 60, U"单位：元"), word(150, 94, U"关于某县水文测报提质增效的"),
             word(50, 100, U"项目名称"), word(300, 100, U"项目编码"), word(400, 100, U"甲乙丙丁"),
             word(150, 106, U"补助资金"), word(50, 124, U"资金总额"), word(150, 124, U"100.00")}),
      (std::vector<std::vector<std::u32string>>{
          {U"项目名称", U"关于某县水文测报提质增效的补助资金"},
          {U"项目编码", U"甲乙丙丁"},
          {U"资金总额", U"100.00"}}));
}

TEST(FormPairs, OpenWithANameOfThreeLines) {
  EXPECT_EQ(
      pairs({word(150, 88, U"关于某县水文测报"), word(50, 100, U"项目名称"),
             word(150, 100, U"提质增效三年行动"), word(150, 112, U"补助资金"),
             word(50, 130, U"资金总额"), word(150, 130, U"100.00")}),
      (std::vector<std::vector<std::u32string>>{
          {U"项目名称", U"关于某县水文测报提质增效三年行动补助资金"}, {U"资金总额", U"100.00"}}));
}

std::size_t doubts(const std::vector<PdfWord>& words, bool goes_on) {
  PdfPage page = test::blank_page();
  page.line_step = 13;
  page.words = words;
  std::vector<PdfWord> above;
  const std::optional<Grid> grid = form_pairs(page, words, above, goes_on);
  if (!grid) {
    ADD_FAILURE() << "no form";
    return 0;
  }
  return grid->doubts.size();
}

TEST(FormPairs, DoubtProseBesideALabelOfMoney) {
  EXPECT_EQ(
      doubts({word(50, 100, U"项目名称"), word(200, 100, U"甲项目"), word(50, 116, U"其他资金"),
              word(200, 116, U"保障全年各项工作，完成年度的全部任务，"), word(50, 132, U"总体目标"),
              word(200, 132, U"提高水平。")},
             false),
      1U);
}

TEST(FormPairs, DoubtTextsSideBySideWhoseLabelsAreOnThePageBefore) {
  EXPECT_EQ(doubts({word(100, 50, U"完成上一页所说的各项任务，"), word(100, 63, U"提高水平。"),
                    word(300, 50, U"做好全年的各项检查工作，"), word(300, 63, U"保障运转。"),
                    word(50, 90, U"其他资金"), word(150, 90, U"5.00")},
                   true),
            1U);
}

TEST(FormPairs, DoubtAmountsAtThePageFootWhoseLabelIsCut) {
  EXPECT_EQ(
      doubts({word(50, 100, U"项目名称"), word(200, 100, U"甲项目"), word(50, 116, U"其他资金"),
              word(200, 116, U"5.00"), word(50, 132, U"年度资金总"), word(200, 132, U"100.00")},
             false),
      1U);
}

TEST(FormPairs, PartALabelFromThatAtItsSide) {
  // 年度预 | 算 in the middle of several rows, hard by 资金总 | 额.
  EXPECT_EQ(pairs({word(50, 100, U"项目名称"), word(200, 100, U"甲项目"), word(50, 116, U"年度预"),
                   word(85, 116, U"资金总"), word(200, 122.5, U"100.00"), word(95, 129, U"额"),
                   word(50, 133, U"算"), word(85, 145, U"其他资金"), word(200, 145, U"5.00")}),
            (std::vector<std::vector<std::u32string>>{{U"项目名称", U"甲项目"},
                                                      {U"年度预算"},
                                                      {U"资金总额", U"100.00"},
                                                      {U"其他资金", U"5.00"}}));
}

TEST(FormPairs, PartALabelFromTheTextAtItsSide) {
  // 项目总体 | 目标, whose first line stands hard by the second of four.
  EXPECT_EQ(pairs({word(50, 100, U"项目名称"), word(200, 100, U"甲项目"),
                   word(97, 116, U"（一）做好防汛，保障安全；"), word(50, 129, U"项目总体"),
                   word(97, 129, U"（二）做好宣传，"), word(180, 129, U"进入社区；"),
                   word(60, 142, U"目标"), word(97, 142, U"（三）做好值守；"),
                   word(97, 155, U"（四）做好总结。")}),
            (std::vector<std::vector<std::u32string>>{
                {U"项目名称", U"甲项目"},
                {U"项目总体目标",
                 U"（一）做好防汛，保障安全；（二）做好宣传，进入社区；（三）做好值守；"
                 U"（四）做好总结。"}}));
}

TEST(FormPairs, PutTogetherALabelOfThreeLinesBesideItsText) {
  // 年度 alone would be the label of a year.
  EXPECT_EQ(
      pairs({word(50, 100, U"项目名称"), word(200, 100, U"甲项目"), word(50, 116, U"年度"),
             word(97, 121, U"全面做好防汛，保障安全度汛；"), word(50, 128, U"总体"),
             word(97, 133, U"做好宣传。"), word(50, 140, U"目标")}),
      (std::vector<std::vector<std::u32string>>{
          {U"项目名称", U"甲项目"}, {U"年度总体目标", U"全面做好防汛，保障安全度汛；做好宣传。"}}));
}

TEST(FormPairs, TakeTheTextBelowAHeadingInTheMiddle) {
  EXPECT_EQ(
      pairs({word(50, 100, U"项目名称"), word(200, 100, U"甲项目"), word(250, 116, U"年度绩效目标"),
             word(40, 132, U"1、全面做好防汛，保障安全度汛；"), word(40, 145, U"2、做好宣传。")}),
      (std::vector<std::vector<std::u32string>>{
          {U"项目名称", U"甲项目"},
          {U"年度绩效目标", U"1、全面做好防汛，保障安全度汛；2、做好宣传。"}}));
}

TEST(FormPairs, LeaveAnAmountToTheLabelAboveItInOneCell) {
  EXPECT_EQ(pairs({word(50, 100, U"项目名称"), word(200, 100, U"甲项目"),
                   word(50, 122, U"资金总额"), word(150, 122, U"8.00"), word(230, 122, U"财政拨款"),
                   word(320, 122, U"8.00"), word(400, 116, U"其他资金"), word(400, 129, U"0.00")}),
            (std::vector<std::vector<std::u32string>>{{U"项目名称", U"甲项目"},
                                                      {U"其他资金", U"0.00"},
                                                      {U"资金总额", U"8.00"},
                                                      {U"财政拨款", U"8.00"}}));
}

TEST(FormPairs, OpenWithLabelsThatAreBrokenAroundTheirValues) {
  // 项目名 alone is a label, too, though none that opens a form.
  const std::vector<PdfWord> words{word(50, 80, U"项目支出绩效目标表"),
                                   word(50, 100, U"预算单"),
                                   word(300, 100, U"项目名"),
                                   word(100, 106.5, U"某县水利站"),
                                   word(350, 106.5, U"甲项目"),
                                   word(60, 113, U"位"),
                                   word(310, 113, U"称"),
                                   word(50, 133, U"总体目标"),
                                   word(150, 133, U"保障运转。")};
  const auto given = pairs(words);
  ASSERT_EQ(given.size(), 3U);
  EXPECT_EQ(given[0], (std::vector<std::u32string>{U"项目名称", U"甲项目"}));
  EXPECT_EQ(given[1], (std::vector<std::u32string>{U"预算单位", U"某县水利站"}));
}

TEST(FormPairs, OpenWithANamesLabelWhoseFirstLineStandsAlone) {
  const auto given =
      pairs({word(50, 80, U"项目支出绩效目标表"), word(50, 100, U"项目"),
             word(100, 106.5, U"甲项目"), word(50, 113, U"名称"), word(50, 130, U"项目"),
             word(100, 136.5, U"延续"), word(200, 136.5, U"项目期限"), word(300, 136.5, U"1年"),
             word(50, 143, U"属性"), word(50, 160, U"总体目标"), word(150, 160, U"保障运转。")});
  ASSERT_FALSE(given.empty());
  EXPECT_EQ(given[0], (std::vector<std::u32string>{U"项目名称", U"甲项目"}));
  EXPECT_EQ(given.back(), (std::vector<std::u32string>{U"总体目标", U"保障运转。"}));
}

TEST(FormPairs, OpenWithLabelsOfLittlePadding) {
  // Two points behind the label of letters of ten.
  EXPECT_EQ(pairs({word(50, 100, U"预算单位"), word(92.5, 100, U"某县水利站"),
                   word(300, 100, U"项目名称"), word(342.5, 100, U"甲项目")})
                .front(),
            (std::vector<std::u32string>{U"项目名称", U"甲项目"}));
}

TEST(FormPairs, GoOnWithTheEndOfANameAboveALabelOfMoney) {
  EXPECT_EQ(
      pairs({word(150, 50, U"护费"), word(50, 70, U"资金总额"), word(150, 70, U"8.00")}, true),
      (std::vector<std::vector<std::u32string>>{{U"", U"护费"}, {U"资金总额", U"8.00"}}));
}

TEST(FormPairs, LeaveAmountsOfThePageBeforeOutOfAGoal) {
  EXPECT_EQ(pairs({word(200, 100, U"1,766.96"), word(320, 100, U"1,766.96"),
                   word(150, 116, U"做好航道养护，保障通航，"), word(50, 129, U"总体目标"),
                   word(150, 129, U"提高船员满意度。")},
                  true),
            (std::vector<std::vector<std::u32string>>{
                {U"总体目标", U"做好航道养护，保障通航，提高船员满意度。"}}));
}

}  // namespace
}  // namespace budgetdiff::import
