/// Pages that show the columns of one table beside each other.

#include "import/pdf/pages_beside.hpp"

#include "import/pdf/ruled_tables.hpp"
#include "import/pdf/turned_places.hpp"
#include "page_words.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace budgetdiff::import {
namespace {

using testing::ElementsAre;

using test::word;

/// A ruled page: `texts` row by row, from x 50 on, in columns of 120 points.
PdfPage page_of(int number, const std::vector<double>& ys,
                const std::vector<std::vector<std::u32string>>& texts) {
  PdfPage page;
  page.number = number;
  page.width = 600;
  page.height = 800;
  const double right = 50 + 120 * static_cast<double>(texts.front().size());
  for (const double y : ys) {
    page.rules.horizontal.push_back({y, 50, right});
  }
  for (double x = 50; x <= right; x += 120) {
    page.rules.vertical.push_back({x, ys.front(), ys.back()});
  }
  for (std::size_t r = 0; r < texts.size(); ++r) {
    for (std::size_t c = 0; c < texts[r].size(); ++c) {
      if (!texts[r][c].empty()) {
        page.words.push_back(
            word(55 + 120 * static_cast<double>(c), (ys[r] + ys[r + 1]) / 2, texts[r][c]));
      }
    }
  }
  return page;
}

const std::vector<double> first_rows{100, 120, 150, 190};
const std::vector<double> last_rows{100, 120, 170, 185, 230};

const std::vector<std::u32string> left_head{U"项目名称", U"金额", U"绩效目标"};
const std::vector<std::u32string> right_head{U"三级指标", U"指标值"};

std::vector<std::vector<std::vector<std::u32string>>> tables(const std::vector<PdfPage>& pages) {
  std::vector<std::vector<std::vector<std::u32string>>> out;
  for (const PdfPage& page : pages) {
    std::vector<PdfWord> rest;
    for (const auto& [box, grid] : ruled_tables(page, rest)) {
      out.push_back(test::texts(grid));
    }
  }
  return out;
}

TEST(PagesBeside, AreOneWhereTheirRowsAreTheSame) {
  std::vector<PdfPage> pages{
      page_of(1, first_rows, {left_head, {U"桥", U"1.00", U"检测。"}, {U"灯", U"2.00", U"更换。"}}),
      page_of(2, last_rows, {left_head, {U"路", U"3.00", U"养护。"}, {}, {}}),
      page_of(3, first_rows, {right_head, {U"检测次数", U"3次"}, {U"更换数量", U"5盏"}}),
      page_of(4, last_rows, {right_head, {U"养护里程", U"4公里"}, {U"合格率", U"95%"}, {}}),
      page_of(5, {100, 130}, {{U"说明", U"无"}})};
  EXPECT_EQ(join_pages_beside(pages), 4U);
  ASSERT_EQ(pages.size(), 3U);
  EXPECT_EQ(tables(pages)[0][1],
            (std::vector<std::u32string>{U"桥", U"1.00", U"检测。", U"检测次数", U"3次"}));
  EXPECT_EQ(tables(pages)[1][2], (std::vector<std::u32string>{U"", U"", U"", U"合格率", U"95%"}));
  EXPECT_EQ(pages[2].number, 3) << "those that follow are numbered anew";
  EXPECT_EQ(pages[2].parts.front().number, 5);
}

TEST(PagesBeside, ComeRowByRowAndRepeatTheirFirstColumn) {
  std::vector<PdfPage> pages{
      page_of(1, first_rows, {left_head, {U"桥", U"1.00", U"检测。"}, {U"灯", U"2.00", U"更换。"}}),
      page_of(2, first_rows,
              {{U"项目名称", U"三级指标", U"指标值"},
               {U"桥", U"检测次数", U"3次"},
               {U"灯", U"更换数量", U"5盏"}}),
      page_of(3, last_rows, {{U"路", U"3.00", U"养护。"}, {}, {}, {}}),
      page_of(4, last_rows, {{U"路", U"养护里程", U"4公里"}, {}, {}, {}})};
  EXPECT_EQ(join_pages_beside(pages), 4U);
  ASSERT_EQ(pages.size(), 2U);
  EXPECT_EQ(tables(pages)[1][0],
            (std::vector<std::u32string>{U"路", U"3.00", U"养护。", U"养护里程", U"4公里"}));
  ImportedDocument document;
  document.tables.emplace_back();
  ProjectPlace project;
  project.place.page = 2;
  project.place.box = Box{430, 130, 480, 140};
  document.tables.front().provenance.projects.push_back(project);
  turn_back(pages, document);
  const Place& place = document.tables.front().provenance.projects.front().place;
  EXPECT_EQ(place.page, 4);
  EXPECT_NEAR(place.box->left, 190, 0.1) << "the second page's first column ends at 170";
}

TEST(PagesBeside, AreNoneWhereAHeaderIsRepeatedOrAnotherTablesBegins) {
  // Rows may all be of one height.
  const std::vector<std::u32string> head{U"项目名称", U"三级指标", U"指标值"};
  std::vector<PdfPage> pages{
      page_of(1, first_rows, {head, {U"桥", U"检测次数", U"3次"}, {U"灯", U"更换数量", U"5盏"}}),
      page_of(2, first_rows, {head, {U"路", U"养护里程", U"4公里"}, {U"渠", U"清淤", U"9里"}}),
      page_of(3, first_rows, {{U"科目", U"本年"}, {U"办公费", U"3.00"}, {U"水费", U"5.00"}}),
      page_of(4, first_rows, {{U"井", U"巡查", U"4次"}, {U"站", U"值班", U"9次"}, {}})};
  EXPECT_EQ(join_pages_beside(pages), 0U);
  EXPECT_EQ(pages.size(), 4U);
  EXPECT_TRUE(pages[3].parts.empty());
}

}  // namespace
}  // namespace budgetdiff::import
