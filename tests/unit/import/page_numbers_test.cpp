/// The numbers of pages are told however wide the margins are.

#include "import/page/page_numbers.hpp"
#include "import/page/furniture.hpp"
#include "page_words.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace budgetdiff::import {
namespace {

/// The last word of each page, furniture taken out; `numbers` stand a fifth of the page above its
/// end, below a table without lines.
std::vector<std::u32string> last_words(const std::vector<std::u32string>& numbers) {
  std::vector<PdfPage> pages;
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    PdfPage page;
    page.number = static_cast<int>(i) + 1;
    page.width = 800;
    page.height = 500;
    page.words = {test::word(60, 200, U"清淤里程"), test::word(300, 370, U"≥20公里"),
                  test::word(395, 400, numbers[i])};
    pages.push_back(std::move(page));
  }
  drop_furniture(pages);
  std::vector<std::u32string> out;
  for (const PdfPage& page : pages) {
    out.push_back(page.words.back().text);
  }
  return out;
}

TEST(PageNumbers, HaveSignsThatNoFigureHas) {
  using testing::Each;
  EXPECT_THAT(last_words({U"-1-"}), Each(U"≥20公里"));
  EXPECT_THAT(last_words({U"第1页共9页", U"第2页共9页"}), Each(U"≥20公里"));
  EXPECT_THAT(last_words({U"-5"}), Each(U"-5"));
}

TEST(PageNumbers, ThatHaveNoSignsCountPagesAtOnePlace) {
  using testing::Each;
  using testing::ElementsAre;
  EXPECT_THAT(last_words({U"7", U"8", U"9"}), Each(U"≥20公里"));
  EXPECT_THAT(last_words({U"3/12", U"4/12"}), Each(U"≥20公里"));
  // Figures of a table.
  EXPECT_THAT(last_words({U"7", U"20", U"3"}), ElementsAre(U"7", U"20", U"3"));
  EXPECT_THAT(last_words({U"7"}), ElementsAre(U"7"));
}

}  // namespace
}  // namespace budgetdiff::import
