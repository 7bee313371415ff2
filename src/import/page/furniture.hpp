#pragma once

/// What print puts on every page: page numbers, running heads and feet.

#include "import/page/page_content.hpp"

#include <string_view>
#include <vector>

namespace budgetdiff::import {

/// A page number, alone in its line: 12, - 12 -, 第12页, 12/60, Page 3 of 9.
[[nodiscard]] bool is_page_number(std::u32string_view text);

/// Takes page numbers and lines that several pages repeat at one height out of
/// the pages' margins, but for a running head's first appearance, titles,
/// labels (部门名称：…) and headers of tables: those say what a table is.
void drop_furniture(std::vector<PdfPage>& pages);

}  // namespace budgetdiff::import
