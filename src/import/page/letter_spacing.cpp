#include "import/page/letter_spacing.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

namespace budgetdiff::import {

void find_letter_spacing(PdfPage& page) {
  constexpr std::size_t least_gaps = 12;
  constexpr std::size_t of_ten = 6;  // words that are single letters
  constexpr double same_line = 0.3;
  constexpr double widest = 1.0;  // of a letter
  const auto single = [](const PdfWord& word) { return word.text.size() == 1; };
  const auto singles =
      static_cast<std::size_t>(std::count_if(page.words.begin(), page.words.end(), single));
  if (singles * 10 < page.words.size() * of_ten) {
    return;
  }
  std::vector<double> gaps;
  for (std::size_t i = 1; i < page.words.size(); ++i) {
    const PdfWord& before = page.words[i - 1];
    const PdfWord& word = page.words[i];
    const double gap = word.box.left - before.box.right;
    // Blanks part Latin words and figures; between Chinese letters there are none.
    if (single(before) && single(word) && is_cjk(before.text[0]) && is_cjk(word.text[0]) &&
        std::abs(word.middle() - before.middle()) < same_line * word.size && gap > 0 &&
        gap < widest * word.size) {
      gaps.push_back(gap);
    }
  }
  if (gaps.size() < least_gaps) {
    return;
  }
  const auto middle = gaps.begin() + static_cast<std::ptrdiff_t>(gaps.size() / 2);
  std::nth_element(gaps.begin(), middle, gaps.end());
  for (PdfWord& word : page.words) {
    word.spacing = *middle;
  }
}

}  // namespace budgetdiff::import
