#pragma once

/// Labels that stand with their values in one cell: `项目名称：巡查　预算金额：3.00万元` over the
/// whole width of a table.

#include "import/table/grid.hpp"

#include <cstddef>
#include <vector>

namespace budgetdiff::import {

/// A label and its value as cells of their own, in the place of the cell that has both.
struct SaidLabel {
  Cell label;
  Cell value;
};

/// What a cell says that begins with a label: its labels with their values, blank ones left
/// out. Wide gaps and line ends part them; a goal goes on to the line's end. Empty where the
/// cell begins otherwise.
[[nodiscard]] std::vector<SaidLabel> said_labels(const Cell& cell);

/// Whether labels begin with that of a project's name.
[[nodiscard]] bool begin_project(const std::vector<SaidLabel>& said);

/// Whether a row says a project's name in this way, first of all it holds.
[[nodiscard]] bool says_project(const Grid& grid, std::size_t row);

}  // namespace budgetdiff::import
