#include "import/text/blank_words.hpp"

#include "import/text/source_lines.hpp"

#include <cstddef>

namespace budgetdiff::import {

std::vector<std::u32string_view> words_between_blanks(std::u32string_view line) {
  std::vector<std::u32string_view> out;
  for (std::size_t at = 0; at < line.size();) {
    std::size_t end = at;
    while (end < line.size() && !is_space(line[end])) {
      ++end;
    }
    if (end > at) {
      out.push_back(line.substr(at, end - at));
    }
    at = end + 1;
  }
  return out;
}

}  // namespace budgetdiff::import
