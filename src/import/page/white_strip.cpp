#include "import/page/white_strip.hpp"

#include "import/text/source_lines.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <iterator>
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
/// Columns are this many letters apart at least.
constexpr double least_strip = 0.22;
/// Words of one line have middles within this part of a letter.
constexpr double same_line = 0.45;

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

struct Strip {
  double begin = 0;
  double end = 0;
};

/// The strips between two places in which the fewest words stand, from left to right.
std::vector<Strip> empty_strips(double from, double to, const std::vector<PdfWord>& words) {
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
  std::vector<Strip> out;
  for (std::size_t i = 0; i < n;) {
    const std::size_t begin = i;
    while (i < n && at[i] == least) {
      ++i;
    }
    if (i > begin) {
      out.push_back(
          {from + step * static_cast<double>(begin), from + step * static_cast<double>(i)});
    }
    i = std::max(i, begin + 1);
  }
  return out;
}

double middle_of_widest(const std::vector<Strip>& strips) {
  const Strip& widest = *std::max_element(
      strips.begin(), strips.end(),
      [](const Strip& a, const Strip& b) { return a.end - a.begin < b.end - b.begin; });
  return (widest.begin + widest.end) / 2;
}

}  // namespace

double emptiest_strip(double from, double to, const std::vector<PdfWord>& words) {
  if (!words.empty() && words.front().line > 0) {
    return parting_blank(from, to, words);
  }
  return middle_of_widest(empty_strips(from, to, words));
}

double parting_strip(const std::vector<double>& centers, std::size_t c,
                     const std::vector<PdfWord>& words) {
  const double from = centers[c];
  const double to = centers[c + 1];
  if (words.empty()) {
    return (from + to) / 2;
  }
  if (words.front().line > 0) {
    return parting_blank(from, to, words);
  }
  std::vector<Strip> strips = empty_strips(from, to, words);
  // The blank beside a number inside a text is no strip between columns.
  const double widest = middle_of_widest(strips);
  std::vector<Strip> wide;
  std::copy_if(strips.begin(), strips.end(), std::back_inserter(wide), [&](const Strip& strip) {
    return strip.end - strip.begin > least_strip * words.front().size;
  });
  if (wide.size() < 2) {
    return wide.empty() ? widest : middle_of_widest(wide);
  }
  strips = std::move(wide);
  const auto middle = [](const PdfWord& word) { return (word.box.left + word.box.right) / 2; };
  const auto of_left = [&](const PdfWord& word) {
    return c == 0 || middle(word) > (centers[c - 1] + from) / 2;
  };
  const auto of_right = [&](const PdfWord& word) {
    return c + 2 == centers.size() || middle(word) < (to + centers[c + 2]) / 2;
  };
  std::vector<const PdfWord*> sorted;
  for (const PdfWord& word : words) {
    if (of_left(word) && of_right(word)) {
      sorted.push_back(&word);
    }
  }
  std::sort(sorted.begin(), sorted.end(),
            [](const PdfWord* a, const PdfWord* b) { return a->middle() < b->middle(); });
  std::vector<std::size_t> parted(strips.size(), 0);
  for (std::size_t i = 0; i < sorted.size();) {
    const double line = sorted[i]->middle() + same_line * std::max(1.0, sorted[i]->size);
    std::vector<bool> left(strips.size(), false);
    std::vector<bool> right(strips.size(), false);
    for (; i < sorted.size() && sorted[i]->middle() < line; ++i) {
      for (std::size_t k = 0; k < strips.size(); ++k) {
        left[k] = left[k] || sorted[i]->box.right <= strips[k].begin + 1;
        right[k] = right[k] || sorted[i]->box.left >= strips[k].end - 1;
      }
    }
    for (std::size_t k = 0; k < strips.size(); ++k) {
      parted[k] += left[k] && right[k] ? 1U : 0U;
    }
  }
  const std::size_t most = *std::max_element(parted.begin(), parted.end());
  std::vector<Strip> best;
  for (std::size_t k = 0; k < strips.size(); ++k) {
    if (parted[k] == most) {
      best.push_back(strips[k]);
    }
  }
  return middle_of_widest(best);
}

bool blank_parts(std::u32string_view before, std::u32string_view after) {
  const auto chinese = [](char32_t c) {
    return is_cjk(c) || std::u32string_view(U"，。；、：（）").find(c) != std::u32string_view::npos;
  };
  return chinese(before.back()) && chinese(after.front());
}

}  // namespace budgetdiff::import
