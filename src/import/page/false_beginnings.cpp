#include "import/page/false_beginnings.hpp"

#include "import/categories.hpp"
#include "import/vocabulary.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <cstddef>
#include <string>

namespace budgetdiff::import {

std::vector<bool> false_beginnings(const std::vector<PdfWord>& words) {
  constexpr int reach = 4;  ///< lines
  constexpr std::size_t nearly_all = 4;
  std::size_t called = 0;
  std::size_t bare = 0;
  for (const PdfWord& word : words) {
    const std::string text = to_utf8(word.text);
    if (is_level1_category(text) || is_level2_category(text)) {
      ++(text.ends_with("指标") ? called : bare);
    }
  }
  const bool all_called = called > nearly_all * bare;
  std::vector<bool> out(words.size(), false);
  for (std::size_t w = 0; w < words.size(); ++w) {
    const std::string text = to_utf8(words[w].text);
    const bool whole = (is_level1_category(text) || is_level2_category(text)) &&
                       (!all_called || text.ends_with("指标"));
    if (whole || !(begins_level1(text) || begins_level2(text)) ||
        words.back().line - words[w].line <= reach) {
      continue;
    }
    bool goes_on = false;
    for (std::size_t k = w + 1; k < words.size() && words[k].line - words[w].line <= reach; ++k) {
      const std::string both = text + to_utf8(words[k].text);
      goes_on = goes_on ||
                (words[k].line > words[w].line && (begins_level1(both) || begins_level2(both)));
    }
    out[w] = !goes_on;
  }
  return out;
}

}  // namespace budgetdiff::import
