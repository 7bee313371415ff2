/// Words put together into lines.

#include "import/page/lines.hpp"

#include "page_words.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace budgetdiff::import {
namespace {

using test::word;

std::vector<std::u32string> texts(std::vector<PdfWord> words) {
  std::vector<std::u32string> out;
  for (const PdfLine& line : lines_of(std::move(words), 1)) {
    out.push_back(line.line.text);
  }
  return out;
}

TEST(Lines, HoldWordsOfOneHeightNearly) {
  EXPECT_EQ(texts({word(100, 102, U"年"), word(60, 100, U"2024"), word(60, 113, U"次行")}),
            (std::vector<std::u32string>{U"2024年", U"次行"}));
}

TEST(Lines, AreTwoWhereOneStandsOverTheOther) {
  // Print has pushed the last line of a cell onto the first of the next.
  EXPECT_EQ(
      texts({word(60, 100, U"权益。"), word(60, 102.5, U"按照上级统一部"), word(60, 115, U"署，")}),
      (std::vector<std::u32string>{U"权益。", U"按照上级统一部", U"署，"}));
}

}  // namespace
}  // namespace budgetdiff::import
