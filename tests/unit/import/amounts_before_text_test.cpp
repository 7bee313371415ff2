/// Amounts at the right of their column, hard by the text of the next one.

#include "import/page/amounts_before_text.hpp"

#include "page_words.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace budgetdiff::import {
namespace {

using test::word;

/// The edge behind the amounts, which was put at 195, left of where the text begins at 230.
double edge(const std::vector<PdfWord>& body) {
  std::vector<double> edges{0, 100, 195, 400};
  keep_amounts_before_text(edges, 1, body);
  return edges[2];
}

TEST(AmountsBeforeText, BelongToTheColumnBeforeIt) {
  EXPECT_GT(edge({word(178, 50, U"40.00"), word(230, 40, U"完成全年各项任务，"),
                  word(230, 60, U"保障运转。")}),
            220);
}

TEST(AmountsBeforeText, AreNoneWhereTextGoesOnBesideThem) {
  EXPECT_EQ(
      edge({word(178, 50, U"2025"), word(219, 50, U"年重点工作，"), word(178, 60, U"保障运转。")}),
      195);
  // At the beginning of a line, hardly left of the others.
  EXPECT_EQ(
      edge({word(178, 50, U"2025"), word(221, 50, U"年重点工作，"), word(219, 70, U"项任务。")}),
      195);
  // Inside the text.
  EXPECT_EQ(edge({word(230, 50, U"12.00"), word(230, 60, U"保障运转。")}), 195);
}

}  // namespace
}  // namespace budgetdiff::import
