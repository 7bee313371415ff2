/// Digits that print sets raised behind a word.

#include "import/pdf/raised_words.hpp"

#include "page_words.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace budgetdiff::import {
namespace {

/// A word in a box that is 1.3 letters high, a quarter of it below the line of writing; `letter`
/// is as wide as a digit is half.
PdfWord written(double left, double line, double letter, std::u32string text) {
  PdfWord out = test::word(left, 0, std::move(text));
  out.size = letter;
  out.box.top = line - 0.75 * 1.3 * letter;
  out.box.bottom = line + 0.25 * 1.3 * letter;
  for (std::size_t i = 0; i < out.text.size(); ++i) {
    out.char_left[i] = left + letter / 2 * static_cast<double>(i);
    out.char_right[i] = out.char_left[i] + letter / 2;
  }
  out.box.right = out.char_right.back();
  return out;
}

std::vector<std::u32string> joined(std::vector<PdfWord> words) {
  join_raised_words(words);
  std::vector<std::u32string> out;
  for (const PdfWord& word : words) {
    EXPECT_EQ(word.char_left.size(), word.text.size());
    EXPECT_NEAR(word.box.right, word.char_right.back(), 1e-9);
    out.push_back(word.text);
  }
  return out;
}

TEST(RaisedWords, AreNoDigitsOfTheNumberBefore) {
  // An amount with the mark of a footnote, as Word (0.65 letters, a third higher) and LibreOffice
  // (0.58) set it, wherever poppler lists the mark; an exponent.
  EXPECT_THAT(joined({written(100, 50, 10, U"45.60"), written(125, 46.7, 6.5, U"2")}),
              testing::ElementsAre(U"45.60²"));
  EXPECT_THAT(joined({written(125, 46.7, 5.8, U"12"), written(300, 50, 10, U"7"),
                      written(100, 50, 10, U"45.60")}),
              testing::ElementsAre(U"7", U"45.60¹²"));
  EXPECT_THAT(
      joined({written(100, 50, 10, U"10"), written(110, 46, 6, U"6"), written(114, 50, 10, U"8")}),
      testing::ElementsAre(U"10⁶", U"8"));
}

TEST(RaisedWords, OfLettersAreAsTheyAreWritten) {
  EXPECT_THAT(joined({written(100, 50, 10, U"400m"), written(120, 46.7, 6.5, U"3")}),
              testing::ElementsAre(U"400m3"));
}

TEST(RaisedWords, AreNeitherSmallerFiguresOfTheLineNorOfAnotherNorApart) {
  EXPECT_EQ(joined({written(100, 50, 10, U"45.6"), written(120, 50, 6.5, U"2")}).size(), 2U)
      << "on the same line of writing";
  EXPECT_EQ(joined({written(100, 50, 10, U"45.6"), written(120, 47, 10, U"2")}).size(), 2U)
      << "of the same size";
  EXPECT_EQ(joined({written(100, 50, 10, U"45.6"), written(125, 46.7, 6.5, U"2")}).size(), 2U)
      << "half a letter behind";
  EXPECT_EQ(joined({written(100, 50, 10, U"45.6"), written(120, 36, 6.5, U"2")}).size(), 2U)
      << "on the line above";
  EXPECT_EQ(joined({written(100, 50, 10, U"45.6"), written(120, 53, 6.5, U"2")}).size(), 2U)
      << "lower";
}

}  // namespace
}  // namespace budgetdiff::import
