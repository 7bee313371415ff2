#pragma once

/// Points of a goal's text that are called goals themselves (目标 1：…; 目标 2：…), which print parts
/// like a label and what it says.

#include "import/page/goal_labels.hpp"

#include <vector>

namespace budgetdiff::import {

/// Joins 目标 | 1：… where 目标 stands where the text's other lines begin, or behind what stands at
/// their side; where these begin further right it is a label, or the end of one (总体 | 目标).
/// REQUIRES: no line is empty
void join_numbered_goals(std::vector<Pieces>& lines);

}  // namespace budgetdiff::import
