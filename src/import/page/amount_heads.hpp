#pragma once

/// A row of labels in a form of text that keeps its columns, and the amounts in lines below it.

#include "import/page/goal_labels.hpp"
#include "import/paste/pasted_rows.hpp"

#include <cstddef>
#include <optional>
#include <vector>

namespace budgetdiff::import {

/// Which label each of some amounts in one line stands below.
struct DealtAmounts {
  std::vector<std::size_t> labels;
  bool guess = false;  ///< others are hardly less likely
};

/// Amounts dealt to labels in their order, each as near to a middle as can be for all of them;
/// where the first label is a total's, which is never blank, on that side of the middles on which
/// it stands. Amounts end where columns end, labels stand in their middles. REQUIRES: no more
/// amounts than labels
[[nodiscard]] DealtAmounts deal_amounts(const std::vector<Box>& labels, bool total,
                                        const std::vector<Box>& amounts, double letter);

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

  /// The cells of a line of amounts below them, which comes behind so many rows. Nothing where the
  /// line is none such.
  [[nodiscard]] std::optional<AmountsBelow> amounts_below(const Pieces& line, std::size_t rows,
                                                          int page) const;

 private:
  std::vector<Box> boxes_;
  bool total_ = false;  ///< the first of them is that of a total
  std::size_t row_ = 0;
};

}  // namespace budgetdiff::import
