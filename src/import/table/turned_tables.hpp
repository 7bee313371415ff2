#pragma once

/// Tables set the other way: the labels of a list down the left, and a column a project.

#include "import/table/grid.hpp"

#include <vector>

namespace budgetdiff::import {

/// Turns such tables, so that each project is a row. They are told by what no form has: every row
/// is a label and as many values, the first is 项目名称 with several names, each label stands there
/// once, and the amounts, or the goals, are several, too.
void turn_tables(std::vector<Block>& blocks);

}  // namespace budgetdiff::import
