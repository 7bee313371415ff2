#pragma once

/// Lines of text that the end of a page pushes out of their cells.

#include "import/page/lines.hpp"
#include "import/pdf/table_frame.hpp"

#include <vector>

namespace budgetdiff::import {

/// Lines that the page's end pushes into the cell below: its upper rule runs through them, or they
/// lie between the cell's own, and the cell above is blank or goes on with them.
void lift_cut_lines(const TableFrame& frame, int page, AreaWords& words);

/// Whether lines of a cell, from the top, stand over each other, so that what belongs to which is
/// not known.
[[nodiscard]] bool has_overlaid_lines(const std::vector<PdfLine>& lines);

/// Lines below the last rule that go on with a cell of the last row, step by step: the page
/// ends the table before the text, however long it is, and nothing else stands below. They are
/// taken out of `rest`. Where something does, which of both the lines are of is not known: those
/// areas are given back.
[[nodiscard]] std::vector<std::size_t> take_pushed_lines(const TableFrame& frame, int page,
                                                         AreaWords& words,
                                                         std::vector<PdfWord>& rest);

}  // namespace budgetdiff::import
