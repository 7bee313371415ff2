#pragma once

/// Amounts of a form that stand below their labels: of several stages, years or regions.

#include "import/table/grid.hpp"
#include "import/table/records.hpp"
#include "import/vocabulary.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace budgetdiff::import {

/// What a form's cell means as a label; Role::none where it is too long to be one.
[[nodiscard]] Term label_term(const Cell& cell);

/// The cell below `label`, or null.
[[nodiscard]] const Cell* cell_below(const Grid& grid, const Cell& label);

/// A column of amounts: 年初预算数, 全年预算数 and 全年执行数, 上年度预算安排 and 本年度申请金额,
/// or 2025年, 2026年 and 2027年, above the rows of a form's sources.
struct StageColumn {
  std::size_t column;
  /// "": none that a snapshot knows (上年度实际执行, 申报数 beside 审定数); the word is the key
  std::string_view key;
  std::string word;
  int year;  ///< 0: none
  /// Where it begins and ends on the page; both 0 where grids have no places.
  double left = 0;
  double right = 0;
};

/// The columns that a row of labels heads: two or more stages or years, none with an amount
/// beside it. Empty where `row` is no such row.
[[nodiscard]] std::vector<StageColumn> stage_columns(const Grid& grid, std::size_t row);

/// The same columns in `grid`, the next page's, where columns may have other numbers: those that
/// begin nearest to them. None where one of them is not there. Grids without places keep the
/// numbers.
[[nodiscard]] std::vector<StageColumn> stages_on_page(const Grid& grid,
                                                      const std::vector<StageColumn>& stages);

/// The label of a row of amounts below such labels: what they are of (其中：省级补助资金). Null
/// where the row has none, or no amount of theirs.
[[nodiscard]] const Cell* label_of_stages(const Grid& grid, std::size_t row,
                                          const std::vector<StageColumn>& stages);

/// The amounts of a row below such labels: the totals, or what its label calls them, under its own
/// words where nobody knows them. They are in `unit` where nothing else is said.
[[nodiscard]] std::vector<MoneyText> amounts_of_stages(const Grid& grid, std::size_t row,
                                                       const std::vector<StageColumn>& stages,
                                                       const std::string& unit);

/// The amounts below a label that add up to what it says: one, or one for each of several
/// regions or units, or that of the row in which these say their sum.
[[nodiscard]] std::vector<const Cell*> amounts_below(const Grid& grid, const Cell& label);

}  // namespace budgetdiff::import
