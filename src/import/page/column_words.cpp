#include "import/page/column_words.hpp"

#include "import/text/source_lines.hpp"

#include <algorithm>
#include <numeric>

namespace budgetdiff::import {

void ColumnWords::add(const std::vector<PdfWord>& words, const std::vector<std::size_t>& column,
                      std::size_t columns) {
  if (columns != columns_) {
    columns_ = columns;
    counts_.clear();
    column_.clear();
  }
  constexpr std::size_t most_words = 20'000;
  for (std::size_t w = 0; w < words.size(); ++w) {
    const std::u32string& text = words[w].text;
    if (std::any_of(text.begin(), text.end(), is_digit) ||
        (counts_.size() >= most_words && !counts_.contains(text))) {
      continue;
    }
    std::vector<std::size_t>& own = counts_[text];
    own.resize(columns);
    ++own[column[w]];
  }
}

void ColumnWords::settle() {
  constexpr std::size_t fewest = 3;
  constexpr std::size_t of_ten = 7;
  column_.clear();
  for (const auto& [text, own] : counts_) {
    const auto most = std::max_element(own.begin(), own.end());
    const std::size_t all = std::accumulate(own.begin(), own.end(), std::size_t{0});
    if (*most >= fewest && *most * 10 >= all * of_ten) {
      column_[text] = static_cast<std::size_t>(most - own.begin());
    }
  }
}

}  // namespace budgetdiff::import
