#include "import/page/white_strip.hpp"

#include <algorithm>
#include <cstddef>
#include <limits>

namespace budgetdiff::import {
namespace {

/// White between the letters of one word, as a part of a letter.
constexpr double inside_word = 0.2;

}  // namespace

double emptiest_strip(double from, double to, const std::vector<PdfWord>& words) {
  constexpr double step = 0.5;
  const auto n = static_cast<std::size_t>(std::max(1.0, (to - from) / step));
  std::vector<int> covered(n + 1, 0);
  const auto cover = [&](double begin, double end) {
    const double left = std::max(0.0, (begin - from) / step);
    const double right = std::min(static_cast<double>(n), (end - from) / step);
    if (right < 0 || left > static_cast<double>(n) || right < left) {
      return;
    }
    ++covered[static_cast<std::size_t>(left)];
    if (const auto after = static_cast<std::size_t>(right) + 1; after <= n) {
      --covered[after];
    }
  };
  for (const PdfWord& word : words) {
    // Extraction may have joined the texts of two cells into one word.
    double begin = word.box.left;
    for (std::size_t i = 1; i < word.char_left.size(); ++i) {
      if (word.char_left[i] - word.char_right[i - 1] > inside_word * word.size) {
        cover(begin, word.char_right[i - 1]);
        begin = word.char_left[i];
      }
    }
    cover(begin, word.box.right);
  }
  int count = 0;
  int least = std::numeric_limits<int>::max();
  std::vector<int> at(n);
  for (std::size_t i = 0; i < n; ++i) {
    count += covered[i];
    at[i] = count;
    least = std::min(least, count);
  }
  std::size_t best_begin = 0;
  std::size_t best_length = 0;
  for (std::size_t i = 0; i < n;) {
    if (at[i] != least) {
      ++i;
      continue;
    }
    const std::size_t begin = i;
    while (i < n && at[i] == least) {
      ++i;
    }
    if (i - begin > best_length) {
      best_length = i - begin;
      best_begin = begin;
    }
  }
  return from + step * (static_cast<double>(best_begin) + static_cast<double>(best_length) / 2);
}

}  // namespace budgetdiff::import
