/// Tables drawn with lines: which words stand in which cell.

#include "import/pdf/ruled_tables.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace budgetdiff::import {
namespace {

using testing::ElementsAre;

constexpr double size = 10;

/// A word of Chinese letters whose middle is at `y`.
PdfWord word(double x, double y, std::u32string text) {
  PdfWord out;
  out.text = std::move(text);
  out.size = size;
  const double width = size * static_cast<double>(out.text.size());
  out.box = {x, y - size / 2, x + width, y + size / 2};
  for (std::size_t i = 0; i < out.text.size(); ++i) {
    out.char_left.push_back(x + size * static_cast<double>(i));
    out.char_right.push_back(x + size * static_cast<double>(i + 1));
  }
  return out;
}

/// A page with every line of a table drawn.
PdfPage page_of(const std::vector<double>& xs, const std::vector<double>& ys) {
  PdfPage page;
  page.number = 1;
  page.width = 600;
  page.height = 800;
  for (const double y : ys) {
    page.rules.horizontal.push_back({y, xs.front(), xs.back()});
  }
  for (const double x : xs) {
    page.rules.vertical.push_back({x, ys.front(), ys.back()});
  }
  return page;
}

/// The texts of a grid, row by row, spanned positions left out.
std::vector<std::vector<std::u32string>> texts(const Grid& grid) {
  std::vector<std::vector<std::u32string>> out(grid.rows());
  for (std::size_t r = 0; r < grid.rows(); ++r) {
    for (std::size_t c = 0; c < grid.columns(); ++c) {
      const Cell* const cell = grid.begins_at(r, c);
      if (cell != nullptr && cell->column == c) {
        out[r].push_back(cell->packed());
      }
    }
  }
  return out;
}

TEST(RuledTables, HoldLinesThatThePageEndPushesOverTheirRule) {
  PdfPage page = page_of({50, 250, 450}, {100, 120, 150});
  page.words = {word(60, 110, U"目标"), word(260, 110, U"说明"),  word(60, 130, U"上半"),
                word(60, 152, U"下半"), word(60, 160, U"注：无"), word(60, 94, U"单位：元")};
  std::vector<PdfWord> rest;
  const auto tables = ruled_tables(page, rest);
  ASSERT_EQ(tables.size(), 1U);
  EXPECT_THAT(texts(tables[0].second),
              ElementsAre(ElementsAre(U"目标", U"说明"), ElementsAre(U"上半下半", U"")));
  ASSERT_EQ(rest.size(), 2U) << "what stands clear of the rules is no part of the table";
}

TEST(RuledTables, GiveALineThatARuleCutsToTheBlankCellAbove) {
  PdfPage page = page_of({50, 250, 450}, {100, 120, 128, 200});
  page.words = {word(60, 110, U"目标"), word(260, 110, U"说明"),   word(60, 131, U"前行之末。"),
                word(60, 155, U"次行"), word(260, 155, U"另一格"), word(60, 168, U"之末。")};
  std::vector<PdfWord> rest;
  const auto tables = ruled_tables(page, rest);
  ASSERT_EQ(tables.size(), 1U);
  EXPECT_THAT(texts(tables[0].second),
              ElementsAre(ElementsAre(U"目标", U"说明"), ElementsAre(U"前行之末。", U""),
                          ElementsAre(U"次行之末。", U"另一格")));
}

}  // namespace
}  // namespace budgetdiff::import
