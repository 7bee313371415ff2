#pragma once

/// Where the columns of a table with lines between its rows only are: its lines' pieces meet there.

#include "import/page/column_rules.hpp"
#include "import/page/level.hpp"
#include "import/page/page_content.hpp"

#include <cstddef>
#include <optional>
#include <vector>

namespace budgetdiff::import {

/// The columns of such a table.
class LevelColumns {
 public:
  /// Those of the table of `levels`, from top to bottom, with those of the page before where it
  /// goes on from there. None where the lines tell none.
  [[nodiscard]] static std::optional<LevelColumns> find(const std::vector<Level>& levels,
                                                        const PdfPage& page,
                                                        const ColumnsBefore& before);

  /// Ascending places, the table's sides among them.
  [[nodiscard]] const std::vector<double>& edges() const { return edges_; }
  [[nodiscard]] double left() const { return left_; }
  [[nodiscard]] double right() const { return right_; }
  /// Whether the table is that of the page before.
  [[nodiscard]] bool goes_on() const { return goes_on_; }
  /// Which column a place is in, or nearest to.
  [[nodiscard]] std::size_t column_of(double x) const;
  /// The same of a word's middle.
  [[nodiscard]] std::size_t column_of(const PdfWord& word) const;
  /// Whether a word's middle stands between the table's sides.
  [[nodiscard]] bool in_width(const PdfWord& word) const;
  /// Whether a word runs over any edge.
  [[nodiscard]] bool crosses_any(const PdfWord& word) const;
  /// Whether a word runs over an edge. An amount is too long for its cell then, and a closing mark
  /// at a line's end hangs over it: half of its room is blank.
  [[nodiscard]] static bool crosses(const PdfWord& word, double edge);

 private:
  LevelColumns() = default;
  [[nodiscard]] bool goes_on_from(const ColumnsBefore& before, const std::vector<Level>& levels,
                                  const PdfPage& page) const;
  [[nodiscard]] bool holds_several_heads(const std::vector<Level>& levels,
                                         const PdfPage& page) const;

  std::vector<double> edges_;
  double left_ = 0;
  double right_ = 0;
  bool goes_on_ = false;
};

/// The words of a page above a table's first line.
[[nodiscard]] std::vector<PdfWord> words_above(const std::vector<Level>& levels,
                                               const PdfPage& page);

}  // namespace budgetdiff::import
