/// Which columns figures are of that stand between two headers.

#include "import/page/money_strips.hpp"
#include "page_words.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace budgetdiff::import {
namespace {

using test::word;

/// 总计, 财政拨款, 专户 in the middle of columns of 0-120, 120-240, 240-300.
const std::vector<Box> heads{{40, 0, 60, 10}, {160, 0, 200, 10}, {260, 0, 280, 10}};
/// As white strips would have them: nearest to the next header.
const std::vector<double> nearest{0, 80, 210, 300};

std::vector<double> edges_of(const std::vector<PdfWord>& body) {
  std::vector<double> edges = nearest;
  keep_figures_right(edges, heads, 0, 2, body);
  return edges;
}

TEST(FiguresOnPages, AtTheRightOfWideColumnsAreOfTheHeaderAtTheirLeft) {
  // Four letters of ten points: 80-120, 212-252 stands before 专户 (260).
  const auto edges = edges_of({word(80, 20, U"1.00"), word(215, 20, U"1.00"), word(80, 40, U"2.00"),
                               word(215, 40, U"2.00")});
  EXPECT_GT(edges[1], 119);
  EXPECT_LT(edges[1], 160);
  EXPECT_GT(edges[2], 254);
  EXPECT_LT(edges[2], 260);
}

TEST(FiguresOnPages, StayWhereTheFirstStandUnderTheirHeader) {
  EXPECT_EQ(edges_of({word(30, 20, U"1.00"), word(215, 20, U"1.00"), word(30, 40, U"2.00"),
                      word(215, 40, U"2.00")}),
            nearest);
  // One alone says nothing.
  EXPECT_EQ(edges_of({word(80, 20, U"1.00"), word(215, 20, U"1.00")}), nearest);
}

PdfWord in_line(double left, int line, std::u32string text) {
  PdfWord out = word(left, 20.0 * line, std::move(text));
  out.line = line;
  return out;
}

TEST(FiguresOfText, AreAGuessBetweenTwoColumnsOfMoney) {
  const std::vector<double> centers{50, 120, 190, 260};
  const auto fits = [&](double third) {
    std::vector<double> edges{0, 85, 155, 225, 300};
    return fit_money_edges(
        edges, centers, 0, 3,
        {in_line(35, 1, U"9.00"), in_line(105, 1, U"5.00"), in_line(third, 1, U"4.00")});
  };
  EXPECT_TRUE(fits(245));
  EXPECT_TRUE(fits(175));
  EXPECT_FALSE(fits(210));
}

TEST(FiguresOfText, ArePushedToTheRightByWideOnesBeforeThem) {
  // A blank behind the total, whose width puts them nearer to the third column.
  std::vector<double> edges{0, 85, 180, 300};
  (void)fit_money_edges(edges, {50, 150, 210}, 0, 2,
                        {in_line(0, 1, U"23,456,789.00"), in_line(140, 1, U"23,456,789.00")});
  EXPECT_LT(edges[1], 140);
  EXPECT_GT(edges[2], 260);
}

TEST(FiguresOfText, MayBeInYuan) {
  std::vector<double> edges{0, 60, 200};
  EXPECT_TRUE(fit_money_edges(edges, {50, 150}, 0, 1,
                              {in_line(20, 1, U"165500"), in_line(75, 1, U"165500")}));
  EXPECT_GT(edges[1], 70);
}

}  // namespace
}  // namespace budgetdiff::import
