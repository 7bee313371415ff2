#pragma once

/// White strips between columns.

#include "import/page/page_content.hpp"

#include <vector>

namespace budgetdiff::import {

/// The emptiest vertical strip between two places across a page, its middle:
/// where the fewest words stand, and of such places the widest.
[[nodiscard]] double emptiest_strip(double from, double to, const std::vector<PdfWord>& words);

}  // namespace budgetdiff::import
