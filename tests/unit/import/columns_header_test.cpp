/// Headers of two levels in text that gives a table column by column.

#include "import/columns/column_text.hpp"
#include "import/columns/header_money.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <vector>

namespace budgetdiff::import {
namespace {

using Texts = std::vector<std::string>;

std::optional<ColumnwiseText> text_of(const std::string& text) {
  const auto lines = source_lines(text, "x.txt");
  return lines ? column_text(*lines) : std::nullopt;
}

/// The words of a text's cells, a blank between them.
std::string cell_words(const ColumnwiseText& text) {
  std::string out;
  for (const ColumnLine& line : text.lines) {
    for (const ColumnWord& word : line.words) {
      out += (out.empty() ? "" : " ") + to_utf8(word.text);
    }
  }
  return out;
}

std::size_t sums_in(const ColumnwiseText& text) {
  std::size_t out = 0;
  for (const ColumnLine& line : text.lines) {
    out += line.kind == ColumnLine::Kind::sum ? 1U : 0U;
  }
  return out;
}

const std::string rest =
    "\n绩效目标\n\n绩效指标\n\n保障桥梁安全。\n1、产出指标；数量指标；座数。\n";

TEST(HeaderMoney, HasOneTotalWhereAGroupHeadsIt) {
  EXPECT_EQ(money_columns({U"预算数", U"小计", U"财政拨款", U"其他资金"}),
            (Texts{"预算数", "财政拨款", "其他资金"}));
  EXPECT_EQ(money_columns({U"资金来源", U"小计", U"财政专户", U"其他资金", U"拨款"}),
            (Texts{"合计", "财政专户拨款", "其他资金"}));
  EXPECT_EQ(money_columns({U"项目", U"预算", U"合计", U"财政拨款"}), (Texts{"合计", "财政拨款"}));
}

TEST(ColumnHeader, MayHaveAGroupAboveItsColumnsOfMoney) {
  for (const std::string group : {"预算数", "资金来源", "项目预算"}) {
    const auto text = text_of(
        group + "\n项目名称\n小计 财政拨\n款\n合计\n3.00 3.00\n\n桥梁检测\n\n3.00\n\n3.00\n" +
        rest);
    ASSERT_TRUE(text) << group;
    EXPECT_EQ(text->money.size(), 2U) << group;
    EXPECT_EQ(sums_in(*text), 1U) << group;
  }
}

TEST(ColumnHeader, HasTheTotalThatStandsInALineOfItsWords) {
  // The first 合计 is the label of a row, whose amounts come in another flow.
  const auto text = text_of(
      "项目名称\n合计\n\n资金来源\n财政专户 其他资\n合计 财政拨款\n拨款\n金\n3.00 "
      "3.00\n\n桥梁检测\n\n3.00\n\n3.00\n" +
      rest);
  ASSERT_TRUE(text);
  EXPECT_EQ(text->money, (Texts{"合计", "财政拨款", "财政专户拨款", "其他资金"}));
  EXPECT_EQ(sums_in(*text), 1U);
}

TEST(ColumnHeader, TakesARowOfAPartSumForNoHeader) {
  const auto text =
      text_of("项目名称\n总计\n财政拨款\n桥梁检测\n3.00\n3.00\n小计\n3.00 3.00\n" + rest);
  ASSERT_TRUE(text);
  bool there = false;
  for (const ColumnLine& line : text->lines) {
    there = there || (!line.words.empty() && line.words.front().text == U"小计");
  }
  EXPECT_TRUE(there);
}

TEST(ColumnText, JoinsHeaderWordsThatPrintSpacesOut) {
  const auto text =
      text_of("项目名称 总 计 财 政 拨 款 其 他 资 金\n绩 效 目 标\n绩效指标\n桥梁检测 3.00\n");
  ASSERT_TRUE(text);
  EXPECT_EQ(text->money, (Texts{"总计", "财政拨款", "其他资金"}));
  EXPECT_EQ(cell_words(*text), "桥梁检测 3.00");
}

TEST(ColumnText, PutsTogetherHeaderWordsOfManyPieces) {
  // Spaced letters that go on below, and a column of one letter's width.
  for (const std::string header : {"项目名称 总 计 财政拨 其 他 资\n款 金\n合计 3.00 3.00\n",
                                   "项目名称 总计 财政拨款 其\n他\n资\n金\n合计 3.00 3.00\n"}) {
    const auto text = text_of(header + "绩效目标\n绩效指标\n\n桥梁检测\n");
    ASSERT_TRUE(text);
    EXPECT_EQ(text->money, (Texts{"总计", "财政拨款", "其他资金"})) << header;
    EXPECT_EQ(cell_words(*text), "3.00 3.00 桥梁检测");
  }
}

TEST(ColumnText, FindsABrokenHeaderWordInAFlowOfItsOwn) {
  const auto text =
      text_of("项目名称 总计 财政拨款\n合计 3.00\n\n财政专户拨\n款\n3.00\n\n绩效目标\n绩效指标\n");
  ASSERT_TRUE(text);
  EXPECT_EQ(text->money, (Texts{"总计", "财政拨款", "财政专户拨款"}));
  EXPECT_EQ(cell_words(*text), "3.00 3.00");
}

TEST(ColumnText, FindsTheRestOfBrokenHeaderWordsBehindABracket) {
  const auto behind = text_of(
      "项目名称（资金使 总计 财政专 其他资金\n用单位）\n户拨款\n桥梁检测 3.00 3.00\n\n"
      "绩效目标\n绩效指标\n");
  ASSERT_TRUE(behind);
  EXPECT_EQ(behind->money, (Texts{"总计", "财政专户拨款", "其他资金"}));
  EXPECT_EQ(cell_words(*behind), "桥梁检测 3.00 3.00");
  const auto beside = text_of(
      "项目名称\n（资金使 总计\n财政拨款 财政专\n用单位） 户拨款\n桥梁检测 3.00 3.00\n\n"
      "绩效目标\n绩效指标\n");
  ASSERT_TRUE(beside);
  EXPECT_EQ(beside->money, (Texts{"总计", "财政拨款", "财政专户拨款"}));
  EXPECT_EQ(cell_words(*beside), "桥梁检测 3.00 3.00");
}

TEST(ColumnText, KnowsAHeaderAgainWhereALaterPageDividesItsLinesOtherwise) {
  const auto text = text_of(
      "项目名称 总计 财政拨 其他资金\n款\n桥梁检测 3.00 3.00\n会\n\n绩效目标\n绩效指标\n"
      "\f项目名称 总计\n农村公路 2.00 2.00\n\n财政拨 其他资金\n款\n\n绩效目标\n绩效指标\n");
  ASSERT_TRUE(text);
  EXPECT_EQ(text->money, (Texts{"总计", "财政拨款", "其他资金"}));
  // 会 may be a piece of a header's word, but an empty line parts it from the header.
  EXPECT_EQ(cell_words(*text), "桥梁检测 3.00 3.00 会 农村公路 2.00 2.00");
}

}  // namespace
}  // namespace budgetdiff::import
