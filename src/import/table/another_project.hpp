#pragma once

/// Of rows that say a name, an amount and a goal again: whether they are rows of one project, or
/// projects that share all of these.

#include "import/table/columns.hpp"
#include "import/table/grid.hpp"
#include "import/table/list_row.hpp"
#include "import/table/records.hpp"

#include <cstddef>

namespace budgetdiff::import {

/// What the numbers (序号) below a settled header count, in the rows [first_row, end_row). They
/// count projects where one number stands for several rows, or each numbered row begins with the
/// same category: a project's indicators go on to others. They count rows where most numbers stand
/// beside the name above them.
[[nodiscard]] NumbersOf numbers_count(const Header& header, const Grid& grid, std::size_t first_row,
                                      std::size_t end_row);

/// Whether a row with the name, amount and goal of the project above is another project's: its
/// number, code or unit is.
[[nodiscard]] bool is_another_project(const Header& header, const ProjectText& row,
                                      const ProjectText& above);

/// Whether a row in which a merged cell begins with the name of the project above says all that a
/// project's first row does. Where print broke a project's merged cells its indicators go on; those
/// of another begin with the first category again.
[[nodiscard]] bool begins_anew(const ListRow& row, const ProjectText& above);

}  // namespace budgetdiff::import
