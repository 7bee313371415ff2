#pragma once

/// The rows of a table without ruled lines that has a row an indicator: project
/// and categories span as many rows as they have indicators.

#include "import/page/line_blocks.hpp"
#include "import/page/spanned_cells.hpp"
#include "import/table/grid.hpp"

#include <cstddef>
#include <vector>

namespace budgetdiff::import {

/// The cells of `columns` in a grid with `first` rows left free for the header.
/// `continued`: the first rows may belong to a project of the page before. `line_step` is the
/// page's, 0 where it is unknown. `votes`: those of the document's tables, if they are asked.
/// `style`: how text that keeps its columns sets its tables. `dividers`: lines of the page between
/// its rows; those that run over the projects' names part projects.
[[nodiscard]] Grid indicator_rows(std::vector<ColumnText> columns, std::size_t first,
                                  bool continued, double line_step = 0,
                                  DocumentVotes* votes = nullptr, SpanStyle* style = nullptr,
                                  const std::vector<Rule>& dividers = {});

}  // namespace budgetdiff::import
