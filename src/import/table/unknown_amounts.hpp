#pragma once

/// Amounts of a form whose labels nobody knows.

#include "import/table/grid.hpp"
#include "import/table/records.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace budgetdiff::import {

/// Where the rows that say a project's money stand in its form: the columns of the labels and
/// their amounts in the last two of them.
struct MoneyRows {
  const Grid* grid = nullptr;
  std::size_t row = 0;
  std::vector<std::size_t> labels;  ///< columns; its amount stands right behind each
  std::size_t row_before = 0;
  std::vector<std::size_t> labels_before;

  /// Remembers a label of money with its amount in one row.
  void see(const Grid& where, const Cell& label, const Cell& value);
};

/// The next cell with a text behind `label` in its row, where its amount would stand: blank ones
/// are left of a merged cell whose span is lost (separated values). Null where another cell reaches
/// into the row before it, or there is none.
[[nodiscard]] const Cell* amount_beside(const Grid& grid, const Cell& label);

/// The amount beside a label that is not known, under the label's own words: in a row that says
/// the project's money (项目当年预算 | 3200.00 | 本级支出 | 2800.00), below such a row in its
/// columns (其中：中央补助 | 700 above 自治区补助 | 300), or beside a label that heads them all.
/// `unit` is that of amounts whose label names none. Nothing where the figure need not be money.
[[nodiscard]] std::optional<MoneyText> unknown_amount(const Grid& grid, const Cell& label,
                                                      const MoneyRows& above,
                                                      const std::string& unit);

/// The amount beside a label that names money in words that nobody knows and has no row of money
/// about it (年度本级预算金额 | 250万): what a form has where no label of it is known. Nothing
/// where no amount stands there.
[[nodiscard]] std::optional<MoneyText> lone_amount(const Grid& grid, const Cell& label,
                                                   const std::string& unit);

/// Gives projects of which no amount is known what lone_amount() found.
void take_lone_amounts(TableRecords& records);

/// Whether a cell names money in words that nobody knows, with its amount beside it: a label
/// beside another that heads them all (项目资金 | 一、市级财政拨款 | 300).
[[nodiscard]] bool labels_amount(const Grid& grid, const Cell& cell);

}  // namespace budgetdiff::import
