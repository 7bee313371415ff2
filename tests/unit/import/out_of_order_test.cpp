/// What is said of text whose columns stand one after the other.

#include "import/text/out_of_order.hpp"

#include "import/text/source_lines.hpp"

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <vector>

namespace budgetdiff::import {
namespace {

std::vector<Line> lines_of(const std::string& text) {
  auto lines = source_lines(text, "x.txt");
  EXPECT_TRUE(lines);
  return lines ? *lines : std::vector<Line>{};
}

std::optional<HeaderWordsFound> found_in(const std::string& text) {
  return header_words_found(lines_of(text));
}

TEST(OutOfOrder, IsSeenByWordsOfAHeaderInLinesOfTheirOwn) {
  const auto found = found_in(
      "某县文化馆\n项目名称\n图书更新\n讲座\n\n三级指标\n新书数\n讲座数\n\n指标值\n≥20册\n≥3场\n");
  ASSERT_TRUE(found);
  EXPECT_EQ(found->line, 1U);
  EXPECT_FALSE(found->together);
}

TEST(OutOfOrder, IsSeenByWordsThatLinesBreak) {
  const auto found = found_in(
      "项目名\n称\n图书更新\n讲座\n\n三级指\n标\n新书数\n讲座数\n\n年度\n指标值\n≥20册\n≥3场\n");
  ASSERT_TRUE(found);
  EXPECT_EQ(found->line, 0U);
}

TEST(OutOfOrder, KnowsAHeaderThatKeepsItsOrder) {
  const auto found = found_in("项目名称\n图书更新\n一级指标\n二级指标\n三级指标\n指标值\n≥20册\n");
  ASSERT_TRUE(found);
  EXPECT_TRUE(found->together);
}

TEST(OutOfOrder, SeesWordsThatAreBrokenBesideEachOther) {
  const auto found = found_in(
      "项目名称 年度目标\n一级 二级指 三级指标 目标值\n指标 标\n图书更新 多买新书。 "
      "产出 数量指 新书数 ≥20册\n指标 标\n");
  ASSERT_TRUE(found);
  EXPECT_EQ(found->line, 0U);
}

TEST(OutOfOrder, SeesWordsHoweverALineHasThem) {
  // Letters that print spaces out; categories as columns; a cell a line.
  const auto spaced =
      found_in("项 目 名 称 预 算 数 绩 效 目 标 三 级 指 标 指 标 值\n图 书 更 新\n");
  ASSERT_TRUE(spaced);
  EXPECT_TRUE(spaced->together);
  const auto categories = found_in(
      "某县文化馆\n序 项目名称 预算 绩效目标 产出指标 效益指标 满意度\n号 金额 指标\n1 图书更新 "
      "12.00\n");
  ASSERT_TRUE(categories);
  EXPECT_EQ(categories->line, 1U);
  const auto cells = found_in(
      "某县文化馆\n项目名称\n预算数\n绩效目标\n产出指标\n效益指标\n满意度指标\n图书更新\n12.00\n");
  ASSERT_TRUE(cells);
  EXPECT_TRUE(cells->together);
}

TEST(OutOfOrder, IsNotSeenWhereWordsAreFewOrOnDifferentPages) {
  EXPECT_FALSE(found_in("项目名称\n图书更新\n预算数\n12.00\n绩效目标\n丰富馆藏。\n"));
  EXPECT_FALSE(found_in("项目名称\n三级指标\n新书数\n\f指标值\n≥20册\n"));
}

TEST(OutOfOrder, SaysWhereAndWhatToDo) {
  SourceDocument source;
  source.name = "x.txt";
  const auto said = [&](const std::string& text) {
    return in_english(out_of_order(lines_of(text), source));
  };
  EXPECT_EQ(said("图书\n项目名称\n图书更新\n\n三级指标\n新书数\n\n指标值\n≥20册\n"),
            "x.txt:2: the text gives the columns of this table one after the other, so that which "
            "target belongs to which indicator cannot be told; give the PDF itself, or its text by "
            "`pdftotext -layout`");
  EXPECT_EQ(said("图书\n新书数\n≥20册\n"),
            "x.txt: the cells of its table do not come in the order of the rows, so that what "
            "belongs together is lost; give the PDF itself, or its text by `pdftotext -layout`");
}

}  // namespace
}  // namespace budgetdiff::import
