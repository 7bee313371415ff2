#pragma once

/// The heights of lines beside a goal, in text that keeps its columns.

#include "import/page/line_blocks.hpp"
#include "import/page/text_projects.hpp"
#include "import/page/text_rows.hpp"

#include <vector>

namespace budgetdiff::import {

/// Lines of one cell of prose are a step apart, however many lines of text print puts between two
/// of them: what stands there on a line of its own stands between them on paper, too. All text has
/// lines equally far apart, so lines beside a goal are closed up to its steps; categories stand in
/// the middle of their rows then. Not where two lines of a row's cell stand there, which are a step
/// apart as well. `bands`: the projects, whose goals are a cell each. `step`: from
/// line to line.
void close_to_prose(const std::vector<TextBand>& bands, double step,
                    std::vector<ColumnText>& columns, std::vector<TextRow>& rows);

}  // namespace budgetdiff::import
