#pragma once

/// Words and ruled lines of a PDF, from page_texts.hpp (poppler) and content_streams.hpp (qpdf).

#include "import/page/page_content.hpp"

#include <budgetdiff/base/result.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace budgetdiff::import {

/// All pages of a PDF. Pages that cannot be read are empty, their numbers in
/// `unreadable`; those whose content did not unpack to its end in `damaged`.
struct PdfContent {
  std::vector<PdfPage> pages;
  std::vector<int> unreadable;
  std::vector<int> damaged;
  std::size_t aslant = 0;  ///< pieces of text that stood aslant (watermarks) and were left out
  std::size_t unseen = 0;  ///< pieces of text that had the page's colour, and were left out
  /// Letters, and those of them that their fonts do not name (no Unicode is known).
  std::size_t letters = 0;
  std::size_t unknown_letters = 0;
  std::vector<int> unnamed;   ///< pages with texts whose fonts do not name their letters
  std::vector<int> pictures;  ///< pages of pictures without any text: scans, mostly
};

/// Errors: not a PDF, broken, encrypted, no text at all (scanned), too large.
[[nodiscard]] Result<PdfContent> read_pdf_pages(std::string_view bytes, const std::string& file);

}  // namespace budgetdiff::import
