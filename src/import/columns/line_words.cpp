#include "import/columns/line_words.hpp"

#include "import/text/amount_run.hpp"
#include "import/text/source_lines.hpp"

#include <utility>

namespace budgetdiff::import {

std::vector<std::u32string> words_of(std::u32string_view text) {
  std::vector<std::u32string> words;
  std::u32string word;
  for (const char32_t c : text) {
    if (!is_space(c)) {
      word += c;
    } else if (!word.empty()) {
      words.push_back(std::exchange(word, {}));
    }
  }
  if (!word.empty()) {
    words.push_back(std::move(word));
  }
  return words;
}

std::optional<Amount> amount_in(std::u32string_view word) {
  if (word.find_first_of(U".,．，") == word.npos) {
    return std::nullopt;
  }
  return read_published_amount(word);
}

}  // namespace budgetdiff::import
