/// Rows of tables without lines: what the steps between lines tell.

#include "import/page/row_bands.hpp"

#include "page_words.hpp"

#include "import/page/line_step.hpp"
#include "import/page/row_edges.hpp"
#include "import/page/sum_rows.hpp"
#include "import/page/white_strip.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace budgetdiff::import {
namespace {

using test::word;

double line_step_of(std::vector<PdfWord> words) {
  std::vector<PdfPage> pages(1);
  pages[0].number = 1;
  pages[0].words = std::move(words);
  find_line_steps(pages);
  return pages[0].line_step;
}

TEST(LineStep, IsThatOfFullLines) {
  // Two cells of two and three lines, 13 points apart; 16 between the cells.
  EXPECT_DOUBLE_EQ(
      line_step_of({word(50, 100, U"完成全年各项工作任务"), word(50, 113, U"保障运转。"),
                    word(50, 129, U"提高服务水平促进发展"), word(50, 142, U"完善台账管理做到底数"),
                    word(50, 155, U"清。"), word(50, 171, U"甲"), word(50, 187, U"乙丙丁")}),
      13);
}

TEST(LineStep, IsLessThanAnyWhereRowsHaveALineEach) {
  const double step =
      line_step_of({word(50, 100, U"甲"), word(50, 116, U"乙丙丁"), word(50, 132, U"戊己"),
                    word(50, 148, U"庚辛壬癸"), word(50, 164, U"子"), word(50, 180, U"丑寅卯辰")});
  EXPECT_GT(step, 0);
  EXPECT_FALSE(is_line_step(16, step));
}

TEST(LineStep, IsNoneThatHardlyAnyLinesHave) {
  std::vector<PdfWord> words{word(400, 100, U"第一页"), word(400, 110, U"注解")};
  for (int row = 0; row < 30; ++row) {
    words.push_back(word(50, 100 + 29 * row, U"完成全年各项工作任务"));
    words.push_back(word(50, 113 + 29 * row, U"保障运转。"));
  }
  EXPECT_DOUBLE_EQ(line_step_of(std::move(words)), 13);
}

TEST(LineStep, IsUnknownWithoutLinesBelowEachOther) {
  EXPECT_EQ(line_step_of({word(50, 100, U"甲"), word(250, 112, U"乙")}), 0);
}

TEST(LineStep, IsNotThatOfTitles) {
  std::vector<PdfWord> words{word(50, 20, U"某县水务局"), word(50, 43, U"收支总表")};
  for (PdfWord& title : words) {
    title.size = 16;
  }
  for (int row = 0; row < 6; ++row) {
    words.push_back(word(50, 100 + 22 * row, U"清淤里程"));
  }
  EXPECT_EQ(line_step_of(words), 0);
}

TEST(LineStep, IsLessThanTargetsAreApart) {
  // Rows of a line each, of which most are not shorter than the next: lines of cells look so.
  std::vector<PdfWord> words;
  for (int row = 0; row < 8; ++row) {
    words.push_back(word(50, 100 + 16 * row, U"清淤里程"));
    words.push_back(word(250, 100 + 16 * row, row % 2 == 0 ? U"≥20公里" : U"≤5%"));
  }
  const double step = line_step_of(words);
  EXPECT_GT(step, 0);
  EXPECT_FALSE(is_line_step(16, step));
  // A cell of two lines keeps its own.
  words.push_back(word(50, 244, U"完成全年各项"));
  words.push_back(word(50, 257, U"工作任务。"));
  EXPECT_DOUBLE_EQ(line_step_of(words), 13);
}

PdfLine line(double y) {
  PdfLine out;
  out.middle = y;
  out.size = 10;
  out.line.text = U"文";
  return out;
}

std::vector<RowBand> bands_of(const std::vector<std::vector<double>>& columns) {
  std::vector<std::vector<PdfLine>> lines;
  std::vector<std::vector<const PdfLine*>> all;
  for (const std::vector<double>& column : columns) {
    lines.emplace_back();
    for (const double y : column) {
      lines.back().push_back(line(y));
    }
  }
  for (const std::vector<PdfLine>& column : lines) {
    all.emplace_back();
    for (const PdfLine& one : column) {
      all.back().push_back(&one);
    }
  }
  return row_bands(all, 13);
}

TEST(RowBands, HoldTheLinesThatStandBesideEachOther) {
  // A cell of three lines beside one of two, then a row of one line.
  const std::vector<RowBand> bands = bands_of({{100, 113, 126}, {106.5, 119.5, 142}});
  ASSERT_EQ(bands.size(), 2U);
  EXPECT_DOUBLE_EQ(bands[0].middle(), 113);
  EXPECT_DOUBLE_EQ(bands[1].middle(), 142);
  EXPECT_EQ(band_at(bands, 119.5), 0U);
  EXPECT_EQ(band_at(bands, 300), 1U);
}

TEST(RowBands, PartRowsOfOneLineWhereFontsAreMixed) {
  // Digits stand two points higher than letters: 13 points below the row above.
  EXPECT_EQ(bands_of({{100, 115}, {100, 115}, {98, 113}}).size(), 2U);
  // 优良 and 95 below it in one column.
  std::vector<PdfLine> lines{line(100), line(115), line(100), line(113)};
  lines[3].line.text = U"95";
  const std::vector<RowBand> bands =
      row_bands({{&lines[0], &lines[1]}, {&lines[2], &lines[3]}}, 13);
  ASSERT_EQ(bands.size(), 2U);
  EXPECT_LE(bands[0].bottom, bands[1].top);
  EXPECT_EQ(band_at(bands, 100), 0U);
  EXPECT_EQ(band_at(bands, 113), 1U);
}

TEST(RowBands, PartALineThatPrintPushedOntoTheNextCell) {
  std::vector<PdfLine> lines{line(100), line(113), line(115), line(128)};
  for (PdfLine& one : lines) {
    one.box = {0, one.middle - 5, 60, one.middle + 5};
  }
  EXPECT_EQ(row_bands({{&lines[0], &lines[1], &lines[2], &lines[3]}}, 13).size(), 2U);
}

TEST(RowBands, JoinRowsThatAHigherCellHolds) {
  EXPECT_EQ(bands_of({{100, 113, 126, 139}, {100, 126}}).size(), 1U);
}

TEST(RowBands, PartTargetsThatStandALineApart) {
  // As a spreadsheet prints rows of a line each: names stand as near as lines of one do.
  std::vector<PdfLine> lines{line(100), line(113), line(126), line(100), line(113), line(126)};
  lines[3].line.text = U"≥6户";
  lines[4].line.text = U"≤2天";
  lines[5].line.text = U"=3处";
  EXPECT_EQ(
      row_bands({{&lines[0], &lines[1], &lines[2]}, {&lines[3], &lines[4], &lines[5]}}, 13).size(),
      3U);
  // A figure that goes on in the next line is one target's.
  lines[4].line.text = U"天以上";
  lines[5].line.text = U"为止";
  EXPECT_EQ(
      row_bands({{&lines[0], &lines[1], &lines[2]}, {&lines[3], &lines[4], &lines[5]}}, 13).size(),
      1U);
}

TEST(SumLabels, StandInTwoColumns) {
  std::vector<std::vector<PdfLine>> lines{{line(100), line(140)}, {line(100), line(140)}, {}};
  lines[0][1].line.text = U"合";
  lines[1][1].line.text = U"计";
  join_sum_labels(lines, {false, false, true});
  EXPECT_EQ(lines[0][1].line.text, U"合计");
  EXPECT_EQ(lines[1].size(), 1U);
  // Not over amounts, nor at two heights.
  std::vector<std::vector<PdfLine>> apart{{line(100)}, {line(120)}};
  apart[0][0].line.text = U"合";
  apart[1][0].line.text = U"计";
  join_sum_labels(apart, {false, false});
  EXPECT_EQ(apart[1].size(), 1U);
}

TEST(WhiteStrips, PartTheWordsOfMostLines) {
  // Short names at the left of their wide column: more is white right of them than left.
  const std::vector<double> centers{100, 300, 500};
  std::vector<PdfWord> words{word(80, 100, U"二级指标"), word(280, 100, U"三级指标"),
                             word(480, 100, U"指标值")};
  for (const double y : {120.0, 140.0, 160.0}) {
    words.push_back(word(60, y, U"服务对象满意度指标"));
    words.push_back(word(170, y, U"满意度"));
    words.push_back(word(485, y, U"满意"));
  }
  const double edge = parting_strip(centers, 0, words);
  EXPECT_GT(edge, 150);
  EXPECT_LT(edge, 170);
}

TEST(RowEdges, MirrorEachOtherInTheMiddlesOfRows) {
  // Rows of 20, 20, 60 and 20 points; the third is as high as a cell that spans it is long.
  const std::vector<double> edges = row_edges({{102, 118}, {122, 138}, {162, 178}, {202, 218}});
  ASSERT_EQ(edges.size(), 5U);
  const double wanted[] = {100, 120, 140, 200, 220};
  for (std::size_t k = 0; k < edges.size(); ++k) {
    EXPECT_NEAR(edges[k], wanted[k], 2.1) << k;
  }
}

TEST(RowEdges, AreUnknownWhereTextsStandAtTheTop) {
  EXPECT_TRUE(row_edges({{102, 112}, {162, 172}, {182, 192}, {242, 252}, {262, 272}}).empty());
}

}  // namespace
}  // namespace budgetdiff::import
