#pragma once

/// How large the letters of a word are.

#include "import/page/page_content.hpp"

namespace budgetdiff::import {

/// The size of a word's letters by their widths: a Chinese one is as wide as it
/// is high, a digit about half of it; signs (≥, %) tell nothing.
[[nodiscard]] double letter_size(const PdfWord& word);

}  // namespace budgetdiff::import
