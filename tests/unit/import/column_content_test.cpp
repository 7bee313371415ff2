/// Columns told by what their cells hold.

#include "import/table/column_content.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace budgetdiff::import {
namespace {

/// What a column that a remark's word heads is taken for, between names and targets.
Role role_of_middle(const std::vector<std::u32string>& middle,
                    const std::vector<std::u32string>& targets) {
  Header header;
  for (const Role role : {Role::level1, Role::level3, Role::remark, Role::annual_target}) {
    header.columns.emplace_back();
    header.columns.back().role = role;
  }
  Grid grid(targets.size(), header.columns.size());
  const auto add = [&](std::size_t row, std::size_t column, const std::u32string& text) {
    Cell cell;
    cell.row = row;
    cell.column = column;
    cell.lines.push_back({text, {}});
    grid.add(std::move(cell));
  };
  for (std::size_t row = 0; row < targets.size(); ++row) {
    add(row, 0, U"产出指标");
    add(row, 1, U"巡查次数");
    add(row, 2, middle[row]);
    add(row, 3, targets[row]);
  }
  infer_columns(header, grid, 0, targets.size());
  return header.columns[2].role;
}

TEST(ColumnContent, OfComparatorsStandsBesideNumbers) {
  EXPECT_EQ(role_of_middle({U"≥", U"不超过"}, {U"30", U"5"}), Role::comparator);
  EXPECT_EQ(role_of_middle({U"≥", U"≤", U"定性"}, {U"30", U"5", U"不超过"}), Role::comparator);
}

TEST(ColumnContent, IsNoComparatorBesideTargetsThatHaveTheirOwn) {
  // A form that a page cuts behind its first row: 半年指标值 beside 全年指标值.
  EXPECT_EQ(role_of_middle({U"不超过"}, {U"不超过"}), Role::remark);
  EXPECT_EQ(role_of_middle({U"≤", U"≤"}, {U"≤30", U"≤5"}), Role::remark);
}

}  // namespace
}  // namespace budgetdiff::import
