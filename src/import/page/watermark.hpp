#pragma once

/// Letters set over a page, aslant or large: watermarks (内部资料, 仅供公开) of office programs.

#include "import/page/page_content.hpp"

#include <cstddef>
#include <set>
#include <string>
#include <vector>

namespace budgetdiff::import {

/// Takes out letters that run neither across nor down the page, and gives how many. A reader
/// of PDFs gives each of them as a word of its own; that they are one text shows in their
/// size, larger than the page's usual one, and in even steps that go along and up (or down)
/// the page at once. Upright text is never touched.
std::size_t drop_watermark(PdfPage& page);

/// Takes out level text that is set over other text, several times as large (样本, 内部资料), and
/// gives it: a title has nothing under it.
[[nodiscard]] std::vector<std::u32string> take_overlaid(PdfPage& page);

/// Takes out large text that other pages have over their text (`overlaid`): where this one has
/// nothing under it a blank or short cell would take it.
void drop_overlaid(PdfPage& page, const std::set<std::u32string>& overlaid);

}  // namespace budgetdiff::import
