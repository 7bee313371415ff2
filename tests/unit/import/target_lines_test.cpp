/// What the lines of a column say of where a target ends.

#include "text_lines.hpp"

#include "import/page/row_cell_costs.hpp"
#include "import/page/target_lines.hpp"

#include <gtest/gtest.h>

#include <map>
#include <string>
#include <vector>

namespace budgetdiff::import {
namespace {

/// A column of the rows whose lines these are.
RowColumn column(Role role, const std::string& text) {
  ColumnText lines;
  lines.role = role;
  std::map<int, std::size_t> index;
  for (const PdfWord& word : words_of(text)) {
    PdfLine line;
    line.line.text = word.text;
    line.line.place.line = word.line;
    index.emplace(word.line, index.size());
    lines.lines.push_back(line);
  }
  return row_column(lines, index);
}

TEST(TargetLines, ANumberWithItsUnitIsWhole) {
  EXPECT_TRUE(are_other_words(U"≥58所", U"校数的情况"));
  EXPECT_TRUE(are_other_words(U"≤2次", U"应急响应时间"));
  EXPECT_FALSE(are_other_words(U"≥58所", U"以上的学校"));
  EXPECT_FALSE(are_other_words(U"≤27个", U"工作日"));
  EXPECT_FALSE(are_other_words(U"逐步增强", U"形成良好氛围"));
  EXPECT_TRUE(holds_two_targets(column(Role::value, "≥58所\n校数的情况\n"), 0, 2));
}

TEST(RowCellCosts, NoCellEndsWithAComma) {
  const RowColumn targets = column(Role::value, "逐步增强，\n形成良好的\n社会氛围\n");
  EXPECT_TRUE(ends_open(targets, 1));
  EXPECT_FALSE(ends_open(targets, 3));
}

TEST(RowCellCosts, ALetterBeforeACategoryMayBeTheNamesAbove) {
  const RowColumn names =
      column(Role::level3, "周边群众对清淤的满意程\n度服务对象满意度\n清淤长度\n");
  EXPECT_TRUE(begins_with_rest(names, 1, 2));
  EXPECT_FALSE(begins_with_rest(names, 2, 3));
  const RowColumn whole = column(Role::level3, "周边群众对清淤的满意度\n服务对象满意度\n");
  EXPECT_FALSE(begins_with_rest(whole, 1, 2));
}

}  // namespace
}  // namespace budgetdiff::import
