#pragma once

/// Projects with a row an indicator that the end of a page cuts: which of the rows before it
/// are whose, and which halves of a row go together.

#include "import/table/columns.hpp"
#include "import/table/list_row.hpp"
#include "import/table/records.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace budgetdiff::import {

/// The category that projects begin with; "" where the first has no rows.
/// REQUIRES: `projects` is not empty.
[[nodiscard]] std::u32string first_category(const std::vector<ProjectText>& projects);

/// Where a page ends inside a project, its name may stand on the next: the last rows, which
/// begin with a category that came before, are the next project's. The first of them, or how
/// many rows the last project has. `row` is the first behind the page's end.
/// REQUIRES: `projects` is not empty; `row` has an indicator.
[[nodiscard]] std::size_t start_of_next_project(const std::vector<ProjectText>& projects,
                                                const ListRow& row);

/// Takes these rows out of the last project.
[[nodiscard]] std::vector<IndicatorText> rows_of_next_project(std::vector<ProjectText>& projects,
                                                              const ListRow& row);

/// Whether the last project, rows without a name at a page's foot, is the rest of the one before:
/// `row`, the first behind the page's end, begins with the category that projects begin with, and
/// these rows are of later ones.
[[nodiscard]] bool is_rest_of_project(const std::vector<ProjectText>& projects, const ListRow& row);

/// Gives the rows of the last project to the one before, with its categories where they have none.
/// REQUIRES: there are two projects
void give_back_rows(std::vector<ProjectText>& projects);

/// Appends the second half of a row that a page cuts to the indicators of the first; false, and
/// nothing done, where it is a row of its own. `full`: the lines above fill their columns;
/// `category_cut`: the page cuts the row's category, too. What then has one name in the columns of
/// the period and of the year is one indicator.
[[nodiscard]] bool append_half_of_row(ProjectText& project, const ListRow& row,
                                      const Header& header, bool full, bool category_cut = false);

}  // namespace budgetdiff::import
