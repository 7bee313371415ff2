#pragma once

/// Which cells of a table a word stands in.

#include "import/page/page_content.hpp"
#include "import/pdf/pushed_lines.hpp"
#include "import/pdf/table_frame.hpp"

namespace budgetdiff::import {

/// Deals a word of the table to its cells, `words`. Text of neighbouring cells may have been joined
/// into one; an amount is one cell's, and so is text of which a letter stands on the line between
/// two: it runs over its cell's end, where print may have cut off the rest of it, and is a doubt
/// (TableFrame::broken). Amounts that run into each other or into words (1,234,500.001,234,500.00)
/// are parted behind their two decimals, and a code that no line end breaks
/// (51985807R000009838954-) is the cell's that it begins in. A mark that closes a sentence hangs
/// over its cell's end, no cell begins with one.
void deal_word(const PdfWord& word, TableFrame& frame, AreaWords& words);

}  // namespace budgetdiff::import
