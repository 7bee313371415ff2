/// Letters and numbers that a spreadsheet prints around its cells.

#include "import/page/sheet_headings.hpp"

#include "page_words.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace budgetdiff::import {
namespace {

using test::word;

std::vector<PdfWord> cells() {
  return {word(60, 40, U"序号"), word(160, 40, U"项目名称"), word(300, 40, U"金额"),
          word(60, 60, U"1"),    word(160, 60, U"清淤"),     word(300, 60, U"12.00"),
          word(60, 80, U"2"),    word(160, 80, U"巡查"),     word(300, 80, U"8.50")};
}

std::size_t left_of(std::vector<PdfWord> words) {
  PdfPage page = test::blank_page();
  page.words = std::move(words);
  drop_sheet_headings(page);
  return page.words.size();
}

TEST(SheetHeadings, AreTakenOut) {
  std::vector<PdfWord> words = cells();
  const std::size_t own = words.size();
  words.insert(words.end(), {word(80, 20, U"A"), word(180, 20, U"B"), word(310, 20, U"C"),
                             word(22, 40, U"9"), word(20, 60, U"10"), word(20, 80, U"11")});
  EXPECT_EQ(left_of(words), own);
  words.back().text = U"15";
  EXPECT_EQ(left_of(words), own) << "rows between are hidden";
  words.back().text = U"8";
  EXPECT_EQ(left_of(words), own + 6);
}

TEST(SheetHeadings, AreNoNumbersOfATable) {
  std::vector<PdfWord> words = cells();
  const std::size_t own = words.size();
  EXPECT_EQ(left_of(words), own);
  words.insert(words.end(), {word(80, 20, U"A"), word(180, 20, U"B"), word(310, 20, U"D")});
  EXPECT_EQ(left_of(words), own + 3);
}

}  // namespace
}  // namespace budgetdiff::import
