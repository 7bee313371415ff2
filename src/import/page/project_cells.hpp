#pragma once

/// The cells of projects in a table with a row an indicator: which rows each spans, where no bands
/// of text say it.

#include "import/page/row_grid.hpp"
#include "import/page/row_table.hpp"
#include "import/page/ruled_lines.hpp"

#include <vector>

namespace budgetdiff::import {

/// Places what has one cell a project. `doubts` says how unlikely a project begins in each row, as
/// the categories tell; empty where they do not. `dividers` are lines of the page between its rows.
/// REQUIRES: there are rows, with their edges
void place_projects(const RowTable& table, std::vector<double> doubts,
                    const std::vector<Rule>& dividers, RowGrid& grid);

}  // namespace budgetdiff::import
