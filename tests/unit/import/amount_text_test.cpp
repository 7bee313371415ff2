// Numbers of several pieces, and several numbers, in one cell. All figures are made up.

#include "import/table/amount_text.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "small_tables.hpp"

namespace budgetdiff {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;

/// What is read of a cell's lines, without boxes.
std::string text_of(const std::string& lines) {
  import::Cell cell;
  cell.lines = import::text_lines(to_code_points(lines), {});
  return to_utf8(import::amount_text(cell));
}

TEST(AmountTexts, AreOneNumberWhereAHalfIsNone) {
  EXPECT_EQ(text_of("1,2\n34.50"), "1,234.50");
  EXPECT_EQ(text_of("12345\n.67"), "12345.67");
  EXPECT_EQ(text_of("12345.\n67"), "12345.67");
  EXPECT_EQ(text_of("1,2\n3\n4.50"), "1,234.50");
  EXPECT_EQ(text_of("（3\n.00）"), "（3.00）");
  EXPECT_EQ(text_of("12.50\n万元"), "12.50万元");
}

TEST(AmountTexts, AreTwoNumbersWhereBothAreWhole) {
  for (const char* const two : {"60\n40", "1200\n350", "60.5\n40", "120\n350", "-5\n-3", "60 40",
                                "60.00 40.00", "６０\n４０", "2,000 350"}) {
    EXPECT_THAT(text_of(two), testing::HasSubstr(" ")) << two;
  }
  EXPECT_EQ(text_of("60\n40万元"), "60 40万元");
}

TEST(AmountTexts, AreOneNumberInGroupsOfThreeDigits) {
  EXPECT_EQ(text_of("1 234 567.89"), "1234567.89");
  EXPECT_EQ(text_of("-12\u00A0000"), "-12000");
  EXPECT_EQ(text_of("0 400"), "0 400");
  EXPECT_EQ(text_of("1 234 56"), "1234 56");
  EXPECT_EQ(text_of("1 2 3 . 5"), "123.5");  // set apart
}

TEST(AmountTexts, KeepWordsAsTheyAre) {
  EXPECT_EQ(text_of("总额 350万元\n其中：财政 320万元"), "总额350万元其中：财政320万元");
}

/// A column of cells with lines of text, each four points a letter wide.
import::Grid column(const std::vector<std::vector<std::string>>& cells){
    import::Grid grid(cells.size(), 1);
for (std::size_t row = 0; row < cells.size(); ++row) {
  import::Cell cell;
  cell.row = row;
  for (const std::string& line : cells[row]) {
    Place place;
    place.page = 1;
    place.box = Box{10, 0, 10 + 4.0 * static_cast<double>(line.size()), 8};
    cell.lines.push_back({to_code_points(line), place});
  }
  grid.add(std::move(cell));
}
import::join_broken_numbers(grid);
return grid;
}  // namespace

TEST(AmountTexts, AreOneNumberThatPrintBrokeWhereItsLineWasFull) {
  const import::Grid narrow = column({{"11.00"}, {"1234", "5.00"}});
  EXPECT_EQ(to_utf8(import::amount_text(*narrow.at(1, 0))), "12345.00");
  const import::Grid wide = column({{"1111.00"}, {"1234", "5.00"}});
  EXPECT_EQ(to_utf8(import::amount_text(*wide.at(1, 0))), "1234 5.00");
}

TEST(AmountTexts, AreHalvesThatAPageCut) {
  EXPECT_TRUE(import::may_be_halves(U"45.6", U"0"));
  EXPECT_TRUE(import::may_be_halves(U"1,2", U"34.50"));
  EXPECT_FALSE(import::may_be_halves(U"60", U"40"));
  EXPECT_FALSE(import::may_be_halves(U"60.00", U"60.00"));
}

const std::string caption = "<h2>项目支出绩效目标表</h2><p>部门名称：某县水利局 单位：万元</p>";

ImportedTable list(const std::string& amount) {
  return one(page(caption, {{"项目名称", "预算金额", "绩效目标"},
                            {"巡查", amount, "巡查全县河道。"},
                            {"维修", "7.00", "维修水闸。"}}));
}

TEST(TwoAmounts, InOneCellAreNone) {
  for (const char* const amount :
       {"60<br>40", "<p>60</p><p>40</p>", "<div>1,200</div>350", "60.5<br>40", "60 40"}) {
    const ImportedTable table = list(amount);
    EXPECT_THAT(funding_of(table.snapshot.projects.front()), IsEmpty()) << amount;
    EXPECT_THAT(codes_of(table), Contains("amount-unreadable")) << amount;
  }
  EXPECT_THAT(funding_of(list("1,2<br>34.50").snapshot.projects.front()),
              ElementsAre("total=1234.50"));
}

TEST(TwoAmounts, OfAFormAreNone) {
  for (const char* const amount : {"60<br>40", "60 40万元"}) {
    const ImportedTable table =
        one(page("<h2>项目支出绩效目标申报表</h2><p>2025年度 单位：万元</p>",
                 {{"项目名称", "巡查", "主管部门", "某县水利局"},
                  {"资金总额", amount, "项目属性", "新增"},
                  {"绩效目标", "<td colspan=3>巡查全县河道，及时发现险情。"},
                  {"一级指标", "二级指标", "三级指标", "指标值"},
                  {"产出指标", "数量指标", "巡查次数", "≥3次"}}));
    EXPECT_THAT(funding_of(table.snapshot.projects.front()), IsEmpty()) << amount;
    EXPECT_THAT(codes_of(table), Contains("amount-unreadable")) << amount;
  }
}

TEST(RaisedDigits, BehindANumberAreNoneOfIt) {
  EXPECT_THAT(codes_of(list("100<sup>1</sup>")), Contains("amount-unreadable"));
  const ImportedTable table = one(page(
      caption, {{"项目名称", "预算金额", "绩效目标", "一级指标", "二级指标", "三级指标", "指标值"},
                {"巡查", "3.00", "巡查。", "产出指标", "数量指标", "面积",
                 "≥10<sup>4</sup>m<sup>2</sup>"}}));
  EXPECT_EQ(table.snapshot.projects.front().indicators.front().annual_target, "≥10⁴m2");
}

TEST(BlankAmounts, AreDashesAndSlashesOfAnyWidth) {
  for (const char* const mark : {"／", "/", "——", "－", "-"}) {
    EXPECT_THAT(codes_of(list(mark)), Not(Contains("amount-unreadable"))) << mark;
  }
}

}  // namespace budgetdiff
}  // namespace budgetdiff
