#pragma once

/// The order of the lines of categories in text. Print puts the end of a category that stands a
/// little below prose beside it on the line of that prose, above the category's beginning: 标 |
/// 满意度指.

#include "import/page/line_blocks.hpp"

#include <vector>

namespace budgetdiff::import {

/// Puts lines of categories that nothing begins with, and nothing above waits for, behind the
/// beginning right below them that they make whole.
void order_categories(std::vector<ColumnText>& columns);

}  // namespace budgetdiff::import
