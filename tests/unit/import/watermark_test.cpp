/// Large text set over a page's own.

#include "import/page/watermark.hpp"

#include "page_words.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace budgetdiff::import {
namespace {

using test::word;

/// A word of letters so many points large.
PdfWord large(double x, double y, const std::u32string& text, double size) {
  PdfWord out = word(x, y, text);
  out.size = size;
  out.box = {x, y - size / 2, x + size * static_cast<double>(text.size()), y + size / 2};
  return out;
}

PdfPage page_of(std::vector<PdfWord> more) {
  PdfPage page;
  page.width = 600;
  page.height = 800;
  for (double y = 100; y < 400; y += 20) {
    page.words.push_back(word(100, y, U"完成全年工作"));
    page.words.push_back(word(300, y, U"数量指标"));
  }
  page.words.insert(page.words.end(), more.begin(), more.end());
  return page;
}

TEST(Watermark, IsLargeTextOverOtherText) {
  PdfPage page = page_of({large(90, 250, U"内部", 60), large(230, 250, U"资料", 60)});
  EXPECT_EQ(take_overlaid(page), (std::vector<std::u32string>{U"内部", U"资料"}));
  EXPECT_EQ(page.words.size(), 30U);
}

TEST(Watermark, IsWhatOtherPagesHaveOverTheirText) {
  PdfPage page = page_of({large(90, 40, U"仅供公开", 24), large(90, 80, U"部门预算", 24)});
  drop_overlaid(page, {U"仅供公开"});
  EXPECT_EQ(page.words.size(), 31U);
  EXPECT_EQ(page.words.back().text, U"部门预算");
}

TEST(Watermark, IsNoTitleAndNoTextHardlyLarger) {
  PdfPage page = page_of({large(90, 40, U"部门预算", 40), large(100, 110, U"小计", 20)});
  EXPECT_TRUE(take_overlaid(page).empty());
  EXPECT_EQ(page.words.size(), 32U);
}

}  // namespace
}  // namespace budgetdiff::import
