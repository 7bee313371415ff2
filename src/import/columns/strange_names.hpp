#pragma once

/// Pieces that were taken for names and stand where no name can.

#include "import/columns/column_text.hpp"
#include "import/columns/piece_labels.hpp"
#include "import/columns/piece_rows.hpp"

#include <cstddef>
#include <vector>

namespace budgetdiff::import {

/// The fewest pieces of names without which each of `count` rows has its own within the spans, in
/// order; of those alone that stand in a flow of goals or lists, as a line's words that print puts
/// out of their place do. None where that is a piece in five rows or more, or where no choice does.
[[nodiscard]] std::vector<std::size_t> strange_names(const ColumnwiseText& text,
                                                     const PieceLabels& labels,
                                                     const std::vector<RowSpan>& spans, int count);

/// The piece that is the whole name of a row, has no amount behind it and stands where a goal of
/// its flow is open, without which names go to rows much better; pieces.size() where there is none.
[[nodiscard]] std::size_t stranger_among(const ColumnwiseText& text, const PieceLabels& labels,
                                         const std::vector<RowSpan>& spans,
                                         const RowsOfPieces& names, int count);

}  // namespace budgetdiff::import
