#pragma once

/// Cells of a table whose text runs up or down, beside others whose text is level.

#include "import/page/page_content.hpp"

#include <vector>

namespace budgetdiff::import {

/// Gives the letters of words that run up or down a page the places of their words, so that such a
/// word is in one cell; until then their places are heights. REQUIRES: the page is not turned
void place_standing_words(PdfPage& page);

/// Whether the words of a cell are upright letters that are read downwards: level text has its
/// letters side by side, nearer to each other than its lines are.
[[nodiscard]] bool stands_upright(const std::vector<PdfWord>& words);

/// Puts the words of one cell whose text stands together to one, as it is read: text that is
/// turned, and upright letters below each other in columns from right to left. Of a cell that has
/// room for one letter below another only `upright` says so: whether others of its table's column
/// stand. Level text is left.
void level_standing_text(std::vector<PdfWord>& words, bool upright);

}  // namespace budgetdiff::import
