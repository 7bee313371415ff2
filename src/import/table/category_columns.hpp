#pragma once

/// Columns that categories head (产出指标 | 效益指标 | 满意度指标) and whose cells hold that
/// category's indicators: a few lines 名称≥值.

#include "import/table/columns.hpp"

#include <string>
#include <vector>

namespace budgetdiff::import {

/// Whether categories that stand beside each other in a row head columns: three or more, or
/// two of which the second is none of the first (产出指标 | 数量指标 begins an indicator).
[[nodiscard]] bool are_headings(const std::vector<std::string>& categories);

/// Makes columns that only categories head in a list of projects, two or more of them beside
/// no other columns of indicators, columns of lists.
void take_category_lists(Header& header);

}  // namespace budgetdiff::import
