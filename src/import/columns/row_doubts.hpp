#pragma once

/// Which rows of a table that text gives column by column are a guess.

#include "import/columns/column_text.hpp"
#include "import/columns/piece_labels.hpp"
#include "import/columns/piece_rows.hpp"

#include <cstddef>
#include <vector>

namespace budgetdiff::import {

/// A line with as much that is odd is likely one of another column, or of two.
inline constexpr int most_cost_of_a_line = 40;

class RowDoubts {
 public:
  RowDoubts(const ColumnwiseText& text, const PieceLabels& labels, std::size_t rows)
      : text_(text), labels_(labels), rows_(rows, false) {}

  void add(std::size_t row) { rows_[row] = true; }
  void add_all() { rows_.assign(rows_.size(), true); }

  /// Rows that another way, hardly dearer, would give other pieces.
  void add_margins(const RowsOfPieces& pieces);

  /// Rows whose goal does not stand in one flow of each of its pages.
  void add_torn_goals(const RowsOfPieces& goals);

  /// Rows whose goal's paragraphs do not count up by one: lines stand in another order.
  void add_miscounted_goals(const RowsOfPieces& goals);

  /// Rows with a piece that is much wider than its column, or odd where it stands.
  void add_odd_pieces(const RowsOfPieces& names, const RowsOfPieces& goals,
                      const std::vector<RowSpan>& spans);

  [[nodiscard]] std::vector<std::size_t> rows() const;

 private:
  const ColumnwiseText& text_;
  const PieceLabels& labels_;
  std::vector<bool> rows_;
};

}  // namespace budgetdiff::import
