#pragma once

/// Forms and lists that nobody filled in, as a workbook of forms keeps one for the next project.

#include "import/table/grid.hpp"
#include "import/table/scan.hpp"

#include <budgetdiff/model/finding.hpp>

#include <cstddef>
#include <optional>

namespace budgetdiff::import {

/// Whether a grid is a form's whose 项目名称 has nothing beside it, and neither have its money, its
/// goal and its targets: with categories and a department it is printed. What names no project
/// and is filled in otherwise is none: its name was lost.
[[nodiscard]] bool is_blank_form(const Grid& grid, const GridScan& scan);

/// Whether no text stands below the header in `row` before the grid or its table ends. On a page
/// its rows may stand on the next.
[[nodiscard]] bool is_blank_list(const Grid& grid, const GridScan& scan, std::size_t row);

/// The finding for a table that begins in a place. `form`: it is a form.
[[nodiscard]] Finding blank_table(const Place& place, bool form);

}  // namespace budgetdiff::import
