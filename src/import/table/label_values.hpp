#pragma once

/// Labels of a form with their values beside them.

#include "import/table/grid.hpp"

#include <cstddef>

namespace budgetdiff::import {

/// The cell beside `label`, or null. Empty cells are values, too, but for those
/// that a merged cell leaves where its span is lost: then the next text that is
/// no label is the value.
[[nodiscard]] const Cell* value_beside(const Grid& grid, const Cell& label);

/// Whether the row holds the label of a project's name with a value beside it, or both
/// in one cell.
[[nodiscard]] bool names_project(const Grid& grid, std::size_t row);

/// Whether a label of a project's name is of a level above another's that stands in its row or the
/// next ones: 一级项目名称 over 二级项目名称. The project is the lowest.
[[nodiscard]] bool names_upper_level(const Grid& grid, const Cell& label);

}  // namespace budgetdiff::import
