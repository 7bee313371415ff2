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
};

/// A row whose parts stand where those of another row of its page should.
struct DisputedRow {
  std::size_t row = 0;
  std::size_t by_parts = 0;  ///< which row it would be if the parts were in order
};

struct AmountsOfRows {
  std::vector<std::size_t> sum;  ///< of 合计, its total first; empty where there is none
  std::vector<RowAmounts> rows;
  std::vector<std::vector<DisputedRow>> disputed;  ///< by page, where the orders differ
};

/// `name_rows` are those of the names' pieces (rows_of()). Every amount must be of the sum,
/// of the department or of one row, every total the sum of its parts and the sum that of
/// the totals; nothing where there is no such way, or more than one.
[[nodiscard]] std::optional<AmountsOfRows> amounts_of_rows(const ColumnText& text,
                                                           const PieceLabels& labels,
                                                           const std::vector<RowSpan>& spans,
                                                           const std::vector<int>& name_rows,
                                                           int count);

}  // namespace budgetdiff::import
