/// Labels of forms that the end of a page breaks.

#include "import/table/cut_labels.hpp"
#include "import/table/cut_form_rows.hpp"

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
  mend_cut_form_rows(blocks);
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

TEST(CutLabels, AreOneBesideALabelThatIsCut) {
  EXPECT_EQ(
      mended({{U"项目名称", U"巡查", U""}, {U"年度预", U"资金总", U"66.00"}},
             {{U"算", U"额", U""}, {U"", U"其他资金", U"0.00"}}),
      (std::pair<Rows, Rows>{{{U"项目名称", U"巡查", U""}, {U"年度预", U"资金总额", U"66.00"}},
                             {{U"算", U"", U""}, {U"", U"其他资金", U"0.00"}}}));
}

TEST(CutLabels, AreNoneWhereBothHaveAmountsOrTheHalfIsWhole) {
  const Rows known{{U"项目名称", U"巡查"}, {U"财政拨款", U"66.00"}};
  const Rows rest{{U"（万元）", U""}};
  EXPECT_EQ(mended(known, rest), (std::pair<Rows, Rows>{known, rest}));
  const Rows half{{U"项目名称", U"巡查"}, {U"资金总", U"66.00"}};
  const Rows both{{U"额", U"60.00"}};
  EXPECT_EQ(mended(half, both), (std::pair<Rows, Rows>{half, both}));
}

TEST(CutFormRows, GoOnBelowABlankLabel) {
  const Rows below{{U"", U"维修", U"", U"（本级）"}, {U"预算", U"66.00", U"类型", U"一次性"}};
  EXPECT_EQ(
      mended({{U"项目名称", U"河道桥梁", U"主管部门", U"水务局"}}, below),
      (std::pair<Rows, Rows>{{{U"项目名称", U"河道桥梁维修", U"主管部门", U"水务局（本级）"}},
                             {{U"", U"", U"", U""}, {U"预算", U"66.00", U"类型", U"一次性"}}}));
  // A label goes on, too; one that is whole has nothing below it.
  EXPECT_EQ(mended({{U"项目名称", U"河道桥梁", U"主管", U"水务局"}},
                   {{U"", U"维修", U"部门", U""}, {U"预算", U"66.00", U"类型", U"一次性"}})
                .first,
            (Rows{{U"项目名称", U"河道桥梁维修", U"主管部门", U"水务局"}}));
  EXPECT_EQ(mended({{U"项目名称", U"河道桥梁", U"主管部门", U"水务局"}},
                   {{U"", U"维修", U"备注", U""}, {U"预算", U"66.00", U"类型", U"一次性"}})
                .first,
            (Rows{{U"项目名称", U"河道桥梁", U"主管部门", U"水务局"}}));
}

TEST(CutFormRows, LeaveAmountsAndIndicatorsToTheirOwnRules) {
  const Rows amount{{U"项目资金", U"66.00"}};
  EXPECT_EQ(mended(amount, {{U"", U"万元"}, {U"预算", U"1.00"}}).first, amount);
  const Rows indicator{{U"一级指标", U"三级指标"}, {U"产出指标", U"清淤"}};
  EXPECT_EQ(mended(indicator, {{U"", U"里程"}, {U"", U"巡查"}}).first, indicator);
}

}  // namespace
}  // namespace budgetdiff::import
