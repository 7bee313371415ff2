/// Tables of pages without lines, read by their white space.

#include "import/page/strip_tables.hpp"

#include "import/page/header_headings.hpp"
#include "import/page/line_blocks.hpp"
#include "import/page/sections.hpp"

#include "import/pdf/unnamed_letters.hpp"
#include "page_words.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

namespace budgetdiff::import {
namespace {

using test::word;
using Texts = std::vector<std::vector<std::u32string>>;

/// The rows of the table that `words` make.
Texts rows_of(const std::vector<PdfWord>& words) {
  PdfPage page = test::blank_page();
  page.words = words;
  page.line_step = 13;
  std::optional<StripColumns> columns;
  const StripTable read = strip_table(page, words, HeaderKind::performance, columns, false);
  return read.table ? test::texts(*read.table) : Texts{};
}

TEST(StripTables, LeaveAGoalWhatRunsOverTheColumnOfCategories) {
  const Texts rows = rows_of(
      {word(50, 100, U"项目名称"), word(120, 100, U"预算数"), word(180, 100, U"绩效目标"),
       word(280, 100, U"一级指标"), word(360, 100, U"三级指标"), word(440, 100, U"指标值"),
       word(280, 130, U"产出指标"), word(360, 130, U"清淤长度"), word(440, 130, U"≥3公里"),
       word(50, 140, U"清淤"), word(120, 140, U"12.00"), word(180, 140, U"疏通河道，保障全年通航"),
       word(280, 150, U"效益指标"), word(360, 150, U"通航能力"), word(440, 150, U"提升")});
  std::u32string goal;
  for (const std::vector<std::u32string>& row : rows) {
    for (const std::u32string& text : row) {
      goal = text.starts_with(U"疏通") ? text : goal;
      EXPECT_TRUE(!text.ends_with(U"指标") || text.size() == 4) << to_utf8(text);
    }
  }
  EXPECT_EQ(goal, U"疏通河道，保障全年通航");
}

TEST(StripTables, GiveEachRowItsComparatorUnderAWordThatNobodyKnows) {
  const Texts rows = rows_of(
      {word(50, 100, U"项目名称"), word(120, 100, U"预算数"), word(180, 100, U"绩效目标"),
       word(280, 100, U"一级指标"), word(360, 100, U"三级指标"), word(440, 100, U"指标值"),
       word(500, 100, U"指标值类型"), word(280, 130, U"产出指标"), word(360, 130, U"清淤长度"),
       word(440, 130, U"3公里"), word(520, 130, U"≥"), word(50, 140, U"清淤"),
       word(120, 140, U"12.00"), word(180, 140, U"疏通河道。"), word(280, 150, U"效益指标"),
       word(360, 150, U"通航次数"), word(440, 150, U"9次"), word(520, 150, U"=")});
  std::vector<std::u32string> signs;
  for (const std::vector<std::u32string>& row : rows) {
    if (!row.empty() && (row.back() == U"≥" || row.back() == U"=")) {
      signs.push_back(row.back());
    }
  }
  EXPECT_EQ(signs, (std::vector<std::u32string>{U"≥", U"="}));
}

TEST(StripTables, KnowAHeadingOverColumnsOfCategories) {
  const std::vector<WordLine> lines{
      {{word(390, 99, U"绩效指标")}, 104, 10},
      {{word(50, 107, U"项目名称"), word(180, 107, U"绩效目标")}, 112, 10},
      {{word(300, 115, U"产出指标"), word(390, 115, U"效益指标"), word(480, 115, U"满意度指标")},
       120,
       10}};
  EXPECT_TRUE(heads_categories(lines));
  const std::vector<WordLine> bare = without_repeated(lines);
  ASSERT_EQ(bare.size(), 2U) << "绩效指标 stands over the columns, and not in that of 效益指标";
  EXPECT_EQ(bare[0].words.size(), 2U);
  EXPECT_EQ(bare[1].words.size(), 3U);
}

TEST(StripTables, TakeTheUnitFromTheHeadingOverTheirMoney) {
  const Texts rows = rows_of(
      {word(50, 107, U"项目名称"), word(160, 94, U"资金（万元）"), word(140, 113, U"合计"),
       word(220, 113, U"财政拨款"), word(300, 107, U"绩效目标"), word(450, 107, U"绩效指标"),
       word(50, 140, U"清淤"), word(140, 140, U"12.00"), word(220, 140, U"12.00"),
       word(300, 140, U"疏通河道。"), word(450, 140, U"1.长度≥3公里"), word(50, 170, U"巡查"),
       word(140, 170, U"3.00"), word(220, 170, U"3.00"), word(300, 170, U"按月巡查。"),
       word(450, 170, U"1.次数≥3次")});
  ASSERT_FALSE(rows.empty());
  EXPECT_EQ(rows[0], (std::vector<std::u32string>{U"项目名称", U"合计（万元）", U"财政拨款",
                                                  U"绩效目标", U"绩效指标"}));
}

TEST(StripTables, HaveHeadersThatOneTallCellBegins) {
  const Texts rows =
      rows_of({word(50, 94, U"序"), word(80, 100, U"项目名称"), word(200, 100, U"预算数"),
               word(300, 100, U"绩效目标"), word(450, 100, U"绩效指标"), word(50, 107, U"号"),
               word(55, 130, U"1"), word(80, 130, U"清淤"), word(200, 130, U"12.00"),
               word(300, 130, U"疏通河道。"), word(450, 130, U"1.长度≥3公里"), word(55, 170, U"2"),
               word(80, 170, U"巡查"), word(200, 170, U"3.00"), word(300, 170, U"按月巡查。"),
               word(450, 170, U"1.次数≥9次")});
  ASSERT_GE(rows.size(), 3U);
  EXPECT_EQ(rows[0], (std::vector<std::u32string>{U"序号", U"项目名称", U"预算数", U"绩效目标",
                                                  U"绩效指标"}));
  EXPECT_EQ(rows[2],
            (std::vector<std::u32string>{U"1", U"清淤", U"12.00", U"疏通河道。", U"1.长度≥3公里"}));
}

TEST(StripTables, HaveHeadersThatATallCellOfMoneyBegins) {
  const Texts rows = rows_of(
      {word(200, 94, U"预算"), word(50, 100, U"项目名称"), word(300, 100, U"绩效目标"),
       word(450, 100, U"绩效指标"), word(200, 107, U"数"), word(50, 130, U"清淤"),
       word(200, 130, U"12.00"), word(300, 130, U"疏通河道。"), word(450, 130, U"1.长度≥3公里")});
  ASSERT_FALSE(rows.empty());
  EXPECT_EQ(rows[0],
            (std::vector<std::u32string>{U"项目名称", U"预算数", U"绩效目标", U"绩效指标"}));
}

TEST(StripTables, HaveHeadersOfAColumnACategory) {
  std::vector<PdfWord> words = {
      word(20, 100, U"项目名称"),  word(80, 100, U"预算数"),    word(140, 100, U"绩效目标"),
      word(220, 100, U"数量指标"), word(290, 100, U"质量指标"), word(338, 100, U"时效指标"),
      word(430, 100, U"社会效益"), word(500, 100, U"满意度"),   word(20, 130, U"清淤"),
      word(80, 130, U"12.00"),     word(140, 130, U"疏通。"),   word(220, 130, U"≥3公里"),
      word(290, 130, U"≥98%"),     word(360, 130, U"5月"),      word(430, 130, U"提升"),
      word(500, 130, U"≥90%")};
  const Texts rows = rows_of(words);
  ASSERT_FALSE(rows.empty());
  EXPECT_EQ(rows[0].size(), 8U);
}

TEST(StripTables, GiveARowWithoutIndicatorsOneOfItsOwn) {
  const Texts rows =
      rows_of({word(50, 100, U"项目名称"),  word(150, 100, U"预算数"),  word(250, 100, U"三级指标"),
               word(400, 100, U"指标值"),   word(50, 130, U"一、本级"), word(150, 130, U"20.00"),
               word(250, 150, U"清淤长度"), word(400, 150, U"≥3公里"),  word(50, 160, U"清淤"),
               word(150, 160, U"12.00"),    word(250, 170, U"合格率"),  word(400, 170, U"≥98%"),
               word(250, 190, U"巡查次数"), word(400, 190, U"≥9次"),    word(50, 190, U"巡查"),
               word(150, 190, U"8.00"),     word(50, 210, U"二、对下"), word(150, 210, U"5.00"),
               word(250, 230, U"乡镇"),     word(400, 230, U"≥6个"),    word(50, 230, U"补助"),
               word(150, 230, U"5.00")});
  const auto row_of = [&](const std::u32string& name) {
    const auto row = std::find_if(rows.begin(), rows.end(), [&](const auto& one) {
      return std::find(one.begin(), one.end(), name) != one.end();
    });
    return row == rows.end() ? std::vector<std::u32string>{} : *row;
  };
  EXPECT_EQ(row_of(U"一、本级"), (std::vector<std::u32string>{U"一、本级", U"20.00"}));
  EXPECT_EQ(row_of(U"清淤"),
            (std::vector<std::u32string>{U"清淤", U"12.00", U"清淤长度", U"≥3公里"}));
  EXPECT_EQ(row_of(U"二、对下"), (std::vector<std::u32string>{U"二、对下", U"5.00"}));
}

TEST(StripTables, LeaveLabelsOfMoneyTheirWholeNumbers) {
  PdfPage page = test::blank_page();
  page.words = {word(50, 100, U"项目名称"),       word(200, 100, U"清淤"),
                word(50, 120, U"年度资金总额"),   word(200, 120, U"45"),
                word(50, 140, U"其中：财政拨款"), word(200, 140, U"30"),
                word(50, 160, U"其他资金"),       word(200, 160, U"15")};
  std::optional<StripColumns> columns;
  const StripTable read = strip_table(page, page.words, HeaderKind::performance, columns, false);
  ASSERT_TRUE(read.form);
  EXPECT_EQ(test::texts(*read.form), (Texts{{U"项目名称", U"清淤"},
                                            {U"年度资金总额", U"45"},
                                            {U"其中：财政拨款", U"30"},
                                            {U"其他资金", U"15"}}));
}

TEST(StripTables, EndAboveTheLineOfThoseWhoSign) {
  PdfPage page = test::blank_page();
  for (const double y : {100.0, 113.0, 126.0, 139.0, 152.0, 165.0, 178.0}) {
    page.words.push_back(word(50, y, U"项目"));
    page.words.push_back(word(250, y, U"完成全年各项工作"));
  }
  std::vector<PdfWord> words = page.words;
  words.push_back(word(50, 200, U"单位负责人：张三"));
  words.push_back(word(250, 200, U"填表人：李四"));
  EXPECT_EQ(sections_of(page, words).size(), 2U);
  // Of a form's row only the label has a colon.
  words.back().text = U"某县水利局站";
  EXPECT_EQ(sections_of(page, words).size(), 1U);
}

TEST(StripTables, LeaveALabelOfMoneyTheAmountBelowIt) {
  // One cell of two lines beside cells of one, in the first row of those that a label heads.
  PdfPage page = test::blank_page();
  page.words = {word(50, 100, U"项目名称"),
                word(150, 100, U"清淤"),
                word(50, 122, U"预算规模及资金"),
                word(150, 122, U"预算数"),
                word(220, 122, U"200.00"),
                word(300, 122, U"财政资金"),
                word(360, 122, U"150.00"),
                word(450, 115, U"其他资金"),
                word(450, 129, U"50.00"),
                word(50, 135, U"用途"),
                word(150, 145, U"用于河道清淤、岸坡整治及管护。")};
  std::optional<StripColumns> columns;
  const StripTable read = strip_table(page, page.words, HeaderKind::performance, columns, false);
  ASSERT_TRUE(read.form);
  const Texts rows = test::texts(*read.form);
  EXPECT_NE(
      std::find(rows.begin(), rows.end(), (std::vector<std::u32string>{U"其他资金", U"50.00"})),
      rows.end());
}

TEST(UnnamedLetters, AreToldWhereTextsHaveNoOthers) {
  // The Chinese font names its letters, that of the figures does not.
  std::vector<PdfWord> words = {word(50, 100, U"清淤"), word(150, 100, U"\x14\x13\x11\x13\x13"),
                                word(50, 120, U"\xFFFD")};
  EXPECT_FALSE(has_unnamed_texts(words)) << "may be an ornament";
  words.push_back(word(150, 120, U"\x15\x13\x11\x13\x13"));
  EXPECT_TRUE(has_unnamed_texts(words));
}

TEST(StripTables, KeepACategoryWithALetterOnEachLineWhole) {
  std::vector<PdfWord> words;
  double y = 100;
  for (const char32_t c : std::u32string(U"可持续影响指标服务对象满意度指标")) {
    words.push_back(word(50, y, {c}));
    y += 13;
  }
  const ColumnText column{Role::level2, lines_of(words, 1)};
  const LineMeasure measure({column}, 13);
  EXPECT_EQ(texts_of(column.lines, measure.labels(column.lines, Role::level2)),
            (std::vector<std::string>{"可持续影响指标", "服务对象满意度指标"}));
}

}  // namespace
}  // namespace budgetdiff::import
