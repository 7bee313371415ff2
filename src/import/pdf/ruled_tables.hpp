#pragma once

/// Tables whose cells are drawn with lines.

#include "import/page/page_content.hpp"
#include "import/table/grid.hpp"

#include <vector>

namespace budgetdiff::import {

/// The tables of a page that have ruled cells, from top to bottom, with their
/// text. `rest` receives the words outside all of them.
/// Sides that print left open (a continued table without its bottom rule, a
/// table without lines at its left and right) are closed where the other
/// lines end. `undrawn`, where given, has the columns of the page before's table whose rows no
/// lines part (undrawn_rows.hpp), and learns those of this page's: it is left out then.
[[nodiscard]] std::vector<std::pair<Box, Grid>> ruled_tables(
    const PdfPage& page, std::vector<PdfWord>& rest, std::vector<double>* undrawn = nullptr);

}  // namespace budgetdiff::import
