#include "import/pdf/vertical_words.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>

namespace budgetdiff::import {
namespace {

/// Letters of one column have middles within this part of a letter.
constexpr double same_column = 0.3;

double middle_of(const PdfWord& word) {
  return (word.box.left + word.box.right) / 2;
}

/// The columns of words, from left to right, and in each from top to bottom.
std::vector<std::vector<PdfWord>> columns_of(std::vector<PdfWord> words) {
  std::stable_sort(words.begin(), words.end(),
                   [](const PdfWord& a, const PdfWord& b) { return middle_of(a) < middle_of(b); });
  std::vector<std::vector<PdfWord>> out;
  for (PdfWord& word : words) {
    // A turned word's size may be that of its length: its width is a letter's.
    const double letter = std::min(word.size, word.box.right - word.box.left);
    if (out.empty() ||
        middle_of(word) - middle_of(out.back().front()) > same_column * std::max(1.0, letter)) {
      out.emplace_back();
    }
    out.back().push_back(std::move(word));
  }
  for (std::vector<PdfWord>& column : out) {
    std::stable_sort(column.begin(), column.end(),
                     [](const PdfWord& a, const PdfWord& b) { return a.middle() < b.middle(); });
  }
  return out;
}

/// Whether upright letters are read from top to bottom: in each column the next is nearer below
/// than the next column is beside.
bool reads_down(const std::vector<std::vector<PdfWord>>& columns) {
  constexpr double close = 1.15;  // letters; lines of level text are further apart
  double beside = 0;
  for (std::size_t c = 1; c < columns.size(); ++c) {
    const double step = middle_of(columns[c].front()) - middle_of(columns[c - 1].front());
    beside = c == 1 ? step : std::min(beside, step);
  }
  bool any = false;
  for (const std::vector<PdfWord>& column : columns) {
    for (std::size_t i = 1; i < column.size(); ++i) {
      const double down = column[i].middle() - column[i - 1].middle();
      if (down > close * column[i].size || (columns.size() > 1 && down >= beside)) {
        return false;
      }
      any = true;
    }
  }
  return any;
}

bool are_single_letters(const std::vector<PdfWord>& words) {
  return std::all_of(words.begin(), words.end(), [](const PdfWord& word) {
    return word.turns == 0 && word.text.size() == 1 && is_cjk(word.text.front());
  });
}

}  // namespace

void place_standing_words(PdfPage& page) {
  for (PdfWord& word : page.words) {
    if (word.turns % 2 == 0) {
      continue;
    }
    std::fill(word.char_left.begin(), word.char_left.end(), word.box.left);
    std::fill(word.char_right.begin(), word.char_right.end(), word.box.right);
    word.size = word.box.right - word.box.left;
  }
}

bool stands_upright(const std::vector<PdfWord>& words) {
  constexpr std::size_t least_letters = 3;
  return words.size() >= least_letters && are_single_letters(words) &&
         reads_down(columns_of(words));
}

void level_standing_text(std::vector<PdfWord>& words, bool upright) {
  if (words.empty()) {
    return;
  }
  const std::size_t turns = words.front().turns;
  const bool turned = turns % 2 == 1;
  const bool same = std::all_of(words.begin(), words.end(),
                                [&](const PdfWord& word) { return word.turns == turns; });
  if (!same || (!turned && !are_single_letters(words))) {
    return;
  }
  std::vector<std::vector<PdfWord>> columns = columns_of(words);
  const bool one_below_none = std::all_of(columns.begin(), columns.end(),
                                          [](const auto& column) { return column.size() == 1; });
  if (!turned && !stands_upright(words) && !(upright && one_below_none)) {
    return;
  }
  // Text that runs up has its next line at the right, all other at the left.
  const bool up = turns == 3;
  if (!up) {
    std::reverse(columns.begin(), columns.end());
  }
  PdfWord out = columns.front().front();
  out.text.clear();
  out.char_left.clear();
  out.char_right.clear();
  for (std::vector<PdfWord>& column : columns) {
    if (up) {
      std::reverse(column.begin(), column.end());
    }
    for (const PdfWord& word : column) {
      out.text += word.text;
      out.box = {std::min(out.box.left, word.box.left), std::min(out.box.top, word.box.top),
                 std::max(out.box.right, word.box.right),
                 std::max(out.box.bottom, word.box.bottom)};
    }
  }
  out.char_left.assign(out.text.size(), out.box.left);
  out.char_right.assign(out.text.size(), out.box.right);
  words = {std::move(out)};
}

}  // namespace budgetdiff::import
