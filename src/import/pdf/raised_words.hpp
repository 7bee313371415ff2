#pragma once

/// Words that print sets raised: exponents, marks of footnotes.

#include "import/page/page_content.hpp"

#include <vector>

namespace budgetdiff::import {

/// Puts digits that are smaller and stand higher right behind a word to that word, as
/// add_raised() has it: poppler gives them as a word of their own in the same line, so that
/// 20.00 with the mark of a footnote would be 20.001.
/// REQUIRES: text is level
void join_raised_words(std::vector<PdfWord>& words);

}  // namespace budgetdiff::import
