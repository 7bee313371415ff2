#pragma once

/// What print puts on every page: page numbers, running heads and feet.

#include "import/page/page_content.hpp"

#include <string_view>
#include <vector>

namespace budgetdiff::import {

/// What a browser prints above and below each page: the day, the time and the page's title, its
/// address and number.
[[nodiscard]] bool is_browser_line(std::u32string_view line);

/// Takes the lines out that say that a table goes on (续表) and nothing else, wherever they stand.
void drop_continued_marks(std::vector<PdfPage>& pages);

/// Takes page numbers, browsers' lines, and lines that several pages repeat at one height in
/// the pages' margins, out of them, but for a running head's first appearance, titles,
/// labels (部门名称：…) and headers of tables: those say what a table is.
void drop_furniture(std::vector<PdfPage>& pages);

}  // namespace budgetdiff::import
