#pragma once

/// Words of a page whose text runs up or down it, or stands on its head.

#include "import/page/page_content.hpp"

#include <vector>

namespace budgetdiff::import {

/// Poppler gives such text letter by letter. Letters that touch in one line are one
/// word, as on upright pages, so that labels keep apart from what stands beside them.
/// The words' sizes are the first letter's.
[[nodiscard]] std::vector<PdfWord> joined_words(std::vector<PdfWord> words);

}  // namespace budgetdiff::import
