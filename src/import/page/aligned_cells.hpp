#pragma once

/// The cells of a header in text, whose broken words do not stand below each other:
/// print to text keeps the order of a line's words, hardly their places.

#include "import/page/page_content.hpp"

#include <functional>
#include <string>
#include <vector>

namespace budgetdiff::import {

/// The words of the header's lines put together, from left to right: at most one word
/// of a line, of neighbouring lines, in the lines' order, so that the words known to
/// `weight` (0: unknown) weigh most. Nothing where there are too many words.
[[nodiscard]] std::vector<std::vector<PdfWord>> aligned_cells(
    const std::vector<std::vector<PdfWord>>& lines,
    const std::function<double(const std::u32string&)>& weight);

}  // namespace budgetdiff::import
