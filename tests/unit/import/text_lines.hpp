#pragma once

/// Lines of tables in text that keeps its columns, for tests of what is read of them.

#include "import/text/layout_pages.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <string>
#include <vector>

namespace budgetdiff::import {

/// A line of cells that begin at `starts`, a letter a place.
inline std::string line(const std::vector<std::string>& cells,
                        const std::vector<std::size_t>& starts) {
  std::string out;
  std::size_t at = 0;
  for (std::size_t c = 0; c < cells.size(); ++c) {
    out += std::string(starts[c] - std::min(at, starts[c]), ' ') + cells[c];
    at = std::max(at, starts[c]) + to_code_points(cells[c]).size();
  }
  return out + "\n";
}

inline std::vector<PdfWord> words_of(const std::string& text) {
  return layout_pages(text).front().words;
}

}  // namespace budgetdiff::import
