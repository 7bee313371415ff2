#pragma once

/// Words of a goal's text that would be labels elsewhere, which print parts from what follows them
/// like a label from its value: 目标 1：…; 目标 2：…, and 共计 78 人次.

#include "import/page/goal_labels.hpp"

#include <vector>

namespace budgetdiff::import {

/// Joins such a word with what is behind it where it stands where the text's other lines begin, or
/// behind what stands at their side; where these begin further right it is a label, or the end of
/// one (总体 | 目标). REQUIRES: no line is empty
void join_labels_in_text(std::vector<Pieces>& lines);

}  // namespace budgetdiff::import
