#pragma once

/// Labels of goals on a line of their own in a form without ruled lines, with their texts below
/// them: 中期目标 | 年度目标.

#include "import/page/form_pieces.hpp"

#include <vector>

namespace budgetdiff::import {

/// Gives what stands below such labels that have no value, side by side or one over a text that
/// begins left of it, to them, down to the next label; what became of a goal (实际完成情况) has its
/// own label beside the goal's. What they get are new pieces of a word or
/// a part of one, at the end; the pieces these were in have no words any more.
void give_goals_below(std::vector<FormPiece>& pieces);

}  // namespace budgetdiff::import
