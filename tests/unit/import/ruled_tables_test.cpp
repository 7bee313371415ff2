/// Tables drawn with lines: which words stand in which cell.

#include "import/pdf/ruled_tables.hpp"
#include "page_words.hpp"

#include "import/page/column_rules.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace budgetdiff::import {
namespace {

using testing::ElementsAre;

using test::word;

/// A page with every line of a table drawn.
PdfPage page_of(const std::vector<double>& xs, const std::vector<double>& ys) {
  PdfPage page = test::blank_page();
  for (const double y : ys) {
    page.rules.horizontal.push_back({y, xs.front(), xs.back()});
  }
  for (const double x : xs) {
    page.rules.vertical.push_back({x, ys.front(), ys.back()});
  }
  return page;
}

using test::texts;

TEST(RuledTables, HoldLinesThatThePageEndPushesOverTheirRule) {
  PdfPage page = page_of({50, 250, 450}, {100, 120, 150});
  page.words = {word(60, 110, U"目标"), word(260, 110, U"说明"),  word(60, 130, U"上半"),
                word(60, 152, U"下半"), word(60, 160, U"注：无"), word(60, 94, U"单位：元")};
  std::vector<PdfWord> rest;
  const auto tables = ruled_tables(page, rest);
  ASSERT_EQ(tables.size(), 1U);
  EXPECT_THAT(texts(tables[0].second),
              ElementsAre(ElementsAre(U"目标", U"说明"), ElementsAre(U"上半下半", U"")));
  ASSERT_EQ(rest.size(), 2U) << "what stands clear of the rules is no part of the table";
}

TEST(RuledTables, HoldAllThatThePageEndPushesOutOfSeveralCells) {
  PdfPage page = page_of({50, 250, 450}, {100, 120, 150});
  page.words = {word(60, 110, U"名称"),    word(260, 110, U"目标"),   word(60, 130, U"桥梁"),
                word(60, 145, U"检测与"),  word(60, 160, U"维修"),    word(260, 130, U"检测，"),
                word(260, 145, U"维修，"), word(260, 160, U"通畅，"), word(260, 175, U"安全。"),
                word(300, 190, U"-1-")};
  std::vector<PdfWord> rest;
  const auto tables = ruled_tables(page, rest);
  EXPECT_THAT(texts(tables.at(0).second),
              ElementsAre(ElementsAre(U"名称", U"目标"),
                          ElementsAre(U"桥梁检测与维修", U"检测，维修，通畅，安全。")));
  EXPECT_EQ(rest.size(), 1U);
}

TEST(RuledTables, AreLeftOutWhereNoLinesPartTheirRows) {
  // Lines around the header and between the columns.
  PdfPage page = page_of({50, 250, 450}, {100, 120, 300});
  page.words = {word(60, 110, U"项目名称"), word(260, 110, U"金额"), word(60, 130, U"清淤"),
                word(260, 130, U"12.00"),   word(60, 160, U"巡查"),  word(260, 160, U"8.50"),
                word(60, 190, U"检测"),     word(260, 190, U"3.00")};
  std::vector<PdfWord> rest;
  std::vector<double> undrawn;
  EXPECT_TRUE(ruled_tables(page, rest, &undrawn).empty());
  EXPECT_EQ(rest.size(), page.words.size());
  // The next page has two rows.
  page.words.resize(6);
  rest.clear();
  EXPECT_TRUE(ruled_tables(page, rest, &undrawn).empty());
  // Elsewhere two amounts may be of one cell.
  undrawn.clear();
  rest.clear();
  EXPECT_EQ(ruled_tables(page, rest, &undrawn).size(), 1U);
}

TEST(RuledTables, AreLeftOutWhereTwoColumnsHaveTwoAmountsAndOneAllTargets) {
  PdfPage page = page_of({50, 150, 250, 350, 450}, {100, 120, 300});
  page.words = {word(60, 110, U"项目名称"), word(160, 110, U"合计"),   word(260, 110, U"财政"),
                word(360, 110, U"指标值"),  word(60, 140, U"清淤"),    word(160, 140, U"12.00"),
                word(260, 140, U"12.00"),   word(360, 130, U"≥3公里"), word(360, 150, U"≥98%"),
                word(60, 190, U"巡查"),     word(160, 190, U"8.50"),   word(260, 190, U"8.50"),
                word(360, 190, U"≥9次")};
  std::vector<PdfWord> rest;
  std::vector<double> undrawn;
  EXPECT_TRUE(ruled_tables(page, rest, &undrawn).empty());
  // Two amounts of one project, and its only target.
  page.words.erase(page.words.begin() + 7, page.words.begin() + 9);
  rest.clear();
  undrawn.clear();
  EXPECT_EQ(ruled_tables(page, rest, &undrawn).size(), 1U);
}

TEST(RuledTables, HaveColumnsThatTheHeaderTellsAndNoLineParts) {
  // The first column is framed; lines part the rows of the others.
  PdfPage page = page_of({50, 150}, {100, 120, 140, 160});
  for (Rule& rule : page.rules.horizontal) {
    rule.to = 400;
  }
  page.words = {
      word(60, 110, U"二级指标"), word(160, 110, U"三级指标"),         word(300, 110, U"指标值"),
      word(60, 130, U"数量指标"), word(160, 130, U"清淤的河道的长度"), word(300, 130, U"≥3公里"),
      word(60, 150, U"质量指标"), word(160, 150, U"合格率"),           word(300, 150, U"≥98%")};
  std::vector<PdfWord> rest;
  EXPECT_THAT(texts(ruled_tables(page, rest).at(0).second),
              ElementsAre(ElementsAre(U"二级指标", U"三级指标", U"指标值"),
                          ElementsAre(U"数量指标", U"清淤的河道的长度", U"≥3公里"),
                          ElementsAre(U"质量指标", U"合格率", U"≥98%")));
  // Text that runs over the strip is of one cell.
  page.words[4] = word(160, 130, U"清淤的河道的长度及其沿岸设施的数量");
  rest.clear();
  EXPECT_EQ(texts(ruled_tables(page, rest).at(0).second).front().size(), 2U);
}

TEST(RuledTables, PartAHeadersCellAsTheColumnsBelowItAre) {
  // Lines part the three columns of money below their heads only.
  PdfPage page = page_of({50, 150, 250, 350, 450}, {80, 100, 120, 140});
  page.rules.vertical[2].from = 120;
  page.rules.vertical[3].from = 120;
  page.words = {word(60, 100, U"项目名称"),  word(160, 90, U"资金"),      word(160, 110, U"合计"),
                word(260, 110, U"财政拨款"), word(360, 110, U"其他资金"), word(60, 130, U"清淤"),
                word(160, 130, U"12.00"),    word(260, 130, U"10.00"),    word(360, 130, U"2.00")};
  std::vector<PdfWord> rest;
  const auto rows = texts(ruled_tables(page, rest).at(0).second);
  EXPECT_THAT(rows.at(0).back(), U"资金") << "heads all of them";
  EXPECT_THAT(rows.at(1),
              testing::IsSupersetOf({std::u32string(U"合计"), std::u32string(U"财政拨款"),
                                     std::u32string(U"其他资金")}));
}

TEST(RuledTables, OfTwoPagesOnOneComeFromTheLeft) {
  PdfPage page = page_of({50, 150, 250}, {140, 160});
  const PdfPage below = page_of({50, 150, 250}, {300, 320});
  const PdfPage right = page_of({350, 450, 550}, {100, 120});
  for (const PdfPage* const other : {&below, &right}) {
    page.rules.horizontal.insert(page.rules.horizontal.end(), other->rules.horizontal.begin(),
                                 other->rules.horizontal.end());
    page.rules.vertical.insert(page.rules.vertical.end(), other->rules.vertical.begin(),
                               other->rules.vertical.end());
  }
  const auto by_place = [](const Rule& a, const Rule& b) { return a.at < b.at; };
  std::sort(page.rules.horizontal.begin(), page.rules.horizontal.end(), by_place);
  std::sort(page.rules.vertical.begin(), page.rules.vertical.end(), by_place);
  page.words = {word(60, 150, U"一"), word(60, 310, U"二"), word(360, 110, U"三")};
  std::vector<PdfWord> rest;
  std::vector<std::u32string> first;
  for (const auto& [box, grid] : ruled_tables(page, rest)) {
    first.push_back(texts(grid).at(0).at(0));
  }
  EXPECT_THAT(first, ElementsAre(U"一", U"二", U"三"));
}

TEST(RuledTables, KeepAMarkThatHangsOverItsCellWithItsText) {
  PdfPage page = page_of({50, 100, 450}, {100, 120});
  page.words = {word(54, 110, U"保障运转。"), word(110, 110, U"3")};
  std::vector<PdfWord> rest;
  EXPECT_THAT(texts(ruled_tables(page, rest).at(0).second),
              ElementsAre(ElementsAre(U"保障运转。", U"3")));
}

TEST(RuledTables, LeaveCellsTheirTextInABlankAreaThatIsNoRectangle) {
  // Above the second row a strip without upright lines, open to a blank cell below it.
  PdfPage page = test::blank_page();
  page.rules.horizontal = {{100, 50, 450}, {120, 50, 450}, {130, 250, 450}, {160, 50, 450}};
  page.rules.vertical = {{50, 100, 160}, {250, 100, 120}, {250, 130, 160}, {450, 100, 160}};
  page.words = {word(60, 110, U"一级指标"), word(260, 110, U"三级指标"), word(260, 145, U"长度")};
  std::vector<PdfWord> rest;
  const auto tables = ruled_tables(page, rest);
  ASSERT_EQ(tables.size(), 1U);
  const Cell* const cell = tables[0].second.begins_at(2, 1);
  ASSERT_NE(cell, nullptr);
  EXPECT_EQ(cell->packed(), U"长度");
}

TEST(RuledTables, KeepTextThatRunsOverItsCellsEndAndSayIt) {
  PdfPage page = page_of({50, 95, 250}, {100, 120, 140});
  page.words = {word(60, 110, U"检测准确率"), word(200, 110, U"甲"), word(60, 130, U"长度"),
                word(91, 130, U"1234.50")};
  std::vector<PdfWord> rest;
  const auto tables = ruled_tables(page, rest);
  ASSERT_EQ(tables.size(), 1U);
  EXPECT_THAT(texts(tables[0].second),
              ElementsAre(ElementsAre(U"检测准确率", U"甲"), ElementsAre(U"长度", U"1234.50")));
  EXPECT_EQ(tables[0].second.doubts.size(), 1U);
  // Words of neighbours that print has joined stand on no line.
  page.words = {word(55, 110, U"检测准确率")};
  EXPECT_THAT(texts(ruled_tables(page, rest)[0].second)[0], ElementsAre(U"检测准确", U"率"));
}

TEST(RuledTables, PartAmountsThatRunIntoTheNextCellBehindTheirDecimals) {
  PdfPage page = page_of({50, 100, 200, 400}, {100, 120, 140, 160});
  page.words = {word(52, 110, U"1,234.501,000.00"), word(230, 110, U"完成3.5公里"),
                // 20.00 reaches into the cell of the words behind it.
                word(162, 130, U"20.00完成巡查"), word(162, 150, U"12.345公里")};
  std::vector<PdfWord> rest;
  const auto tables = ruled_tables(page, rest);
  ASSERT_EQ(tables.size(), 1U);
  EXPECT_THAT(
      texts(tables[0].second),
      ElementsAre(ElementsAre(U"1,234.50", U"1,000.00", U"完成3.5公里"),
                  ElementsAre(U"", U"20.00", U"完成巡查"), ElementsAre(U"", U"12.3", U"45公里")))
      << "a figure with more decimals says nothing of where it ends";
}

TEST(RuledTables, KeepAnAmountThatRunsOverInTheCellAtWhoseSideItBegins) {
  PdfPage page = page_of({50, 100, 150, 400}, {100, 120, 140});
  page.words = {word(53, 110, U"12,345,678.00"), word(192, 110, U"清淤"),
                // A little over the left side: set at the right of its own.
                word(97, 130, U"9.50"), word(160, 130, U"巡查")};
  std::vector<PdfWord> rest;
  const auto tables = ruled_tables(page, rest);
  ASSERT_EQ(tables.size(), 1U);
  EXPECT_THAT(texts(tables[0].second), ElementsAre(ElementsAre(U"12,345,678.00", U"", U"清淤"),
                                                   ElementsAre(U"", U"9.50", U"巡查")));
}

TEST(RuledTables, KeepACodeThatNoLineEndBreaksInItsCell) {
  PdfPage page = page_of({50, 150, 250, 350}, {100, 120, 140});
  page.words = {word(52, 105, U"5198R0000098-"), word(52, 116, U"养护"), word(180, 116, U"7.50"),
                word(120, 130, U"1234"), word(260, 130, U"元")};
  std::vector<PdfWord> rest;
  const auto tables = ruled_tables(page, rest);
  ASSERT_EQ(tables.size(), 1U);
  EXPECT_THAT(texts(tables[0].second), ElementsAre(ElementsAre(U"5198R0000098-养护", U"7.50", U""),
                                                   ElementsAre(U"1234", U"", U"元")));
}

TEST(RuledTables, KnowWhichCellsPrintLeavesOpenAtTheFoot) {
  PdfPage page = page_of({50, 250, 450}, {100, 120, 150});
  page.words = {word(60, 110, U"目标"), word(260, 110, U"说明")};
  std::vector<PdfWord> rest;
  EXPECT_FALSE(ruled_tables(page, rest)[0].second.at(1, 0)->open_below);
  page.rules.horizontal.back() = {150, 250, 450};
  const auto tables = ruled_tables(page, rest);
  EXPECT_TRUE(tables[0].second.at(1, 0)->open_below);
  EXPECT_FALSE(tables[0].second.at(1, 1)->open_below);
  EXPECT_FALSE(tables[0].second.at(0, 0)->open_below);
}

TEST(RuledTables, KnowWhichCellsAClipOfTheirSizeHidesTextOf) {
  PdfPage page = page_of({50, 250, 450}, {100, 120, 150});
  page.words = {word(60, 110, U"目标"), word(260, 110, U"说明")};
  page.rules.clipped = {{50, 120, 250, 150, true, false}, {50, 100, 450, 150, false, true}};
  std::vector<PdfWord> rest;
  const auto tables = ruled_tables(page, rest);
  EXPECT_TRUE(tables[0].second.at(1, 0)->hides_above);
  for (const Cell& cell : tables[0].second.cells()) {
    EXPECT_FALSE(cell.hides_below) << "a clip of all of the table is no cell's";
  }
}

TEST(RuledTables, GiveALineThatARuleCutsToTheBlankCellAbove) {
  PdfPage page = page_of({50, 250, 450}, {100, 120, 128, 200});
  page.words = {word(60, 110, U"目标"), word(260, 110, U"说明"),   word(60, 131, U"前行之末。"),
                word(60, 155, U"次行"), word(260, 155, U"另一格"), word(60, 168, U"之末。")};
  std::vector<PdfWord> rest;
  const auto tables = ruled_tables(page, rest);
  ASSERT_EQ(tables.size(), 1U);
  EXPECT_THAT(texts(tables[0].second),
              ElementsAre(ElementsAre(U"目标", U"说明"), ElementsAre(U"前行之末。", U""),
                          ElementsAre(U"次行之末。", U"另一格")));
}

TEST(RuledTables, PartATextThatRunsOverTheCellBelow) {
  const std::vector<PdfWord> spilled{word(60, 123, U"确保全年不"), word(60, 137, U"发生事故。")};
  PdfPage page = page_of({50, 250, 450}, {100, 120, 220});
  page.words = {word(60, 130, U"目标一"), word(60, 144, U"目标二，"), word(60, 158, U"目标三，"),
                word(60, 172, U"目标四。"), word(260, 130, U"另一格")};
  page.words.insert(page.words.end(), spilled.begin(), spilled.end());
  std::vector<PdfWord> rest;
  const auto tables = ruled_tables(page, rest);
  ASSERT_EQ(tables.size(), 1U);
  EXPECT_THAT(texts(tables[0].second),
              ElementsAre(ElementsAre(U"确保全年不发生事故。", U""),
                          ElementsAre(U"目标一目标二，目标三，目标四。", U"另一格")));
}

TEST(RuledTables, SayThatLinesOverEachOtherMayBeOfAnyCell) {
  PdfPage page = page_of({50, 250, 450}, {100, 120, 220});
  page.words = {word(60, 150, U"目标一"), word(60, 156, U"确保全年不"), word(60, 166, U"目标二，"),
                word(260, 140, U"另一格"), word(260, 154, U"次行")};
  std::vector<PdfWord> rest;
  const auto tables = ruled_tables(page, rest);
  ASSERT_EQ(tables.size(), 1U);
  ASSERT_EQ(tables[0].second.doubts.size(), 1U);
  EXPECT_NEAR(tables[0].second.doubts[0].box->left, 50, 1e-9);
}

TEST(RuledTables, OpenTheRowThatAPageLeavesHardlyAnythingOf) {
  PdfPage page = page_of({50, 250, 450}, {104, 180});
  for (Rule& rule : page.rules.vertical) {
    rule.from = 100;
  }
  page.words = {word(60, 106, U"发生事故。"), word(60, 114, U"目标一，"),
                word(60, 128, U"目标二。"), word(260, 114, U"另一格")};
  std::vector<PdfWord> rest;
  EXPECT_THAT(
      texts(ruled_tables(page, rest).at(0).second),
      ElementsAre(ElementsAre(U"发生事故。", U""), ElementsAre(U"目标一，目标二。", U"另一格")));
  page.words.erase(page.words.begin());
  EXPECT_EQ(ruled_tables(page, rest).at(0).second.rows(), 1U) << "lines may end anywhere";
}

/// A page with lines between rows, drawn from column to column.
PdfPage page_of_rows(const std::vector<double>& xs, const std::vector<double>& ys) {
  PdfPage page = page_of(xs, ys);
  page.rules.vertical.clear();
  for (Rule& rule : page.rules.horizontal) {
    rule.joints.assign(xs.begin() + 1, xs.end() - 1);
  }
  return page;
}

using Texts = std::vector<std::vector<std::u32string>>;

/// The tables of pages that follow one another.
std::vector<Texts> tables_of(std::vector<PdfPage> pages) {
  std::vector<Texts> out;
  ColumnsBefore before;
  for (PdfPage& page : pages) {
    add_column_rules(page, before);
    std::vector<PdfWord> rest;
    for (const auto& [box, grid] : ruled_tables(page, rest)) {
      out.push_back(texts(grid));
    }
  }
  return out;
}

TEST(RuledTables, HoldCellsThatHaveAFrameEach) {
  // Four points of white between the frames of neighbours.
  PdfPage page = test::blank_page();
  for (const double y : {100.0, 130.0}) {
    for (const double x : {50.0, 254.0}) {
      for (const double at : {y, y + 26}) {
        page.rules.horizontal.push_back({at, x, x + 200});
      }
      for (const double at : {x, x + 200}) {
        page.rules.vertical.push_back({at, y, y + 26});
      }
    }
  }
  page.words = {word(60, 113, U"目标"), word(260, 113, U"说明"), word(60, 143, U"三次"),
                word(260, 143, U"到村")};
  std::vector<PdfWord> rest;
  const auto tables = ruled_tables(page, rest);
  ASSERT_EQ(tables.size(), 1U);
  EXPECT_THAT(texts(tables[0].second),
              ElementsAre(ElementsAre(U"目标", U"说明"), ElementsAre(U"三次", U"到村")));
}

TEST(RuledTables, GoOnBelowTheirLastRuleStepByStep) {
  PdfPage page = page_of({50, 250, 450}, {100, 120, 160});
  page.words = {word(60, 110, U"目标"),   word(260, 110, U"说明"),  word(60, 130, U"第一行"),
                word(60, 145, U"第二行"), word(60, 160, U"第三行"), word(60, 175, U"第四行"),
                word(260, 130, U"甲"),    word(240, 790, U"12")};
  std::vector<PdfWord> rest;
  const auto tables = ruled_tables(page, rest);
  ASSERT_EQ(tables.size(), 1U);
  EXPECT_THAT(
      texts(tables[0].second),
      ElementsAre(ElementsAre(U"目标", U"说明"), ElementsAre(U"第一行第二行第三行第四行", U"甲")));
  EXPECT_EQ(rest.size(), 1U);
  // What stands above more text is no page's end.
  page.words.push_back(word(60, 196, U"注：无"));
  rest.clear();
  const auto again = ruled_tables(page, rest);
  EXPECT_EQ(texts(again[0].second)[1][0], U"第一行第二行第三行");
  EXPECT_TRUE(tables[0].second.doubts.empty());
  EXPECT_EQ(again[0].second.doubts.size(), 1U) << "the line may be the cell's all the same";
}

TEST(RuledTables, GoOnBelowTheirLastRuleHoweverFar) {
  PdfPage page = page_of({50, 250, 450}, {100, 120, 160});
  page.words = {word(60, 110, U"目标"), word(260, 110, U"说明"), word(260, 130, U"甲")};
  for (int line = 0; line < 40; ++line) {
    page.words.push_back(word(60, 130 + 15 * line, U"某行"));
  }
  std::vector<PdfWord> rest;
  const auto tables = ruled_tables(page, rest);
  EXPECT_EQ(texts(tables.at(0).second)[1][0].size(), 80U);
  EXPECT_TRUE(rest.empty());
}

TEST(RuledTables, LeaveTheTitleOfWhatComesNextBelowAShortLine) {
  PdfPage page = page_of({50, 250, 450}, {100, 120, 140});
  page.words = {word(60, 110, U"指标"), word(260, 110, U"指标值"), word(130, 130, U"清扫面积"),
                word(260, 130, U"甲"), word(105, 146, U"项目绩效目标表")};
  std::vector<PdfWord> rest;
  const auto tables = ruled_tables(page, rest);
  EXPECT_EQ(texts(tables.at(0).second)[1][0], U"清扫面积");
  EXPECT_EQ(rest.size(), 1U);
}

TEST(RuledTables, GiveALineThatARuleCutsToTheCellAboveThatGoesOnWithIt) {
  PdfPage page = page_of({50, 250, 450}, {100, 130, 220});
  page.words = {word(60, 108, U"第一行"), word(60, 120, U"第二行"), word(60, 132, U"第三行"),
                word(260, 110, U"甲"),    word(60, 137, U"次格"),   word(60, 149, U"之末"),
                word(260, 180, U"乙")};
  std::vector<PdfWord> rest;
  const auto tables = ruled_tables(page, rest);
  ASSERT_EQ(tables.size(), 1U);
  EXPECT_THAT(texts(tables[0].second), ElementsAre(ElementsAre(U"第一行第二行第三行", U"甲"),
                                                   ElementsAre(U"次格之末", U"乙")));
}

TEST(RuledTables, GiveALineThatOverlapsTheNextToTheCellAbove) {
  PdfPage page = page_of({50, 250, 450}, {100, 130, 220});
  page.words = {word(60, 111, U"第一行"), word(60, 123, U"第二行"), word(60, 135, U"第三行"),
                word(260, 110, U"甲"),    word(60, 137.5, U"次格"), word(60, 149.5, U"之"),
                word(260, 180, U"乙"),    word(60, 161.5, U"末")};
  std::vector<PdfWord> rest;
  const auto tables = ruled_tables(page, rest);
  ASSERT_EQ(tables.size(), 1U);
  EXPECT_THAT(texts(tables[0].second), ElementsAre(ElementsAre(U"第一行第二行第三行", U"甲"),
                                                   ElementsAre(U"次格之末", U"乙")));
}

TEST(RuledTables, GiveALineFarInsideACellToTheOneAboveThatItGoesOnWith) {
  // A row that the page leaves hardly anything of; the cell's own lines stand in its middle.
  PdfPage page = page_of({50, 250, 450}, {100, 106, 220});
  page.words = {word(60, 103, U"指"),  word(60, 120, U"标"), word(60, 129, U"数"),
                word(60, 146, U"量"),  word(60, 163, U"指"), word(60, 180, U"标"),
                word(260, 104, U"甲"), word(260, 160, U"乙")};
  std::vector<PdfWord> rest;
  const auto tables = ruled_tables(page, rest);
  ASSERT_EQ(tables.size(), 1U);
  EXPECT_THAT(texts(tables[0].second),
              ElementsAre(ElementsAre(U"指标", U"甲"), ElementsAre(U"数量指标", U"乙")));
}

TEST(RuledTables, GiveAllLinesThatRunOverARowThatThePageCutsToIt) {
  // Two lines, and the cell's own at another distance behind them.
  PdfPage page = page_of({50, 250, 450}, {100, 106, 220});
  page.words = {word(60, 106, U"目标的第二行，"),
                word(60, 119, U"保障运转。"),
                word(60, 135, U"另一个目标，"),
                word(60, 148, U"巡查河道，"),
                word(60, 161, U"共十次。"),
                word(260, 103, U"甲"),
                word(260, 160, U"乙")};
  std::vector<PdfWord> rest;
  const auto tables = ruled_tables(page, rest);
  ASSERT_EQ(tables.size(), 1U);
  EXPECT_THAT(texts(tables[0].second),
              ElementsAre(ElementsAre(U"目标的第二行，保障运转。", U"甲"),
                          ElementsAre(U"另一个目标，巡查河道，共十次。", U"乙")));
}

TEST(RuledTables, GiveALineBelowTheFirstThatItOverlapsToTheCellAbove) {
  // One line above, and its rest below the first line of the next row.
  PdfPage page = page_of({50, 250, 450}, {100, 118, 220});
  page.words = {word(60, 110, U"目标之首"), word(260, 110, U"甲"),    word(60, 122, U"目标之末"),
                word(60, 120.5, U"次格"),   word(60, 132.5, U"之中"), word(60, 144.5, U"之末"),
                word(260, 180, U"乙")};
  std::vector<PdfWord> rest;
  const auto tables = ruled_tables(page, rest);
  ASSERT_EQ(tables.size(), 1U);
  EXPECT_THAT(texts(tables[0].second), ElementsAre(ElementsAre(U"目标之首目标之末", U"甲"),
                                                   ElementsAre(U"次格之中之末", U"乙")));
}

TEST(RuledTables, DoubtCellsThatLinesLeaveOpen) {
  PdfPage page = page_of({50, 150, 250, 450}, {100, 120, 140, 160});
  page.words = {word(60, 110, U"甲"), word(160, 110, U"乙"), word(260, 110, U"丙"),
                word(160, 150, U"丁"), word(260, 150, U"戊")};
  std::vector<PdfWord> rest;
  EXPECT_TRUE(ruled_tables(page, rest)[0].second.doubts.empty());
  // The second line from the top ends before the second column, the second from the left
  // before the second row: its cell and the one beside it become one around a corner.
  page.rules.horizontal[2].from = 250;
  page.rules.vertical[1] = {150, 100, 120};
  page.rules.vertical.push_back({150, 140, 160});
  std::sort(page.rules.vertical.begin(), page.rules.vertical.end(),
            [](const Rule& a, const Rule& b) { return a.at < b.at; });
  rest.clear();
  EXPECT_EQ(ruled_tables(page, rest)[0].second.doubts.size(), 1U);
}

TEST(ColumnRules, PartTextsSideBySideWhereSeveralLinesBegin) {
  // The first runs over a column, and nearly to the second, whose lines all begin in one place.
  PdfPage page = page_of_rows({50, 150, 250, 450}, {100, 120, 180, 200});
  page.rules.horizontal[1].joints = {250};
  page.words = {
      word(60, 110, U"产出"),        word(160, 110, U"数量"),
      word(260, 110, U"三级"),       word(52, 136, U"保障全年各项工作顺利开展完成全部年度任"),
      word(253, 136, U"开展巡查，"), word(52, 150, U"务。"),
      word(253, 150, U"整修堤防，"), word(253, 164, U"保证安全。"),
      word(60, 190, U"产出"),        word(160, 190, U"数量"),
      word(260, 190, U"次数")};
  page.words[3].box.right = 249;
  ColumnsBefore before;
  add_column_rules(page, before);
  std::vector<PdfWord> rest;
  EXPECT_THAT(texts(ruled_tables(page, rest).at(0).second).at(1),
              ElementsAre(U"保障全年各项工作顺利开展完成全部年度任务。",
                          U"开展巡查，整修堤防，保证安全。"));
}

TEST(ColumnRules, StandWhereThePiecesOfLinesMeet) {
  PdfPage page = page_of_rows({50, 150, 250, 450}, {100, 120, 140, 160});
  // A cell over two rows: its line is left away.
  page.rules.horizontal[2].from = 150;
  page.rules.horizontal[2].joints = {250};
  page.words = {word(60, 110, U"名称"),   word(160, 110, U"级别"), word(260, 110, U"数值"),
                word(60, 140, U"某项目"), word(160, 130, U"甲"),   word(260, 130, U"一"),
                word(160, 150, U"乙"),    word(260, 150, U"二")};
  EXPECT_EQ(tables_of({page}),
            (std::vector<Texts>{
                {{U"名称", U"级别", U"数值"}, {U"某项目", U"甲", U"一"}, {U"乙", U"二"}}}));
}

TEST(ColumnRules, AreLeftAwayWhereTextRunsOverThem) {
  PdfPage page = page_of_rows({50, 150, 250, 350, 450}, {100, 120, 140, 160});
  page.words = {word(60, 110, U"名称"), word(280, 110, U"资金来源"),
                word(60, 130, U"目标"), word(155, 130, U"一句很长的话占满了几个列"),
                word(60, 150, U"甲"),   word(160, 150, U"乙"),
                word(260, 150, U"丙"),  word(360, 150, U"丁")};
  // The heading stands in the middle of the last three columns.
  EXPECT_EQ(tables_of({page}), (std::vector<Texts>{{{U"名称", U"资金来源"},
                                                    {U"目标", U"一句很长的话占满了几个列", U""},
                                                    {U"甲", U"乙", U"丙", U"丁"}}}));
}

TEST(ColumnRules, StandWhereAClosingMarkHangsOverThem) {
  PdfPage page = page_of_rows({50, 150, 250, 450}, {100, 120, 140});
  page.words = {word(60, 110, U"名称"),
                word(160, 110, U"目标"),
                word(260, 110, U"数值"),
                word(60, 130, U"某项目"),
                word(154, 130, U"做好防汛、防旱工作，"),
                word(260, 130, U"一")};
  EXPECT_EQ(tables_of({page}), (std::vector<Texts>{{{U"名称", U"目标", U"数值"},
                                                    {U"某项目", U"做好防汛、防旱工作，", U"一"}}}));
}

TEST(ColumnRules, AreLeftAwayInABlankOfTextThatRunsOverOthers) {
  PdfPage page = page_of_rows({50, 150, 250, 350, 450}, {100, 120, 140, 160});
  // The blank before 19001 stands where the third column begins.
  page.words = {word(60, 110, U"名称"), word(280, 110, U"资金来源"),
                word(60, 130, U"目标"), word(178, 130, U"严格执行标准"),
                word(241, 130, U"A"),   word(253, 130, U"19001号检查"),
                word(60, 150, U"甲"),   word(160, 150, U"乙"),
                word(260, 150, U"丙"),  word(360, 150, U"丁")};
  page.words[3].box.left = 140;  // over the first border
  EXPECT_EQ(tables_of({page}), (std::vector<Texts>{{{U"名称", U"资金来源"},
                                                    {U"目标严格执行标准A19001号检查", U""},
                                                    {U"甲", U"乙", U"丙", U"丁"}}}));
}

TEST(ColumnRules, EndAtATitleBetweenTwoTables) {
  PdfPage page = page_of_rows({50, 250, 450}, {100, 120, 140, 200, 220, 240});
  page.words = {word(60, 110, U"名称"),
                word(260, 110, U"甲"),
                word(60, 130, U"目标"),
                word(260, 130, U"一"),
                word(200, 160, U"项目绩效目标表"),
                word(60, 210, U"名称"),
                word(260, 210, U"乙"),
                word(60, 230, U"目标"),
                word(260, 230, U"二")};
  EXPECT_EQ(tables_of({page}), (std::vector<Texts>{{{U"名称", U"甲"}, {U"目标", U"一"}},
                                                   {{U"名称", U"乙"}, {U"目标", U"二"}}}));
}

TEST(ColumnRules, ReachARowThatThePageCuts) {
  PdfPage first = page_of_rows({50, 250, 450}, {700, 720, 740});
  first.words = {word(60, 710, U"名称"), word(260, 710, U"目标"), word(60, 730, U"甲"),
                 word(260, 730, U"一"),  word(60, 750, U"乙"),    word(260, 750, U"前半"),
                 word(240, 790, U"12")};
  PdfPage second = page_of_rows({50, 250, 450}, {60, 80});
  second.words = {word(260, 50, U"后半"), word(60, 70, U"丙"), word(260, 70, U"三"),
                  word(60, 100, U"注：无")};
  EXPECT_EQ(tables_of({first, second}),
            (std::vector<Texts>{{{U"名称", U"目标"}, {U"甲", U"一"}, {U"乙", U"前半"}},
                                {{U"", U"后半"}, {U"丙", U"三"}}}));
}

TEST(ColumnRules, ReachARowThatThePageCutsWherePagesDrawSomeColumnsOnly) {
  // The first column's cell spans all rows of the second page, whose lines part the others only.
  PdfPage first = page_of_rows({50, 150, 250, 450}, {700, 720, 740});
  first.words = {word(60, 710, U"名称"), word(160, 710, U"指标"), word(260, 710, U"数值"),
                 word(60, 730, U"甲"),   word(160, 730, U"一"),   word(260, 730, U"1"),
                 word(60, 750, U"乙"),   word(160, 750, U"二"),   word(260, 750, U"2")};
  PdfPage second = page_of_rows({150, 250, 450}, {60, 80});
  second.words = {word(160, 35, U"三的"), word(160, 50, U"后半"), word(260, 50, U"3"),
                  word(160, 70, U"四"),   word(260, 70, U"4"),    word(160, 90, U"五的")};
  EXPECT_EQ(tables_of({first, second}).at(1),
            (Texts{{U"", U"三的后半", U"3"}, {U"四", U"4"}, {U"五的", U""}}));
  // Lines that end elsewhere are no part of the table before.
  for (Rule& rule : second.rules.horizontal) {
    rule.from = 120;
  }
  EXPECT_EQ(tables_of({first, second}).at(1).front().front(), U"四");
}

TEST(ColumnRules, AreNotMadeWhereColumnsOfTheHeaderStandBetweenTwo) {
  // Lines in one stroke, that between two rows of a project from its names on.
  PdfPage page = test::blank_page();
  page.rules.horizontal = {{100, 50, 550}, {120, 50, 550}, {150, 300, 550}, {180, 50, 550}};
  page.words = {word(60, 110, U"项目名称"),  word(180, 110, U"绩效目标"),
                word(310, 110, U"三级指标"), word(450, 110, U"指标值"),
                word(60, 150, U"清淤"),      word(180, 150, U"疏通河道。"),
                word(310, 135, U"长度"),     word(450, 135, U"≥5公里"),
                word(310, 165, U"次数"),     word(450, 165, U"≥3次")};
  ColumnsBefore before;
  add_column_rules(page, before);
  EXPECT_TRUE(page.rules.vertical.empty());
}

TEST(ColumnRules, HoldTheHeaderAboveTheFirstLine) {
  PdfPage page = page_of_rows({50, 150, 250, 450}, {100, 120, 140});
  page.words = {word(50, 60, U"某县水利局2025年部门预算项目支出绩效目标表"),
                word(60, 90, U"项目名称"),
                word(160, 90, U"预算数"),
                word(260, 90, U"绩效目标"),
                word(60, 110, U"清淤"),
                word(160, 110, U"12.00"),
                word(260, 110, U"疏通河道。"),
                word(60, 130, U"巡查"),
                word(160, 130, U"3.00"),
                word(260, 130, U"按月巡查。")};
  EXPECT_EQ(tables_of({page}), (std::vector<Texts>{{{U"项目名称", U"预算数", U"绩效目标"},
                                                    {U"清淤", U"12.00", U"疏通河道。"},
                                                    {U"巡查", U"3.00", U"按月巡查。"}}}));
  // What stands there and heads nothing is no row of the table.
  page.words[1].text = U"附件一份";
  page.words[2].text = U"共三页";
  page.words[3].text = U"请核对好";
  EXPECT_EQ(tables_of({page}).at(0).size(), 2U);
}

TEST(ColumnRules, HoldTheHeaderWhoseWordsNarrowColumnsBreak) {
  PdfPage page = page_of_rows({50, 90, 150, 250, 450}, {100, 120, 140});
  page.words = {
      word(52, 78, U"序"),           word(100, 84, U"项目名"),     word(160, 78, U"预算金"),
      word(260, 84, U"绩效目标"),    word(52, 90, U"号"),          word(160, 90, U"额"),
      word(52, 110, U"1"),           word(100, 110, U"清淤"),      word(160, 110, U"12.00"),
      word(260, 110, U"疏通河道。"), word(52, 130, U"2"),          word(100, 130, U"巡查"),
      word(160, 130, U"3.00"),       word(260, 130, U"按月巡查。")};
  EXPECT_EQ(tables_of({page}).at(0).at(0),
            (std::vector<std::u32string>{U"序号", U"项目名", U"预算金额", U"绩效目标"}));
}

TEST(ColumnRules, HoldTheFirstRowOfAFormAboveTheFirstLine) {
  PdfPage page = page_of_rows({50, 150, 250, 350, 450}, {100, 120, 140});
  page.words = {word(50, 70, U"填报单位：某县水利局"),
                word(60, 90, U"项目名称"),
                word(160, 90, U"河道清淤"),
                word(60, 110, U"主管部门"),
                word(160, 110, U"某县水利局"),
                word(260, 110, U"实施单位"),
                word(360, 110, U"某县水利站"),
                word(60, 130, U"资金总额"),
                word(160, 130, U"3.00")};
  EXPECT_EQ(tables_of({page}).at(0).at(0).front(), U"项目名称");
}

TEST(ColumnRules, HoldTheSumBelowTheLastLine) {
  // Its word stands in a cell over the two first columns.
  PdfPage page = page_of_rows({50, 70, 150, 250, 350}, {100, 120, 140});
  page.words = {word(60, 110, U"序"),     word(80, 110, U"项目名称"), word(160, 110, U"合计"),
                word(260, 110, U"财政"),  word(60, 130, U"1"),        word(80, 130, U"清淤"),
                word(160, 130, U"12.00"), word(260, 130, U"12.00"),   word(55, 150, U"合计"),
                word(160, 150, U"12.00"), word(260, 150, U"12.00")};
  EXPECT_EQ(tables_of({page}).at(0).back(),
            (std::vector<std::u32string>{U"合计", U"12.00", U"12.00"}));
  // Other text that runs over columns is none of its rows.
  page.words[8].text = U"附表";
  EXPECT_EQ(tables_of({page}).at(0).size(), 2U);
}

TEST(ColumnRules, AreNotMadeOfLinesDrawnInOneStroke) {
  PdfPage page = page_of_rows({50, 250, 450}, {100, 120, 140});
  for (Rule& rule : page.rules.horizontal) {
    rule.joints.clear();
  }
  EXPECT_TRUE(tables_of({page}).empty());
}

}  // namespace
}  // namespace budgetdiff::import
