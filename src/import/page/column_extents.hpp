#pragma once

/// Where the columns of a page of text turn out to be.

#include "import/page/page_content.hpp"
#include "import/page/word_places.hpp"
#include "import/vocabulary.hpp"

#include <cstddef>
#include <vector>

namespace budgetdiff::import {

/// Where the words of each column stand; of one with few words, where it stood, or between its
/// neighbours. Columns of money are known already, and look all alike.
[[nodiscard]] std::vector<Extent> extents_of(const std::vector<PdfWord>& words,
                                             const std::vector<std::size_t>& column,
                                             const std::vector<Role>& roles,
                                             const std::vector<Extent>& before);

}  // namespace budgetdiff::import
