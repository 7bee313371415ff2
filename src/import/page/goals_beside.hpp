#pragma once

/// The texts of two goals side by side in a form of text that keeps its columns: 实施期目标 |
/// 年度目标.

#include "import/page/goal_labels.hpp"
#include "import/paste/pasted_rows.hpp"

#include <cstddef>
#include <vector>

namespace budgetdiff::import {

struct GoalTexts {
  PastedRow row;  ///< the first goal's text and the second's
  std::vector<Place> doubts;
};

/// The texts in lines [begin, end) below two labels with these middles, but for labels at their
/// side. Doubts are texts that lack their end, and those whose lines may be out of order.
[[nodiscard]] GoalTexts goals_beside(const std::vector<Pieces>& lines, std::size_t begin,
                                     std::size_t end, double first, double second, int page);

/// Whether a line's labels are those of a goal and of what became of it (预期目标 | 实际完成情况),
/// behind the label of both or its first line (年度总体 / 目标).
[[nodiscard]] bool is_goal_and_outcome(const Pieces& line);

/// A row for each of the two, of such labels and the texts below them.
[[nodiscard]] std::vector<PastedRow> goal_and_outcome(const PastedRow& labels,
                                                      const PastedRow& texts);

}  // namespace budgetdiff::import
