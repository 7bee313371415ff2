#pragma once

/// Gives the pieces of the columns of names and goals to the rows, whose lists of
/// indicators are known.

#include "import/columns/piece_labels.hpp"

#include <cstddef>
#include <optional>
#include <vector>

namespace budgetdiff::import {

/// The rows that a piece may be of, both included.
struct RowSpan {
  int first = 0;
  int last = 0;
};

/// For each piece the rows it may be of: those whose lists stand beside it or right above
/// and below it in its flow, else those with a list on its page; a piece of a list has its
/// own. Nothing where a list does not begin with its first item.
[[nodiscard]] std::optional<std::vector<RowSpan>> row_spans(const ColumnwiseText& text,
                                                            const PieceLabels& labels);

/// Whether a piece of a name may be the end of the one whose flow follows it: print gives a few
/// letters in a flow of their own, and then lines of a name the last of which is full.
[[nodiscard]] bool ends_name_below(const ColumnwiseText& text, const PieceLabels& labels,
                                   std::size_t piece);

struct RowsOfPieces {
  std::vector<int> rows;     ///< of each piece that was given, in their order
  int cost = 0;              ///< what the way costs
  int margin = 0;            ///< how much worse the next best is, in tenths of a doubt
  std::vector<int> margins;  ///< the same of each row: of ways that give it other pieces
};

/// The rows of the pieces of one column: never falling, each row of [0, count) at least
/// one piece, within the spans, and parted where lines are short and sentences end.
/// Nothing where there is no such way.
[[nodiscard]] std::optional<RowsOfPieces> rows_of(const ColumnwiseText& text,
                                                  const PieceLabels& labels,
                                                  const std::vector<RowSpan>& spans,
                                                  ColumnPiece::Column column, int count);

}  // namespace budgetdiff::import
