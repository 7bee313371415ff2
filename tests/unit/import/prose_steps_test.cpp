/// The heights of lines beside a goal, in text that keeps its columns.

#include "import/page/prose_steps.hpp"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace budgetdiff::import {
namespace {

constexpr double step = 13;

ColumnText column(Role role, const std::vector<int>& lines) {
  ColumnText out;
  out.role = role;
  for (const int number : lines) {
    PdfLine line;
    line.line.place.line = number;
    line.middle = step * number;
    out.lines.push_back(line);
  }
  return out;
}

TextRow row(int first, int last, std::vector<std::size_t> begin) {
  TextRow out;
  out.line = first;
  out.top = step * first - 5;
  out.bottom = step * last + 5;
  out.middle = (out.top + out.bottom) / 2;
  out.first = std::move(begin);
  return out;
}

TEST(ProseSteps, ALineBetweenTwoOfAGoalStandsBetweenThem) {
  // Line 2 has a name and nothing of the goal.
  std::vector<ColumnText> columns{column(Role::goal, {1, 3, 4}), column(Role::level3, {1, 2, 4})};
  std::vector<TextRow> rows{row(1, 1, {Grid::none, 0}), row(2, 2, {Grid::none, 1}),
                            row(4, 4, {Grid::none, 2})};
  close_to_prose({{1, 5, true, false}}, step, columns, rows);
  EXPECT_DOUBLE_EQ(columns[1].lines[1].middle, 1.5 * step);
  EXPECT_DOUBLE_EQ(columns[0].lines[1].middle, 2 * step);
  EXPECT_DOUBLE_EQ(columns[1].lines[2].middle, 3 * step);
  EXPECT_DOUBLE_EQ(rows[2].middle, 3 * step);
}

TEST(ProseSteps, LinesOfARowsCellAreAStepApartAsWell) {
  std::vector<ColumnText> columns{column(Role::goal, {1, 3}), column(Role::level3, {1, 2})};
  std::vector<TextRow> rows{row(1, 2, {Grid::none, 0})};
  close_to_prose({{1, 4, true, false}}, step, columns, rows);
  EXPECT_DOUBLE_EQ(columns[0].lines[1].middle, 3 * step);
}

TEST(ProseSteps, GoalsOfTwoProjectsSayNothingOfEachOther) {
  std::vector<ColumnText> columns{column(Role::goal, {1, 3}), column(Role::level3, {1, 2, 3})};
  std::vector<TextRow> rows{row(1, 1, {Grid::none, 0}), row(2, 2, {Grid::none, 1}),
                            row(3, 3, {Grid::none, 2})};
  close_to_prose({{1, 3, true, false}, {3, 4, true, false}}, step, columns, rows);
  EXPECT_DOUBLE_EQ(columns[0].lines[1].middle, 3 * step);
}

}  // namespace
}  // namespace budgetdiff::import
