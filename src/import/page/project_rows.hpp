#pragma once

/// The rows of a table without ruled lines that has a row a project, around its figures.

#include "import/page/lines.hpp"
#include "import/page/strip_columns.hpp"
#include "import/table/grid.hpp"

#include <cstddef>
#include <vector>

namespace budgetdiff::import {

/// Heights of the rows, ascending, by the lines of their figures: amounts where it is a column of
/// `money`, else cells.
[[nodiscard]] std::vector<double> anchors_of(const std::vector<PdfLine>& lines, bool money);

/// Places the cells of each column (`lines`, which are moved from) in the rows of `grid` from
/// `first` on: the row that goes on from the page before, those of `anchors`, and one whose figure
/// stands on the next page. `columns` learn how they end here.
/// REQUIRES: as many of `lines` as there are columns
void place_project_rows(StripColumns& columns, std::vector<std::vector<PdfLine>>& lines,
                        const std::vector<double>& anchors, std::size_t first, Grid& grid);

}  // namespace budgetdiff::import
