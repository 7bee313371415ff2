#pragma once

/// Which column each amount of a row belongs to, where blank cells left no
/// trace in the text.

#include "import/text/amount_run.hpp"
#include "import/text/header_row.hpp"

#include <budgetdiff/model/snapshot.hpp>

#include <vector>

namespace budgetdiff::import {

/// The assignment of one row.
struct RowFunding {
  Funding funding;
  bool guessed = false;  ///< another column was possible for one of the amounts
};

/// Assigns the amounts of all rows of a table. The first amount is the total;
/// the others go, in order, where the text's own columns put them, else where
/// the columns' sums (`sum`, may be null) demand it, else leftmost.
[[nodiscard]] std::vector<RowFunding> assign_columns(const std::vector<HeaderColumn>& columns,
                                                     const std::vector<const AmountRun*>& rows,
                                                     const AmountRun* sum);

/// The same for the row of the whole table.
[[nodiscard]] RowFunding assign_sum(const std::vector<HeaderColumn>& columns, const AmountRun& sum);

/// The same for the row of a spending unit, whose amounts are the sums of the
/// rows `below` it: each goes to the column that has this sum, else leftmost.
[[nodiscard]] RowFunding assign_subtotal(const std::vector<HeaderColumn>& columns,
                                         const AmountRun& run, const Funding& below);

}  // namespace budgetdiff::import
