/// Lines of text that go down like stairs.

#include "import/text/stair_lines.hpp"

#include "import/text/layout_pages.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

namespace budgetdiff::import {
namespace {

/// The lines of a page's words, with their numbers.
std::string lines_of_text(std::string_view text) {
  std::string out;
  int before = 0;
  double top = 0;
  const std::vector<PdfPage> pages = layout_pages(text);
  for (const PdfWord& word : pages.front().words) {
    EXPECT_TRUE(word.line != before || word.box.top == top) << to_utf8(word.text);
    out += word.line == before ? " " : (out.empty() ? "" : "\n") + std::to_string(word.line) + ": ";
    out += to_utf8(word.text);
    before = word.line;
    top = word.box.top;
  }
  return out;
}

TEST(StairLines, AreRowsBesideEachOther) {
  EXPECT_EQ(lines_of_text("产出指标 数量指标  清淤长度\n"
                          "               护坡处数\n"
                          "                        ≥\n"
                          "                        =\n"
                          "                            10\n"
                          "                            20\n"
                          "      质量指标  优良率       ≥   90\n"),
            "1: 产出指标 数量指标 清淤长度 ≥ 10\n2: 护坡处数 = 20\n7: 质量指标 优良率 ≥ 90");
}

TEST(StairLines, GoToTheOtherOfTwoRowsWithEachStep) {
  // The first row has no unit, the second no comparator.
  EXPECT_EQ(lines_of_text("效益指标  群众知晓情况\n"
                          "        受益人口\n"
                          "                  15\n"
                          "                  15  人\n"
                          "                         定性  明显\n"
                          "                              194\n"),
            "1: 效益指标 群众知晓情况 15 定性 明显\n2: 受益人口 15 人 194");
}

TEST(StairLines, OfThreeRowsHaveThreeCellsInEachPart) {
  EXPECT_EQ(lines_of_text("清淤长度\n护坡处数\n泵站座数\n"
                          "        ≥\n        ≥\n        =\n"
                          "            1\n            2\n            3\n"),
            "1: 清淤长度 ≥ 1\n2: 护坡处数 ≥ 2\n3: 泵站座数 = 3");
}

TEST(StairLines, AreNoneWhereOneStepIsAll) {
  // A cell that goes on, and a row without a category.
  const std::string text =
      "数量指标  清淤\n"
      "        长度\n"
      "               10\n"
      "  护坡处数        20\n";
  EXPECT_EQ(lines_of_text(text), "1: 数量指标 清淤\n2: 长度\n3: 10\n4: 护坡处数 20");
}

TEST(StairLines, PutWhatIsBelowThemUp) {
  const std::vector<PdfPage> pages = layout_pages(
      "清淤长度\n护坡处数\n"
      "        ≥\n        =\n"
      "            1\n            2\n"
      "泵站座数    ≥ 3\n");
  const std::vector<PdfWord>& words = pages.front().words;
  EXPECT_EQ(words.back().line, 7);
  EXPECT_EQ(words.back().box.top, 2 * words[3].box.top);
}

}  // namespace
}  // namespace budgetdiff::import
