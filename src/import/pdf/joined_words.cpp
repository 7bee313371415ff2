#include "import/pdf/joined_words.hpp"

#include "import/page/lines.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace budgetdiff::import {
namespace {

/// A gap of this part of a letter parts words: poppler's own measure.
constexpr double word_gap = 0.1;
/// Letters of one line are off by less than this part of one.
constexpr double same_line = 0.1;
/// Letters of one word are as high as each other, but for this part.
constexpr double same_height = 0.2;

bool goes_on(const PdfWord& word, const PdfWord& next) {
  const double size = std::max(word.size, 1.0);
  const double gap = next.box.left - word.box.right;
  const double height = word.box.bottom - word.box.top;
  const double other = next.box.bottom - next.box.top;
  return std::abs(next.middle() - word.middle()) < same_line * size &&
         std::abs(gap) < word_gap * size &&
         std::abs(height - other) < same_height * std::max(height, other);
}

void append(PdfWord& word, const PdfWord& next) {
  append_word(word, next);
  word.box.top = std::min(word.box.top, next.box.top);
  word.box.bottom = std::max(word.box.bottom, next.box.bottom);
}

}  // namespace

std::vector<PdfWord> joined_words(std::vector<PdfWord> words) {
  std::stable_sort(words.begin(), words.end(),
                   [](const PdfWord& a, const PdfWord& b) { return a.middle() < b.middle(); });
  std::vector<PdfWord> out;
  for (std::size_t i = 0; i < words.size();) {
    const auto line = words.begin() + static_cast<std::ptrdiff_t>(i);
    auto end = line + 1;
    while (end != words.end() &&
           end->middle() - (end - 1)->middle() < same_line * std::max((end - 1)->size, 1.0)) {
      ++end;
    }
    std::stable_sort(line, end,
                     [](const PdfWord& a, const PdfWord& b) { return a.box.left < b.box.left; });
    out.push_back(std::move(*line));
    for (auto word = line + 1; word != end; ++word) {
      if (goes_on(out.back(), *word)) {
        append(out.back(), *word);
      } else {
        out.push_back(std::move(*word));
      }
    }
    i = static_cast<std::size_t>(end - words.begin());
  }
  return out;
}

}  // namespace budgetdiff::import
