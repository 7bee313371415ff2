#pragma once

/// The sentences and words of the page, which asks for them in its language.

#include <vector>

namespace budgetdiff::serving {

/// Every text that assets/page.js says, in English; a test holds the two together.
[[nodiscard]] const std::vector<const char*>& page_words();

}  // namespace budgetdiff::serving
