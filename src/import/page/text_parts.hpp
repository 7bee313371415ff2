#pragma once

/// What in text that keeps its layout is part of a table, and what stands between
/// and below tables.

#include "import/page/lines.hpp"
#include "import/page/page_content.hpp"
#include "import/table/grid.hpp"

#include <vector>

namespace budgetdiff::import {

/// Of text that keeps its layout, not of a real page.
[[nodiscard]] bool is_text(const std::vector<PdfWord>& words);

/// Takes the lines off the end of a table in text that begin, below a blank line, with
/// prose across its columns (whose `edges` these are).
void cut_prose_below(std::vector<PdfWord>& body, const std::vector<double>& edges,
                     std::vector<PdfWord>& below);

/// Whether there is nothing but titles, and the year below one.
[[nodiscard]] bool only_titles(const std::vector<PdfWord>& words, int page);

/// Adds to a table's doubts the cells below its first row in which a blank parts two
/// Chinese letters: words of two cells, most likely.
void doubt_blanks(Grid& table);

/// The same for the goals of a form (labels in the first column, values in the second).
void doubt_goals(Grid& form);

/// The lines of a column of text; one that wide gaps part is as many lines at one height.
[[nodiscard]] std::vector<PdfLine> text_lines(std::vector<PdfWord> words, int page);

/// Whether text has anything that a row of indicators has: a number or a target.
[[nodiscard]] bool has_figures(const std::vector<PdfWord>& words);

}  // namespace budgetdiff::import
