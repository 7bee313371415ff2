#pragma once

/// Words of a table in text that look like the beginning of a category and are none.

#include "import/page/page_content.hpp"

#include <vector>

namespace budgetdiff::import {

/// Which words may begin a category and do not, as nothing in the next lines goes on with it: 数
/// at the end of a name; nor is one without 指标 a whole one where nearly all others have it. What
/// a page's end may cut is none of them.
[[nodiscard]] std::vector<bool> false_beginnings(const std::vector<PdfWord>& words);

}  // namespace budgetdiff::import
