/// What a document's columns show of their words, in text that keeps its columns.

#include "text_lines.hpp"

#include "import/page/column_words.hpp"

#include <gtest/gtest.h>

#include <cstddef>
#include <string>
#include <vector>

namespace budgetdiff::import {
namespace {

TEST(ColumnWords, KnowHowTheTextsOfAColumnBegin) {
  const std::vector<PdfWord> words = words_of(
      "清淤长度     反映清淤长度的情况\n"
      "护坡处数     反映护坡处数的情况\n"
      "验收合格率    反映验收合格率的情况\n"
      "完工时间     反映完工时间的情况\n"
      "防洪能力     反映防洪能力的情况\n");
  std::vector<std::size_t> column;
  for (std::size_t w = 0; w < words.size(); ++w) {
    column.push_back(w % 2);
  }
  ColumnWords known;
  known.add(words, column, 2);
  known.settle();
  EXPECT_TRUE(known.begins(U"反映泵站数量的", 1));
  EXPECT_FALSE(known.begins(U"反映泵站数量的", 0));
  // Names begin each otherwise, and two letters are no beginning of a text.
  EXPECT_FALSE(known.begins(U"清淤方量", 0));
  EXPECT_FALSE(known.begins(U"反映", 1));
}

}  // namespace
}  // namespace budgetdiff::import
