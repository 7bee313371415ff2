/// Labels of forms that the end of a page breaks.

#include "import/table/cut_labels.hpp"

#include "page_words.hpp"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace budgetdiff::import {
namespace {

using Rows = std::vector<std::vector<std::u32string>>;

Grid grid_of(const Rows& rows, int page) {
  Grid grid(rows.size(), rows.front().size());
  grid.place.page = page;
  for (std::size_t c = 0; c <= grid.columns(); ++c) {
    grid.edges.push_back(100.0 * static_cast<double>(c));
  }
  for (std::size_t r = 0; r < rows.size(); ++r) {
    for (std::size_t c = 0; c < rows[r].size(); ++c) {
      Cell cell;
      cell.row = r;
      cell.column = c;
      if (!rows[r][c].empty()) {
        cell.lines.push_back({rows[r][c], {}});
      }
      grid.add(std::move(cell));
    }
  }
  return grid;
}

/// The texts of two pages, their ends mended.
std::pair<Rows, Rows> mended(const Rows& above, const Rows& below) {
  std::vector<Block> blocks;
  blocks.emplace_back(grid_of(above, 1));
  blocks.emplace_back(grid_of(below, 2));
  mend_cut_labels(blocks);
  return {test::texts(std::get<Grid>(blocks[0])), test::texts(std::get<Grid>(blocks[1]))};
}

TEST(CutLabels, AreOneWithTheAmountAbove) {
  EXPECT_EQ(mended({{U"资金总额", U"66.00"}, {U"一般公共预", U"66.00"}},
                   {{U"算资金", U""}, {U"政府性基金", U"0.00"}}),
            (std::pair<Rows, Rows>{{{U"资金总额", U"66.00"}, {U"一般公共预算资金", U"66.00"}},
                                   {{U"", U""}, {U"政府性基金", U"0.00"}}}));
}

TEST(CutLabels, AreOneWithTheAmountBelow) {
  EXPECT_EQ(mended({{U"项目名称", U"巡查"}, {U"资金总", U""}},
                   {{U"额", U"66.00"}, {U"其他资金", U"0.00"}}),
            (std::pair<Rows, Rows>{{{U"项目名称", U"巡查"}, {U"资金总额", U"66.00"}},
                                   {{U"", U""}, {U"其他资金", U"0.00"}}}));
}

TEST(CutLabels, AreNoneWhereBothHaveAmountsOrTheHalfIsWhole) {
  const Rows known{{U"项目名称", U"巡查"}, {U"财政拨款", U"66.00"}};
  const Rows rest{{U"（万元）", U""}};
  EXPECT_EQ(mended(known, rest), (std::pair<Rows, Rows>{known, rest}));
  const Rows half{{U"项目名称", U"巡查"}, {U"资金总", U"66.00"}};
  const Rows both{{U"额", U"60.00"}};
  EXPECT_EQ(mended(half, both), (std::pair<Rows, Rows>{half, both}));
}

}  // namespace
}  // namespace budgetdiff::import
