#pragma once

/// A goal in several rows beside one label: a sentence each, or numbered (目标1 | …, 目标2 | …).

#include "import/table/grid.hpp"

#include <vector>

namespace budgetdiff::import {

struct GoalPart {
  const Cell* number = nullptr;  ///< null where none stands before the text
  const Cell* text = nullptr;
};

/// The texts in the rows that a goal's label spans, from top to bottom. Empty where there are not
/// several, or a row holds anything else: a label, a heading, an amount. On pages a text may as
/// well go on in the next row.
[[nodiscard]] std::vector<GoalPart> goal_parts(const Grid& grid, const Cell& label);

}  // namespace budgetdiff::import
