/// Tables without lines end where a page begins with another table's title.

#include "import/page/page_blocks.hpp"
#include "page_words.hpp"

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace budgetdiff::import {
namespace {

PdfWord title(std::u32string text) {
  PdfWord out = test::word(0, 30, std::move(text));
  out.size = 16;
  const double width = 16 * static_cast<double>(out.text.size());
  out.box = {350 - width / 2, 20, 350 + width / 2, 40};
  return out;
}

/// How many tables two pages have: one with a header below a title, and one with a row and `second`
/// above it.
std::size_t tables_of(const std::u32string& second) {
  PdfPage page;
  page.number = 1;
  page.width = 700;
  page.height = 500;
  page.words = {title(U"项目支出绩效目标表"),        test::word(20, 80, U"项目名称"),
                test::word(150, 80, U"绩效目标"),    test::word(350, 80, U"三级指标"),
                test::word(500, 80, U"指标值"),      test::word(20, 110, U"清淤"),
                test::word(150, 110, U"疏通河道。"), test::word(350, 110, U"长度"),
                test::word(500, 110, U"≥5公里")};
  PdfPage next = page;
  next.number = 2;
  next.words = {title(second), test::word(20, 80, U"公务接待费"), test::word(150, 80, U"接待费。"),
                test::word(350, 80, U"次数"), test::word(500, 80, U"≥3次")};
  std::optional<StripColumns> columns;
  std::vector<Block> blocks;
  for (const PdfPage& one : {page, next}) {
    add_strip_tables(one, one.words, HeaderKind::performance, columns, blocks);
  }
  std::size_t out = 0;
  for (const Block& block : blocks) {
    out += std::holds_alternative<Grid>(block) ? 1U : 0U;
  }
  return out;
}

TEST(StripTitles, EndATableWhereTheyAreAnothers) {
  EXPECT_EQ(tables_of(U"项目支出绩效目标表"), 2U);
  EXPECT_EQ(tables_of(U"三公经费支出表"), 1U);
}

}  // namespace
}  // namespace budgetdiff::import
