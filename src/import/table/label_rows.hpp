#pragma once

/// A row of a form's labels over a row of their amounts: 合计 | 中央财政 | 市县财政 | 其他 over
/// 100.00 | 60.00 | 35.00 | 5.00.

#include "import/table/grid.hpp"

#include <cstddef>
#include <vector>

namespace budgetdiff::import {

struct AmountBelow {
  const Cell* label;
  const Cell* amount;
};

/// The labels of a row with the amounts right below them, where each has one (or a mark that there
/// is none) and some are words that nobody knows: a label at the side says that they are money, or
/// one of them is. Empty where `row` is no such row, or several rows of amounts follow, as of
/// several regions.
[[nodiscard]] std::vector<AmountBelow> amounts_under_labels(const Grid& grid, std::size_t row);

}  // namespace budgetdiff::import
