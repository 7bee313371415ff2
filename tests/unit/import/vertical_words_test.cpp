/// Text that stands in cells of a table whose other text is level.

#include "import/pdf/vertical_words.hpp"
#include "import/pdf/ruled_tables.hpp"
#include "page_words.hpp"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace budgetdiff::import {
namespace {

/// Upright letters below each other, from `y` on.
void add_column(std::vector<PdfWord>& words, double x, double y, const std::u32string& letters) {
  for (std::size_t i = 0; i < letters.size(); ++i) {
    words.push_back(test::word(x, y + 10 * static_cast<double>(i), letters.substr(i, 1)));
  }
}

/// A word that runs up (three quarter turns) or down (one) the page, in a strip ten points wide.
PdfWord turned(double x, double top, double bottom, std::u32string text, std::size_t turns) {
  PdfWord out = test::word(x, 0, std::move(text));
  out.box = {x, top, x + 10, bottom};
  out.turns = turns;
  // Heights, as poppler gives them.
  for (std::size_t i = 0; i < out.text.size(); ++i) {
    out.char_left[i] = top + 10 * static_cast<double>(i);
    out.char_right[i] = out.char_left[i] + 10;
  }
  return out;
}

std::u32string level(std::vector<PdfWord> words, bool upright = false) {
  level_standing_text(words, upright);
  std::u32string out;
  for (const PdfWord& word : words) {
    out += (out.empty() ? U"" : U"|") + word.text;
  }
  return out;
}

TEST(VerticalWords, AreReadDownFromTheRight) {
  std::vector<PdfWord> words;
  add_column(words, 50, 100, U"指标");
  add_column(words, 65, 95, U"满意度");
  EXPECT_TRUE(stands_upright(words));
  EXPECT_EQ(level(words), U"满意度指标");
}

TEST(VerticalWords, AreNoLettersOfNarrowLevelLines) {
  // A letter a line, and two: lines are further apart than letters.
  std::vector<PdfWord> words;
  for (int line = 0; line < 4; ++line) {
    words.push_back(test::word(50, 100 + 14 * line, std::u32string(1, U"数量指标"[line])));
  }
  EXPECT_FALSE(stands_upright(words));
  EXPECT_EQ(level({test::word(50, 100, U"合"), test::word(75, 100, U"计")}), U"合|计");
  // Beside others that stand it is a column a letter.
  EXPECT_EQ(level({test::word(50, 100, U"标"), test::word(65, 100, U"指")}, true), U"指标");
}

TEST(VerticalWords, ThatAreTurnedAreReadAsTheyRun) {
  EXPECT_EQ(level({turned(65, 100, 120, U"指标", 3), turned(50, 95, 125, U"满意度", 3)}),
            U"满意度指标");
  EXPECT_EQ(level({turned(65, 95, 125, U"满意度", 1), turned(50, 100, 120, U"指标", 1)}),
            U"满意度指标");
}

TEST(VerticalWords, StandInTheCellThatHoldsThem) {
  PdfPage page = test::blank_page();
  for (const double y : {100.0, 160.0}) {
    page.rules.horizontal.push_back({y, 50, 450});
  }
  for (const double x : {50.0, 250.0, 450.0}) {
    page.rules.vertical.push_back({x, 100, 160});
  }
  page.words = {turned(345, 110, 150, U"产出指标", 3), test::word(60, 130, U"巡查")};
  place_standing_words(page);
  std::vector<PdfWord> rest;
  const auto tables = ruled_tables(page, rest);
  ASSERT_EQ(tables.size(), 1U);
  EXPECT_EQ(test::texts(tables[0].second),
            (std::vector<std::vector<std::u32string>>{{U"巡查", U"产出指标"}}));
}

}  // namespace
}  // namespace budgetdiff::import
