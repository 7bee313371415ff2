/// Chapters behind the last table of a whole budget's text.

#include "import/text/closing_chapters.hpp"

#include <gtest/gtest.h>

#include <string>

namespace budgetdiff::import {
namespace {

const std::string table =
    "第三部分 2024年部门预算表\n项目支出绩效目标表\n项目名称 总计 绩效目标 绩效指标\n"
    "巡查 3.00 巡查第二部分河道。\n";
const std::string terms = "第四部分  名词解释\n1、财政拨款收入：指本级财政当年拨付的资金。\n";

TEST(ClosingChapters, BelongToNoTable) {
  EXPECT_EQ(before_closing_chapters(table + terms), table);
  EXPECT_EQ(before_closing_chapters(table), table);
}

TEST(ClosingChapters, AreNoneBeforeATableOrInAListOfContents) {
  EXPECT_EQ(before_closing_chapters(terms + table), terms + table);
  EXPECT_EQ(before_closing_chapters(table + terms + table), table + terms + table);
  const std::string contents = "第四部分 名词解释………… 12\n";
  EXPECT_EQ(before_closing_chapters(table + contents), table + contents);
}

}  // namespace
}  // namespace budgetdiff::import
