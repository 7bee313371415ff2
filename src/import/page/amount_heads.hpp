#pragma once

/// A row of labels in a form of text that keeps its columns, and the amounts in lines below it.

#include "import/page/goal_labels.hpp"
#include "import/paste/pasted_rows.hpp"

#include <cstddef>
#include <optional>
#include <vector>

namespace budgetdiff::import {

/// A line of amounts below labels.
struct AmountsBelow {
  PastedRow row;       ///< a cell a label
  bool guess = false;  ///< other labels are hardly less likely
};

/// Rows are counted from one. Threads: one at a time.
class AmountHeads {
 public:
  /// No labels: nothing stands below them.
  AmountHeads() = default;

  /// The labels of that row. REQUIRES: there are some
  AmountHeads(const Pieces& labels, std::size_t row);

  /// Whether they are the last of so many rows, and a piece stands left of them all.
  [[nodiscard]] bool stand_right_of(const FormPiece& piece, std::size_t rows) const;

  /// A row was put above them.
  void move_down() { ++row_; }

  /// The cells of a line of amounts below them, which comes behind so many rows: each stands below
  /// its own, in their order and as near to their middles as can be for all of them, and on the
  /// same side of these as the total does (amounts end where columns end, labels stand in their
  /// middles). Nothing where the line is none such.
  [[nodiscard]] std::optional<AmountsBelow> amounts_below(const Pieces& line, std::size_t rows,
                                                          int page) const;

 private:
  std::vector<Box> boxes_;
  bool total_ = false;  ///< the first of them is that of a total
  std::size_t row_ = 0;
};

}  // namespace budgetdiff::import
