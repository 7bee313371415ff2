#pragma once

/// The text of a PDF's pages as poppler gives it.

#include "import/page/page_content.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace poppler {
class document;
}

namespace budgetdiff::import {

/// What a page shows, and how large it is as displayed.
struct PageText {
  double width = 0;
  double height = 0;
  std::vector<PdfWord> words;  ///< none is empty; text that runs up or down is not turned yet
};

/// The text of each page of `document`, which was read from `pdf`; nothing for those that
/// `wanted` does not have or that poppler cannot read, and all behind `most_words` words.
/// Documents of many pages are read by two threads, each with a document of its own, since
/// nearly all time of reading a PDF is poppler's.
[[nodiscard]] std::vector<std::optional<PageText>> page_texts(const poppler::document& document,
                                                              std::string_view pdf,
                                                              const std::vector<bool>& wanted,
                                                              std::size_t most_words);

}  // namespace budgetdiff::import
