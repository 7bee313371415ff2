#pragma once

/// Labels of money in a form of text that keeps its columns, whose ends or amounts stand in other
/// lines than they, or nowhere.

#include "import/page/goal_labels.hpp"

#include <set>
#include <vector>

namespace budgetdiff::import {

/// 一般公共预算资 / 金: a label without value that goes on in the next line, perhaps beside
/// the label of its section, is one piece.
void join_money_labels(std::vector<Pieces>& lines);

/// Labels of money one below the other whose amounts print has put below them all, as many as
/// there are labels: each is beside its own. REQUIRES: no line is empty
void join_amounts_below(std::vector<Pieces>& lines);

/// A label of money alone in its line whose amount stands in the next one, behind prose: that is no
/// label, and the amount is put beside its own. REQUIRES: no line is empty
void join_amounts_behind_prose(std::vector<Pieces>& lines);

/// Lines of the text that end with a label of money whose amount is blank: above or below it
/// another has one, or those before it in its line have. REQUIRES: no line is empty
[[nodiscard]] std::set<int> blank_amounts(const std::vector<Pieces>& lines);

}  // namespace budgetdiff::import
