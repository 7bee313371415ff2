#pragma once

/// The letters of columns and numbers of rows that a spreadsheet prints around its cells.

#include "import/page/page_content.hpp"

namespace budgetdiff::import {

/// Takes such headings out of a page's words: a line of nothing but letters in their order
/// (A B C …), and the numbers beside it that go up, left of all else; what a sheet hides is missing
/// among them. Both must be there, as print shows both or none.
void drop_sheet_headings(PdfPage& page);

}  // namespace budgetdiff::import
