#include "import/page/white_strip.hpp"

#include "import/text/source_lines.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <map>
#include <string_view>
#include <utility>

namespace budgetdiff::import {
namespace {

/// White between the letters of one word, as a part of a letter.
constexpr double inside_word = 0.2;
/// A word of text across a column's edge weighs as much as so many lines with a blank there.
constexpr double in_word = 3;

/// Where blanks part words of text. What stands right of the last word of a line is
/// as empty, and says nothing of its column.
double parting_blank(double from, double to, const std::vector<PdfWord>& words) {
  std::map<int, std::vector<const PdfWord*>> lines;
  for (const PdfWord& word : words) {
    lines[word.line].push_back(&word);
  }
  const double step = std::max(1.0, words.front().size);
  const auto n = static_cast<std::size_t>(std::max(1.0, (to - from) / step));
  std::vector<double> score(n, 0);
  for (auto& [number, line] : lines) {
    std::sort(line.begin(), line.end(),
              [](const PdfWord* a, const PdfWord* b) { return a->box.left < b->box.left; });
    for (std::size_t i = 0; i < n; ++i) {
      // In the middle of a letter's place, which is a letter's or a blank.
      const double x = std::floor((from + step * static_cast<double>(i)) / step) * step + step / 2;
      const auto after = std::find_if(line.begin(), line.end(),
                                      [&](const PdfWord* word) { return word->box.left > x; });
      if (after == line.begin()) {
        continue;
      }
      const PdfWord& before = **(after - 1);
      if (before.box.right > x) {
        score[i] -= in_word;
      } else if (after != line.end() && ((*after)->box.left - before.box.right > 1.5 * step ||
                                         blank_parts(before.text, (*after)->text))) {
        score[i] += 1;
      }
    }
  }
  const double best = *std::max_element(score.begin(), score.end());
  std::size_t best_begin = 0;
  std::size_t best_length = 0;
  for (std::size_t i = 0; i < n;) {
    const std::size_t begin = i;
    while (i < n && score[i] == best) {
      ++i;
    }
    if (i - begin > best_length) {
      best_length = i - begin;
      best_begin = begin;
    }
    i = std::max(i, begin + 1);
  }
  return (std::floor((from + step * static_cast<double>(best_begin)) / step) +
          static_cast<double>(best_length) / 2) *
         step;
}

}  // namespace

double emptiest_strip(double from, double to, const std::vector<PdfWord>& words) {
  if (!words.empty() && words.front().line > 0) {
    return parting_blank(from, to, words);
  }
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

bool blank_parts(std::u32string_view before, std::u32string_view after) {
  const auto chinese = [](char32_t c) {
    return is_cjk(c) || std::u32string_view(U"，。；、：（）").find(c) != std::u32string_view::npos;
  };
  return chinese(before.back()) && chinese(after.front());
}

}  // namespace budgetdiff::import
