/// What stands at the left of a form's indicators, printed without lines, and is no column of
/// theirs.

#include "import/page/strip_tables.hpp"

#include "page_words.hpp"

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <vector>

namespace budgetdiff::import {
namespace {

using test::word;

struct FormOfPage {
  std::vector<std::vector<std::u32string>> indicators;
  std::vector<std::vector<std::u32string>> labels;
};

FormOfPage read(const std::vector<PdfWord>& words) {
  PdfPage page;
  page.number = 1;
  page.width = 700;
  page.height = 500;
  page.words = words;
  page.line_step = 13;
  std::optional<StripColumns> columns;
  const auto [above, form, grid] = strip_table(page, words, HeaderKind::performance, columns);
  EXPECT_TRUE(grid && form);
  return grid && form ? FormOfPage{test::texts(*grid), test::texts(*form)} : FormOfPage{};
}

std::vector<PdfWord> with_indicators(std::vector<PdfWord> words) {
  for (PdfWord& more : std::vector<PdfWord>{
           word(150, 140, U"一级指标"), word(250, 140, U"二级指标"), word(350, 140, U"三级指标"),
           word(500, 140, U"指标值"), word(150, 160, U"产出指标"), word(250, 160, U"数量指标"),
           word(350, 160, U"巡查"), word(500, 160, U"≥3次"), word(150, 180, U"效益指标"),
           word(250, 180, U"社会效益指标"), word(350, 180, U"防灾能力"), word(500, 180, U"提升")}) {
    words.push_back(more);
  }
  return words;
}

const std::vector<std::vector<std::u32string>> rows{
    {U"一级指标", U"二级指标", U"三级指标", U"指标值"},
    {},
    {U"产出指标", U"数量指标", U"巡查", U"≥3次"},
    {U"效益指标", U"社会效益指标", U"防灾能力", U"提升"}};

std::vector<std::vector<std::u32string>> filled(std::vector<std::vector<std::u32string>> texts) {
  std::erase_if(texts, [](const auto& row) { return row.empty(); });
  return texts;
}

TEST(SideOfIndicators, HoldsALabelThatIsNoCategory) {
  const FormOfPage form = read(with_indicators(
      {word(30, 100, U"项目名称"), word(150, 100, U"甲项目"), word(30, 118, U"年度绩效目标"),
       word(150, 118, U"做好防汛工作。"), word(30, 170, U"年度目标表")}));
  EXPECT_EQ(filled(form.indicators), filled(rows));
}

TEST(SideOfIndicators, HoldsTheEndOfAGoalsLabelBesideTheHeader) {
  const FormOfPage form = read(
      with_indicators({word(30, 85, U"项目名称"), word(150, 85, U"甲项目"), word(30, 103, U"年度"),
                       word(90, 108, U"全面做好防汛，保障安全度汛；"), word(30, 115, U"总体"),
                       word(90, 120, U"做好宣传。"), word(30, 127, U"目标")}));
  EXPECT_EQ(filled(form.indicators), filled(rows));
  EXPECT_EQ(form.labels.back(), (std::vector<std::u32string>{
                                    U"年度总体目标", U"全面做好防汛，保障安全度汛；做好宣传。"}));
}

}  // namespace
}  // namespace budgetdiff::import
