#pragma once

/// Letters set aslant over a page: watermarks (内部资料, 仅供公开) of office programs.

#include "import/page/page_content.hpp"

#include <cstddef>

namespace budgetdiff::import {

/// Takes out letters that run neither across nor down the page, and gives how many. A reader
/// of PDFs gives each of them as a word of its own; that they are one text shows in their
/// size, larger than the page's usual one, and in even steps that go along and up (or down)
/// the page at once. Upright text is never touched.
std::size_t drop_watermark(PdfPage& page);

}  // namespace budgetdiff::import
