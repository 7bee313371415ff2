#include "import/pdf/letter_size.hpp"

#include "import/text/source_lines.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <cstddef>
#include <vector>

namespace budgetdiff::import {

double letter_size(const PdfWord& word) {
  std::vector<double> sizes;
  for (const bool chinese : {true, false}) {
    for (std::size_t i = 0; i < word.text.size(); ++i) {
      const double width = word.char_right[i] - word.char_left[i];
      if (chinese ? is_cjk(word.text[i]) : is_digit(word.text[i])) {
        sizes.push_back(width * (chinese ? 1 : 2));
      }
    }
    if (!sizes.empty()) {
      break;
    }
  }
  if (!sizes.empty()) {
    std::nth_element(sizes.begin(), sizes.begin() + static_cast<std::ptrdiff_t>(sizes.size() / 2),
                     sizes.end());
    return sizes[sizes.size() / 2];
  }
  const int width = width_of(word.text);
  return width > 0 ? (word.box.right - word.box.left) * 2 / width : 0;
}

}  // namespace budgetdiff::import
