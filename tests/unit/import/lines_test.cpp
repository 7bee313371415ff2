/// Words of a page put into lines.

#include "import/page/lines.hpp"
#include "page_words.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace budgetdiff::import {
namespace {

TEST(Lines, KeepSignsOfAnotherFontBesideTheirLetters) {
  // A Latin font's box is lower, and its narrow slash tells nothing of the letters' size.
  const auto slash = [](double x) {
    PdfWord out = test::word(x, 103.2, U"/");
    out.size = 6.7;
    out.box.right = out.char_right[0] = x + 3.3;
    return out;
  };
  PdfWord unit = test::word(0, 100, U"元");
  PdfWord person = test::word(13.3, 100, U"人");
  PdfWord day = test::word(0, 118, U"天");
  for (PdfWord* const word : {&unit, &person, &day}) {
    word->size = 12;
  }
  const auto lines = lines_of({unit, slash(10), person, slash(23.3), day}, 1);
  ASSERT_EQ(lines.size(), 2U);
  EXPECT_EQ(lines[0].line.text, U"元/人/");
  EXPECT_EQ(lines[1].line.text, U"天");
}

TEST(Lines, PartSmallPrintFromWhatStandsBelow) {
  PdfWord above = test::word(0, 100, U"甲");
  PdfWord below = test::word(0, 103, U"乙");
  above.size = below.size = 6;
  EXPECT_EQ(lines_of({above, below}, 1).size(), 2U);
}

}  // namespace
}  // namespace budgetdiff::import
