#pragma once

/// Lines of prose in a table of text that keeps its columns, whose ends print has put elsewhere.

#include "import/page/lines.hpp"

#include <vector>

namespace budgetdiff::import {

/// Of two marks side by side print draws one narrow, and may break the line between them: the rest
/// stands behind the next line, which is longer then than the column is wide, or below it (…1次） |
/// ，及时). Where it begins with a mark that no line begins with, and the line before ends with
/// one and has room for it, it is put back. `lines`: those of one column, from top to bottom.
void put_back_rests(std::vector<PdfLine>& lines);

}  // namespace budgetdiff::import
