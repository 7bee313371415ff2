#pragma once

/// Values of two lines in a form of text that keeps its columns, whose label stands between them,
/// in a line of its own.

#include "import/page/goal_labels.hpp"

#include <vector>

namespace budgetdiff::import {

/// Puts a value of two lines beside its label: one line above, one below, which begin at one place
/// behind the label and before the next one (东坪区住房和城乡 / 主管部门 / 建设局). Only where the
/// lines above and below have nothing else. REQUIRES: no line is empty
void join_values_around_labels(std::vector<Pieces>& lines);

}  // namespace budgetdiff::import
