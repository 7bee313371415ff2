#pragma once

/// What a project's money is spent on: a table inside its form (成本构成 | 金额 | 测算依据).

#include "import/table/grid.hpp"
#include "import/table/records.hpp"

#include <cstddef>
#include <optional>
#include <string>

namespace budgetdiff::import {

/// A table of costs: its items are no sources of money and no part of a snapshot, but their sum is
/// the project's total where its form says none.
struct CostTable {
  std::size_t end = 0;             ///< one past its last row
  std::string word;                ///< above its items
  std::optional<MoneyText> total;  ///< of its row 合计 in the column of this year's amounts
};

/// The table of costs whose header is `row`: words, one of them of money, above rows that
/// begin with words nobody knows (保洁服务费) and have amounts below that word. Nothing where the
/// rows are sources (财政拨款), categories or anything else. `unit` is that of the form.
[[nodiscard]] std::optional<CostTable> cost_table_at(const Grid& grid, std::size_t row,
                                                     const std::string& unit);

/// Gives projects without a total that of their costs.
void take_cost_totals(TableRecords& records);

}  // namespace budgetdiff::import
