/// Boxes that poppler makes too tall.

#include "import/pdf/tall_boxes.hpp"

#include "page_words.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace budgetdiff::import {
namespace {

PdfWord boxed(double top, double bottom, double size, const char32_t* text) {
  PdfWord out = test::word(10, 0, text);
  out.box.top = top;
  out.box.bottom = bottom;
  out.size = size;
  return out;
}

std::vector<FontHeight> no_fonts() {
  return {};
}

TEST(TallBoxes, AreMadeThoseOfTheirLettersOnTheSameLineOfWriting) {
  // Letters of 10 points on the line at 119, in a font that is drawn: taken for twice as large.
  // A year beside them in a font with a box of its own, of the same line of writing.
  PdfPage page;
  page.words = {boxed(100, 126, 10, U"预算"), boxed(100, 126, 5, U"“"),
                boxed(110, 121.2, 10, U"2024")};
  TallBoxes().fit(page, no_fonts);
  EXPECT_NEAR(page.words[0].box.top, 109.5, 1e-9);
  EXPECT_NEAR(page.words[0].box.bottom, 122.5, 1e-9);
  EXPECT_NEAR(page.words[1].middle(), page.words[0].middle(), 1e-9) << "whose size nothing tells";
  EXPECT_NEAR(page.words[2].box.top, 110, 1e-9);
}

TEST(TallBoxes, StandOnTheLineOfWritingThatTheirFontTells) {
  // A font that says of itself what the box around all of its glyphs is: 1.8 and 1 letters.
  PdfPage page;
  page.words = {boxed(100, 128, 10, U"预算")};
  TallBoxes().fit(page, [] { return std::vector<FontHeight>{{0.9, 0.2}, {1.8, 1.0}}; });
  EXPECT_NEAR(page.words[0].box.top, 108.5, 1e-9);
  EXPECT_NEAR(page.words[0].box.bottom, 121.5, 1e-9);
}

TEST(TallBoxes, AreNoneWhereAFontSaysHowTallItIs) {
  PdfPage page;
  page.words = {boxed(100, 114.5, 10, U"预算"), boxed(100, 114.5, 3, U"：")};
  TallBoxes().fit(page, no_fonts);
  EXPECT_NEAR(page.words[0].box.top, 100, 1e-9);
  EXPECT_NEAR(page.words[1].box.bottom, 114.5, 1e-9);
}

}  // namespace
}  // namespace budgetdiff::import
