#pragma once

/// The amounts of 合计 in a text that gives a table column by column.

#include "import/columns/piece_labels.hpp"

#include <cstddef>
#include <vector>

namespace budgetdiff::import {

/// The lines of rows of sums.
[[nodiscard]] std::vector<std::size_t> sum_lines(const ColumnwiseText& text);

/// What the amounts of 合计 may be, as pieces: its total is the first behind the first such row,
/// its parts add up to it and are there once for each such row. A table without such a row has
/// one way: none.
[[nodiscard]] std::vector<std::vector<std::size_t>> sum_amounts(const ColumnwiseText& text,
                                                                const PieceLabels& labels);

}  // namespace budgetdiff::import
