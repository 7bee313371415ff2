#pragma once

/// Gives the amounts of a text that gives a table column by column to its rows.

#include "import/columns/piece_rows.hpp"

#include <budgetdiff/model/amount.hpp>

#include <optional>
#include <vector>

namespace budgetdiff::import {

/// The amounts of one row, as pieces: its total and, in the text's order, the parts that
/// add up to it (none in a table with one column of money).
struct RowAmounts {
  std::size_t total = 0;           ///< position in PieceLabels::pieces
  std::vector<std::size_t> parts;  ///< the same
  bool sure = true;                ///< the amounts come as the names do
};

/// A row whose parts stand where those of another row of its page should.
struct DisputedRow {
  std::size_t row = 0;
  std::size_t by_parts = 0;  ///< which row it would be if the parts were in order
};

struct AmountsOfRows {
  std::vector<std::size_t> sum;  ///< of 合计, its total first; empty where there is none
  std::vector<std::optional<RowAmounts>> rows;     ///< nothing of those that cannot be told
  std::vector<std::vector<DisputedRow>> disputed;  ///< by page, where the orders differ
  bool only = true;  ///< no other sum does as well, and no amount is left over
};

/// `name_rows` are those of the names' pieces (rows_of()). Amounts are of the sum, of the
/// department or of one row, totals the sums of their parts, page by page; nothing of a page where
/// there is no such way, or more than one. Of several sums the one that most rows are told with.
[[nodiscard]] AmountsOfRows amounts_of_rows(const ColumnwiseText& text, const PieceLabels& labels,
                                            const std::vector<RowSpan>& spans,
                                            const std::vector<int>& name_rows, int count);

/// Whether nothing is in doubt: every row has amounts, these add up to the sum, and no other way
/// does.
[[nodiscard]] bool all_told(const AmountsOfRows& amounts, const PieceLabels& labels);

}  // namespace budgetdiff::import
