#pragma once

/// Projects of a table without lines that has a row an indicator, by the bands of their lines.

#include "import/page/line_blocks.hpp"
#include "import/page/row_bands.hpp"
#include "import/page/ruled_lines.hpp"
#include "import/page/spanned_cells.hpp"

#include <cstddef>
#include <vector>

namespace budgetdiff::import {

/// Whether a column's cells are one of a project, whatever else it spans.
[[nodiscard]] bool belongs_to_project(Role role);

/// Where each project stands in its band: its amounts, else its name. Below 0 where a band
/// has neither, or is above all `rows`: it holds the rest of the page before. So does, with
/// `continued`, a first one without amounts where others have some.
[[nodiscard]] std::vector<double> project_heights(const std::vector<ColumnText>& columns,
                                                  const std::vector<RowBand>& bands,
                                                  const std::vector<RowBand>& rows, bool continued);

/// How little each row suits each project, as first_rows() takes it: a row beside the lines of
/// another one's texts, or of the rest of the page before, is none of its own. `middles` are the
/// rows'.
[[nodiscard]] RowDoubts rows_of_others(const std::vector<double>& middles,
                                       const std::vector<RowBand>& bands,
                                       const std::vector<double>& heights);

/// The heights of the lines between rows that run over the projects' names.
[[nodiscard]] std::vector<double> divider_heights(const std::vector<ColumnText>& columns,
                                                  const std::vector<Rule>& dividers);

/// Adds to `doubts` that rows beyond a divider of their project are none of its own. `projects` are
/// where each stands. Nothing is added where two of them stand between two dividers.
void add_divided_rows(const std::vector<double>& middles, const std::vector<double>& projects,
                      const std::vector<double>& dividers, RowDoubts& doubts);

/// The project (from 1) of each line; 0 and one more than there are for those of the pages
/// before and behind. `heights` as project_heights() has them.
[[nodiscard]] std::vector<std::size_t> projects_of(const std::vector<PdfLine>& lines,
                                                   const std::vector<RowBand>& bands,
                                                   const std::vector<double>& heights);

}  // namespace budgetdiff::import
