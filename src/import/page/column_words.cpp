#include "import/page/column_words.hpp"

#include "import/page/spanned_cells.hpp"
#include "import/text/source_lines.hpp"

#include <algorithm>
#include <numeric>

namespace budgetdiff::import {

void ColumnWords::add(const std::vector<PdfWord>& words, const std::vector<std::size_t>& column,
                      std::size_t columns) {
  if (columns != columns_) {
    columns_ = columns;
    counts_.clear();
    beginnings_.clear();
    column_.clear();
    beginning_.clear();
    lines_.assign(columns, {});
    widths_.clear();
  }
  constexpr std::size_t most_lines = 100'000;
  std::vector<int> at(columns, -1);  // the line of each column's last width
  for (std::size_t w = 0; w < words.size(); ++w) {
    std::vector<int>& own = lines_[column[w]];
    if (at[column[w]] == words[w].line) {
      own.back() += width_of(words[w].text);
    } else if (own.size() < most_lines) {
      own.push_back(width_of(words[w].text));
      at[column[w]] = words[w].line;
    }
  }
  constexpr std::size_t most_words = 20'000;
  for (std::size_t w = 0; w < words.size(); ++w) {
    const std::u32string& text = words[w].text;
    if (std::any_of(text.begin(), text.end(), is_digit) ||
        (counts_.size() >= most_words && !counts_.contains(text))) {
      continue;
    }
    const auto count = [&](Counts& counts, const std::u32string& what) {
      std::vector<std::size_t>& own = counts[what];
      own.resize(columns);
      ++own[column[w]];
    };
    count(counts_, text);
    if (text.size() > letters_of_beginning) {
      count(beginnings_, text.substr(0, letters_of_beginning));
    }
  }
}

ColumnWords::Owners ColumnWords::owners(const Counts& counts, std::size_t fewest) {
  constexpr std::size_t of_ten = 7;
  Owners out;
  for (const auto& [text, own] : counts) {
    const auto most = std::max_element(own.begin(), own.end());
    const std::size_t all = std::accumulate(own.begin(), own.end(), std::size_t{0});
    if (*most >= fewest && *most * 10 >= all * of_ten) {
      out[text] = static_cast<std::size_t>(most - own.begin());
    }
  }
  return out;
}

void ColumnWords::settle() {
  constexpr std::size_t fewest = 3;
  constexpr std::size_t fewest_of_beginning = 5;
  constexpr std::size_t fewest_lines = 8;
  column_ = owners(counts_, fewest);
  beginning_ = owners(beginnings_, fewest_of_beginning);
  widths_.assign(lines_.size(), 0);
  for (std::size_t c = 0; c < lines_.size(); ++c) {
    widths_[c] = lines_[c].size() < fewest_lines ? 0 : widest_but_few(lines_[c]);
  }
}

}  // namespace budgetdiff::import
