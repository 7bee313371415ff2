#pragma once

/// Forms of two projects beside each other in one table: 项目名称 | 甲 | 项目名称 | 乙, and below
/// them the same labels twice.

#include "import/table/grid.hpp"

#include <vector>

namespace budgetdiff::import {

/// Parts such tables into one for each form, the left one first, with the rows above them. A
/// table stays whole where a cell lies across the place between the forms.
void part_forms_beside(std::vector<Block>& blocks);

}  // namespace budgetdiff::import
