#pragma once

/// What in text that keeps its layout is part of a table, and what stands between
/// and below tables.

#include "import/page/header_cells.hpp"
#include "import/page/lines.hpp"
#include "import/page/page_content.hpp"
#include "import/table/grid.hpp"

#include <cstddef>
#include <vector>

namespace budgetdiff::import {

/// Of text that keeps its layout, not of a real page.
[[nodiscard]] bool is_text(const std::vector<PdfWord>& words);

/// Takes the lines off the end of a table in text that begin, below a blank line, with
/// prose across its columns (whose `edges` these are).
void cut_prose_below(std::vector<PdfWord>& body, const std::vector<double>& edges,
                     std::vector<PdfWord>& below);

/// Whether there is nothing but titles, and the year and labels of the whole table (预算单位：X局)
/// below one.
[[nodiscard]] bool only_titles(const std::vector<PdfWord>& words, int page);

/// Adds to a table's doubts the cells below its first row in which a blank parts two
/// Chinese letters: words of two cells, most likely.
void doubt_blanks(Grid& table);

/// The same for the goals of a form (labels in the first column, values in the second).
void doubt_goals(Grid& form);

/// The lines of a column of text; one that wide gaps part is as many lines at one height. So is a
/// line of `names` where a blank parts two Chinese words: print writes names that lie close to each
/// other side by side (开工时间 完成时间).
[[nodiscard]] std::vector<PdfLine> text_lines(std::vector<PdfWord> words, int page,
                                              bool names = false);

/// How many cells at the beginning of a header are at the side of a form's table: 绩 above 效, 指
/// and 标, 目标 of the goal's label above.
[[nodiscard]] std::size_t side_cells(const HeaderBand& band);

/// Takes the rest of a header out of a table in text: a first line of nothing but the sum of
/// weights and letters of the label at the side, or one without figures of words that go on with
/// one of the header's and say the same with it (运算符 | 号).
void drop_header_rest(std::vector<PdfWord>& body, const HeaderBand& header);

/// Whether the words of a line number the columns above them: 1 2 3 4 …, one or two of which may
/// stand on a line of their own.
[[nodiscard]] bool numbers_columns(const std::vector<PdfWord>& line);

/// Takes the numbers of columns off the beginning of a table in text.
void drop_column_numbers(std::vector<PdfWord>& body);

/// Whether there may be rows of indicators among words of text: amounts, comparators, percentages,
/// or a line of three cells (a name and two targets that are words).
[[nodiscard]] bool has_rows(const std::vector<PdfWord>& words);

}  // namespace budgetdiff::import
