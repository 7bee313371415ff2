#include "import/page/indicator_rows.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace budgetdiff::import {
namespace {

PdfLine line(std::u32string text, double middle) {
  PdfLine out;
  out.line.text = std::move(text);
  out.middle = middle;
  out.size = 10;
  out.box = {0, middle - 5, 40, middle + 5};
  return out;
}

std::u32string at(const Grid& grid, std::size_t row, std::size_t column) {
  const Cell* cell = grid.at(row, column);
  return cell == nullptr ? std::u32string{} : cell->packed();
}

TEST(IndicatorRows, KeepAComparatorWholeThatANarrowColumnBreaks) {
  // Lines of one cell are 12 points apart, rows 30.
  const Grid grid =
      indicator_rows({{Role::level3, {line(U"完成时间", 16), line(U"培训人数", 52)}},
                      {Role::comparator, {line(U"定", 10), line(U"性", 22), line(U"≥", 52)}},
                      {Role::value, {line(U"12月", 10), line(U"底前", 22), line(U"609", 52)}}},
                     0, false);
  ASSERT_EQ(grid.rows(), 4U);  // two, and one at each end for other pages
  EXPECT_EQ(at(grid, 1, 0), U"完成时间");
  EXPECT_EQ(at(grid, 1, 1), U"定性");
  EXPECT_EQ(at(grid, 1, 2), U"12月底前");
  EXPECT_EQ(at(grid, 2, 1), U"≥");
}

TEST(IndicatorRows, PartWholeComparatorsThatStandClose) {
  const Grid grid = indicator_rows({{Role::level3, {line(U"甲", 10), line(U"乙", 22)}},
                                    {Role::comparator, {line(U"定性", 10), line(U"定性", 22)}},
                                    {Role::value, {line(U"提高", 10), line(U"下降", 22)}}},
                                   0, false);
  ASSERT_EQ(grid.rows(), 4U);
  EXPECT_EQ(at(grid, 1, 0), U"甲");
  EXPECT_EQ(at(grid, 2, 0), U"乙");
}

TEST(IndicatorRows, AreDoubtedWhereShortCellsStandAtTheFootOfHighOnes) {
  // Lines of one cell are 12 points apart, rows 30 to 42.
  const auto doubts = [](double first, double second) {
    return indicator_rows(
               {{Role::level2, {line(U"数量指标", 16), line(U"质量指标", 58), line(U"满意度", 94)}},
                {Role::level3,
                 {line(U"培训基层干", 10), line(U"部人数", 22), line(U"培训考核合", 52),
                  line(U"格率", 64), line(U"满意率", 94)}},
                {Role::value, {line(U"≥3人", first), line(U"≥9%", second), line(U"≥8%", 94)}}},
               0, false, 12)
        .doubts.size();
  };
  EXPECT_EQ(doubts(22, 64), 1U);
  EXPECT_EQ(doubts(10, 52), 0U) << "at the top";
}

TEST(IndicatorRows, GiveSumsARowOfTheirOwn) {
  // Two projects of two rows, a sum between and one behind them.
  const Grid grid = indicator_rows(
      {{Role::project_name,
        {line(U"清淤", 20), line(U"小计", 60), line(U"巡查", 100), line(U"合计", 140)}},
       {Role::money,
        {line(U"1.00", 20), line(U"1.00", 60), line(U"2.00", 100), line(U"3.00", 140)}},
       {Role::level1,
        {line(U"产出指标", 10), line(U"效益指标", 30), line(U"产出指标", 90),
         line(U"效益指标", 110)}},
       {Role::level3, {line(U"甲", 10), line(U"乙", 30), line(U"丙", 90), line(U"丁", 110)}},
       {Role::annual_target,
        {line(U"≥1次", 10), line(U"≥2次", 30), line(U"≥3次", 90), line(U"≥4次", 110)}}},
      0, false);
  ASSERT_EQ(grid.rows(), 8U);  // four, two sums, and one at each end
  EXPECT_EQ(at(grid, 1, 0), U"清淤");
  EXPECT_EQ(at(grid, 2, 0), U"清淤");
  EXPECT_EQ(at(grid, 3, 0), U"小计");
  EXPECT_EQ(at(grid, 3, 1), U"1.00");
  EXPECT_EQ(at(grid, 3, 4), U"");
  EXPECT_EQ(at(grid, 4, 0), U"巡查");
  EXPECT_EQ(at(grid, 5, 0), U"巡查");
  EXPECT_EQ(at(grid, 5, 4), U"≥4次");
  EXPECT_EQ(at(grid, 6, 0), U"合计");
  EXPECT_EQ(at(grid, 6, 1), U"3.00");
}

TEST(IndicatorRows, AreProjectsWhereEachHasAnAmount) {
  // A line a row and nothing between the rows.
  const Grid grid = indicator_rows(
      {{Role::project_name, {line(U"修桥", 10), line(U"铺路", 22), line(U"植树", 34)}},
       {Role::money, {line(U"90000", 10), line(U"7000", 22), line(U"800", 34)}},
       {Role::level3, {line(U"桥数", 10), line(U"里程", 22), line(U"株数", 34)}},
       {Role::value, {line(U"≥1座", 10), line(U"≥2里", 22), line(U"≥9株", 34)}}},
      0, false, 12);
  EXPECT_EQ(at(grid, 1, 0), U"修桥");
  EXPECT_EQ(at(grid, 2, 0), U"铺路");
  EXPECT_EQ(at(grid, 2, 1), U"7000");
  EXPECT_EQ(at(grid, 3, 0), U"植树");
  EXPECT_EQ(at(grid, 3, 3), U"≥9株");
}

TEST(IndicatorRows, BeginAProjectWhereAGroupHasAnIndicatorAgain) {
  // Two groups side by side; the amounts stand in the middle of three rows and of one, or of
  // one and of three.
  const Grid grid = indicator_rows(
      {{Role::project_name, {line(U"清淤", 50), line(U"巡查", 110)}},
       {Role::money, {line(U"1.00", 50), line(U"2.00", 110)}},
       {Role::level3,
        {line(U"甲", 30), line(U"乙", 50), line(U"丙", 70), line(U"丁", 90), line(U"戊", 110),
         line(U"己", 130)}},
       {Role::annual_target,
        {line(U"≥1次", 30), line(U"≥2次", 50), line(U"≥3次", 70), line(U"≥4次", 90),
         line(U"≥5次", 110), line(U"≥6次", 130)}},
       {Role::level3, {line(U"子", 30), line(U"丑", 90), line(U"寅", 110)}},
       {Role::annual_target, {line(U"提高", 30), line(U"提高", 90), line(U"提高", 110)}}},
      0, false, 12);
  EXPECT_EQ(at(grid, 3, 0), U"清淤");
  EXPECT_EQ(at(grid, 4, 0), U"巡查");
  EXPECT_EQ(at(grid, 6, 0), U"巡查");
}

TEST(IndicatorRows, LeaveWhatHasNoAmountAtAPagesHeadToTheProjectBefore) {
  // The rest of a name in the middle of the rest of its cell.
  const std::vector<ColumnText> columns{
      {Role::project_name, {line(U"购项目", 50), line(U"巡查", 110)}},
      {Role::money, {line(U"2.00", 110)}},
      {Role::level1, {line(U"成本指标", 70), line(U"产出指标", 90)}},
      {Role::level3,
       {line(U"甲", 30), line(U"乙", 50), line(U"丙", 70), line(U"丁", 90), line(U"戊", 110),
        line(U"己", 130)}},
      {Role::annual_target,
       {line(U"≥1次", 30), line(U"≥2次", 50), line(U"≥3次", 70), line(U"≥4次", 90),
        line(U"≥5次", 110), line(U"≥6次", 130)}}};
  const Grid grid = indicator_rows(columns, 0, true, 12);
  EXPECT_EQ(at(grid, 1, 0), U"购项目");
  EXPECT_EQ(at(grid, 3, 0), U"购项目");
  EXPECT_EQ(at(grid, 4, 0), U"巡查");
}

TEST(IndicatorRows, LeaveTheEndOfACategoryToThePageBefore) {
  // 产出指 is the last line of the page before.
  const std::vector<ColumnText> columns{
      {Role::level1,
       {line(U"标", 20), line(U"效益指", 50), line(U"标", 62), line(U"效益指", 90),
        line(U"标", 102)}},
      {Role::level3, {line(U"甲", 56), line(U"乙", 96)}},
      {Role::annual_target, {line(U"≥1次", 56), line(U"≥2次", 96)}}};
  const Grid grid = indicator_rows(columns, 0, true, 12);
  EXPECT_EQ(at(grid, 0, 0), U"标");
  EXPECT_EQ(at(grid, 1, 0), U"效益指标");
  EXPECT_EQ(at(grid, 2, 0), U"效益指标");
}

TEST(IndicatorRows, KeepAPageThatHoldsNoneOfThem) {
  const Grid grid =
      indicator_rows({{Role::project_name, {}},
                      {Role::goal, {line(U"完成任务，", 10), line(U"保障运转。", 22)}},
                      {Role::level3, {}},
                      {Role::annual_target, {}}},
                     0, true, 12);
  EXPECT_EQ(at(grid, 0, 1), U"完成任务，保障运转。");
}

TEST(IndicatorRows, StandBesideTheTextOfTheirProject) {
  // At a page's head the rest of a goal, beside the last row of its project; the next has its
  // amount at the top.
  const Grid grid = indicator_rows(
      {{Role::project_name, {line(U"巡查", 70)}},
       {Role::money, {line(U"2.00", 70)}},
       {Role::goal,
        {line(U"完成任务，", 10), line(U"做好工作，", 22), line(U"保障运转。", 34),
         line(U"提高", 70), line(U"效率，", 82), line(U"加强检查。", 94)}},
       {Role::level3, {line(U"甲", 10), line(U"乙", 70), line(U"丙", 110)}},
       {Role::annual_target, {line(U"≥1次", 10), line(U"≥2次", 70), line(U"≥3次", 110)}}},
      0, true, 12);
  EXPECT_EQ(at(grid, 1, 2), U"完成任务，做好工作，保障运转。");
  EXPECT_EQ(at(grid, 2, 0), U"巡查");
  EXPECT_EQ(at(grid, 1, 0), U"");
}

}  // namespace
}  // namespace budgetdiff::import
