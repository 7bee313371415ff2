/// Where a cell of text that keeps its columns ends: units, targets, lists. All figures are made
/// up.

#include "import/page/joined_letters.hpp"
#include "import/page/level_spans.hpp"
#include "import/page/list_starts.hpp"
#include "import/page/parted_ends.hpp"
#include "import/page/strip_rows.hpp"
#include "import/page/text_rows.hpp"
#include "import/page/typed_words.hpp"
#include "import/page/word_kinds.hpp"

#include "text_lines.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <gtest/gtest.h>

#include <cstddef>
#include <string>
#include <vector>

namespace budgetdiff::import {
namespace {

/// The lines that begin a row, of text in these columns.
std::vector<int> rows_of(const std::string& text, const std::vector<Role>& roles,
                         const std::vector<double>& edges) {
  std::vector<ColumnText> columns;
  for (std::vector<PdfWord>& words : dealt_words(words_of(text), roles, edges)) {
    columns.push_back({roles[columns.size()], lines_of(std::move(words), 1)});
  }
  std::vector<int> out;
  for (const TextRow& row : text_rows(columns, {}, {}, nullptr)) {
    out.push_back(row.line);
  }
  return out;
}

TEST(TextUnits, OfSeveralPartsAreOneCell) {
  const std::vector<Role> roles{Role::level3, Role::comparator, Role::value,
                                Role::measurement_unit};
  EXPECT_EQ(rows_of("养护里程      ≥     60.5    公里\n"
                    "清扫道路单位  ≤     900     元/公\n"
                    "成本                        里·年\n"
                    "村民出行条件  定性  明显改\n"
                    "                    善\n"
                    "村民满意度    ≥     90      %\n",
                    roles, {0, 140, 200, 280, 360}),
            (std::vector<int>{1, 2, 4, 6}));
}

TEST(TextUnits, AreMeasuredByTheirParts) {
  EXPECT_LT(fit_of(kind_of(U"元/公里·年"), Role::measurement_unit),
            fit_of(kind_of(U"保障村民出行"), Role::measurement_unit));
}

TEST(TextTargets, ThatCompareGoOnWithTheirNumber) {
  const std::vector<Role> roles{Role::level3, Role::value};
  const std::vector<double> edges{0, 260, 400};
  EXPECT_EQ(rows_of("减少渔民损失              ≥30万元\n"
                    "溺水事故起数              较上年下降\n"
                    "                          5%\n"
                    "长效机制                  健全\n"
                    "渔民满意度                ≥90%\n",
                    roles, edges),
            (std::vector<int>{1, 2, 4, 5}));
}

TEST(TextRests, StandBelowTheirBeginning) {
  // On a page that begins with a project's last row 满意度 is no category.
  const std::vector<Role> roles{Role::level1, Role::level2, Role::level3, Role::value};
  const auto dealt = dealt_words(words_of("      游客和沿线村民   ≥82%\n"
                                          "      满意度\n"),
                                 roles, {0, 60, 120, 220, 300});
  EXPECT_TRUE(dealt[0].empty());
  ASSERT_EQ(dealt[2].size(), 2U);
  EXPECT_EQ(dealt[2][1].text, U"满意度");
}

TEST(TextLevels, AreAGuessWhereAProjectsStandAtTheTopAndAllOthersInTheMiddle) {
  const RowHeights rows{{174, 187, 219.5}, {167.5, 180.5, 200, 232.5}, {174, 187, 213}};
  const std::vector<LevelLabel> level1{{174, 174, 174, "产出指标"}, {213, 213, 213, "效益指标"}};
  const std::vector<LevelLabel> level2{{174, 174, 174, "数量指标"},
                                       {213, 213, 213, "社会效益指标"}};
  const std::vector<std::string> names{"修桥座数", "护坡里程", "公众意识"};
  const auto spans = level_spans(rows, level1, level2, names, false, SpanAlign::middle, -6.5);
  ASSERT_TRUE(spans);
  EXPECT_EQ(spans->level2, (std::vector<std::size_t>{0, 1}));
  EXPECT_TRUE(spans->close) << spans->cost;
}

TEST(TextAmounts, AreNoNames) {
  for (const std::u32string_view text : {U"-", U"—", U"12.5%", U"1,2"}) {
    const WordKind kind = kind_of(std::u32string(text));
    EXPECT_LT(fit_of(kind, Role::money), fit_of(kind, Role::project_name)) << to_utf8(text);
  }
  EXPECT_EQ(fit_of(kind_of(U"9%"), Role::goal), 0) << "the end of a line of prose";
}

using Lines = std::vector<std::vector<std::u32string>>;

Lines texts_of(const std::vector<WordLine>& lines) {
  Lines out;
  for (const WordLine& line : lines) {
    out.emplace_back();
    for (const PdfWord& word : line.words) {
      out.back().push_back(word.text);
    }
  }
  return out;
}

Lines parted(const std::string& text) {
  return texts_of(with_parted_ends(header_lines(words_of(text))));
}

TEST(TextHeader, JoinsSpreadLettersByTheirWords) {
  EXPECT_EQ(texts_of(with_letters_joined(header_lines(words_of("项目名称 总 计 财 政 拨 其 他 资\n"
                                                               "         款 金\n")))),
            (Lines{{U"项目名称", U"总计", U"财政拨", U"其他资"}, {U"款", U"金"}}));
  EXPECT_TRUE(with_letters_joined(header_lines(words_of("项目名称 甲 乙\n"))).empty());
}

TEST(TextHeader, PartsTheEndsOfNarrowNeighbours) {
  EXPECT_EQ(parted("序 项目名 合计\n"
                   "号称\n"),
            (Lines{{U"序", U"项目名", U"合计"}, {U"号", U"称"}}));
  EXPECT_TRUE(parted("项目名称 预算\n"
                     "        数\n")
                  .empty());
}

std::vector<PdfLine> list_of(const std::string& text) {
  return lines_of(words_of(text), 1);
}

TEST(ListStarts, AreThoseOfCategoriesWhereNothingIsNumbered) {
  const ListStarts starts =
      list_starts(list_of("产出指标—数量指\n标—株数—≥9株\n产出指标—时效指\n标—工期—3月\n"
                          "产出指标—数量指\n标—里程—≥8里\n满意度指标—满意\n度—村民—≥9成\n"
                          "产出指标—成本指\n标—造价—≤7元\n"));
  EXPECT_FALSE(starts.numbered);
  EXPECT_EQ(starts.may,
            (std::vector<bool>{true, false, true, false, true, false, true, false, true, false}));
  EXPECT_EQ(starts.must, (std::vector<bool>{false, false, false, false, true, false, false, false,
                                            true, false}));
  EXPECT_TRUE(list_starts(list_of("1、产出指标；\n2、效益指标；\n")).numbered);
}

TEST(ListStarts, PartTheCellsOfAColumn) {
  const std::vector<PdfLine> lines = list_of(
      "数量指标：株数，≥9株；\n质量指标：成活率，≥\n9成。\n"
      "数量指标：里程，≥8里；\n时效指标：工期，3月；\n满意度指标：村民满意\n度，≥9成。\n");
  EXPECT_EQ(rows_of_lines(lines, {lines[1].middle, lines[5].middle}, true),
            (std::vector<std::size_t>{1, 1, 1, 2, 2, 2, 2}));
}

TEST(RowsOfLines, BeginWithTheFirstPointOfAText) {
  const std::vector<PdfLine> lines = list_of(
      "保障水质达标，受益农户九百\n户。\n目标1：完成防汛。\n目标2：开展演练。\n目标3：无险情。\n");
  EXPECT_EQ(rows_of_lines(lines, {lines[1].middle, lines[3].middle + 5}, false),
            (std::vector<std::size_t>{1, 1, 2, 2, 2}));
}

TEST(TextNumbers, GoOnWithTheProseABlankBeforeThem) {
  const auto dealt = dealt_words(
      words_of("桥梁修缮   10.50   目标：开展     1、产出指标；数量指标；\n"
               "                   宣传 12      桥梁座数；年度指标值：\n"
               "                   场。         ≥9座。\n"),
      {Role::project_name, Role::money, Role::goal, Role::indicators}, {0, 80, 170, 300, 560});
  ASSERT_EQ(dealt[2].size(), 4U);
  EXPECT_EQ(dealt[2][2].text, U"12");
}

}  // namespace
}  // namespace budgetdiff::import
