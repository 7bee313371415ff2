#pragma once

/// Letters whose fonts do not say what they are.

#include "import/page/page_content.hpp"

#include <vector>

namespace budgetdiff::import {

/// What poppler gives for glyphs whose font says nothing of their letters: their numbers,
/// which often are those of control characters.
[[nodiscard]] bool is_no_letter(char32_t c);

/// Whether a page has texts of nothing else, as where the font of its figures alone says nothing: a
/// single one may be an ornament.
[[nodiscard]] bool has_unnamed_texts(const std::vector<PdfWord>& words);

}  // namespace budgetdiff::import
