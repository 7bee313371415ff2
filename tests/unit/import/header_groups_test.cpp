/// Lists without lines whose columns stand under their category.

#include "import/page/form_pairs.hpp"
#include "import/page/strip_tables.hpp"

#include "page_words.hpp"

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <vector>

namespace budgetdiff::import {
namespace {

using test::word;

std::optional<Grid> grid_of(const std::vector<PdfWord>& words) {
  PdfPage page;
  page.number = 1;
  page.width = 700;
  page.height = 500;
  page.words = words;
  page.line_step = 13;
  std::optional<StripColumns> columns;
  return strip_table(page, words, HeaderKind::performance, columns).table;
}

/// 项目 | 名称 in two lines beside the categories, whose columns have headers of one line and two.
std::vector<PdfWord> list(const std::u32string& second) {
  return {word(330, 60, U"绩效指标"), word(20, 74, U"项目"),        word(190, 74, U"产出指标"),
          word(400, 74, second),      word(80, 80, U"绩效目标"),    word(20, 87, U"名称"),
          word(160, 87, U"三级指标"), word(240, 87, U"指标"),       word(360, 93, U"三级指标"),
          word(450, 87, U"指标"),     word(250, 100, U"值"),        word(460, 100, U"值"),
          word(20, 130, U"甲项目"),   word(80, 130, U"保障运转。"), word(160, 130, U"巡查"),
          word(240, 130, U"≥3次"),    word(360, 130, U"满意"),      word(450, 130, U"提升")};
}

TEST(HeaderGroups, HaveTheirCategoriesAboveThem) {
  const std::optional<Grid> grid = grid_of(list(U"效益指标"));
  ASSERT_TRUE(grid);
  const auto texts = test::texts(*grid);
  EXPECT_EQ(texts[0],
            (std::vector<std::u32string>{U"项目名称", U"绩效目标", U"产出指标", U"效益指标"}));
  EXPECT_EQ(texts[1],
            (std::vector<std::u32string>{U"三级指标", U"指标值", U"三级指标", U"指标值"}));
  EXPECT_EQ(grid->at(0, 3)->column, 2U) << "spans its columns";
  EXPECT_TRUE(grid->doubts.empty());
}

TEST(HeaderGroups, HeadWhatStandsNearlyUnderThem) {
  // 产出指标 ends where 指标值 begins; below 效益指标 the words of two columns are hardly apart.
  const std::optional<Grid> grid =
      grid_of({word(20, 60, U"项目名称"), word(80, 60, U"绩效目标"), word(168, 60, U"产出指标"),
               word(304, 60, U"效益指标"), word(145, 74, U"三级指标"), word(209, 74, U"指标值"),
               word(290, 74, U"三级指标"), word(338, 74, U"指标值"), word(20, 100, U"甲项目"),
               word(80, 100, U"保障运转。"), word(145, 100, U"巡查"), word(209, 100, U"≥3次"),
               word(290, 100, U"满意"), word(338, 100, U"提升")});
  ASSERT_TRUE(grid);
  EXPECT_EQ(test::texts(*grid)[0],
            (std::vector<std::u32string>{U"项目名称", U"绩效目标", U"产出指标", U"效益指标"}));
  EXPECT_EQ(test::texts(*grid)[1],
            (std::vector<std::u32string>{U"三级指标", U"指标值", U"三级指标", U"指标值"}));
}

TEST(HeaderGroups, AreNoColumnsBetweenTheirOwn) {
  // The heading of all indicators stands over the white beside the names.
  const std::optional<Grid> grid =
      grid_of({word(250, 60, U"绩效指标"), word(20, 67, U"项目名称"), word(80, 67, U"绩效目标"),
               word(150, 74, U"一级指标"), word(200, 74, U"三级指标"), word(360, 74, U"指标值"),
               word(20, 100, U"甲项目"), word(80, 100, U"保障运转。"), word(150, 100, U"产出指标"),
               word(200, 100, U"巡查河道与水库的次数"), word(360, 100, U"≥3次")});
  ASSERT_TRUE(grid);
  EXPECT_EQ(
      test::texts(*grid)[0],
      (std::vector<std::u32string>{U"项目名称", U"绩效目标", U"一级指标", U"三级指标", U"指标值"}));
  ASSERT_NE(grid->at(2, 3), nullptr);
  EXPECT_EQ(grid->at(2, 3)->packed(), U"巡查河道与水库的次数");
}

TEST(HeaderGroups, AreDoubtedWhereNobodyKnowsWhatHeadsThem) {
  const std::optional<Grid> grid = grid_of(list(U"其余各项"));
  ASSERT_TRUE(grid);
  EXPECT_FALSE(grid->doubts.empty());
}

TEST(HeaderGroups, OpenNoForm) {
  // Of a header of several lines the word beside 项目名称 may be half of one.
  EXPECT_FALSE(opens_form(
      {word(20, 80, U"项目名称"), word(100, 80, U"资金总"), word(200, 80, U"绩效目标")}));
  EXPECT_TRUE(opens_form({word(20, 80, U"项目名称"), word(100, 80, U"河道清淤"),
                          word(200, 80, U"项目编码"), word(300, 80, U"甲乙丙")}));
}

}  // namespace
}  // namespace budgetdiff::import
