#include "import/page/sheet_headings.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>
#include <vector>

namespace budgetdiff::import {
namespace {

/// So many of a kind are no chance.
constexpr std::size_t least = 3;

/// The column that letters name, from 1 (Z: 26, AA: 27); 0 where they name none.
std::size_t column_named(const std::u32string& text) {
  constexpr std::size_t longest = 2;
  if (text.empty() || text.size() > longest) {
    return 0;
  }
  std::size_t out = 0;
  for (const char32_t c : text) {
    if (c < U'A' || c > U'Z') {
      return 0;
    }
    out = out * 26 + (c - U'A') + 1;
  }
  return out;
}

/// The row that a number names; 0 where it names none.
std::size_t row_named(const std::u32string& text) {
  constexpr std::size_t longest = 5;
  if (text.empty() || text.size() > longest || text.front() == U'0') {
    return 0;
  }
  std::size_t out = 0;
  for (const char32_t c : text) {
    if (c < U'0' || c > U'9') {
      return 0;
    }
    out = out * 10 + (c - U'0');
  }
  return out;
}

/// The words at the page's top, if these are the letters of columns in their order.
std::vector<const PdfWord*> letters_at_top(const std::vector<PdfWord>& words) {
  const auto first =
      std::min_element(words.begin(), words.end(),
                       [](const PdfWord& a, const PdfWord& b) { return a.middle() < b.middle(); });
  std::vector<const PdfWord*> out;
  for (const PdfWord& word : words) {
    if (std::abs(word.middle() - first->middle()) < 0.5 * first->size) {
      out.push_back(&word);
    }
  }
  std::sort(out.begin(), out.end(),
            [](const PdfWord* a, const PdfWord* b) { return a->box.left < b->box.left; });
  for (std::size_t i = 0; i < out.size(); ++i) {
    const std::size_t column = column_named(out[i]->text);
    if (column == 0 || (i > 0 && column <= column_named(out[i - 1]->text))) {
      return {};
    }
  }
  return out.size() < least ? std::vector<const PdfWord*>{} : out;
}

/// The words at the page's left side below the letters, if these are the numbers of rows.
std::vector<const PdfWord*> numbers_at_left(const std::vector<PdfWord>& words,
                                            const std::vector<const PdfWord*>& letters) {
  const auto is_letter = [&](const PdfWord& word) {
    return std::find(letters.begin(), letters.end(), &word) != letters.end();
  };
  double from = letters.front()->box.left;
  for (const PdfWord& word : words) {
    from = std::min(from, word.box.left);
  }
  // A number of one figure stands in the middle of a strip that is wide enough for two or three.
  double to = from;
  for (const PdfWord& word : words) {
    if (!is_letter(word) && row_named(word.text) > 0 && word.box.left < from + 2 * word.size) {
      to = std::max(to, word.box.right);
    }
  }
  std::vector<const PdfWord*> out;
  for (const PdfWord& word : words) {
    if (!is_letter(word) && word.box.left < to) {
      out.push_back(&word);
    }
  }
  std::sort(out.begin(), out.end(),
            [](const PdfWord* a, const PdfWord* b) { return a->middle() < b->middle(); });
  for (std::size_t i = 0; i < out.size(); ++i) {
    const std::size_t row = row_named(out[i]->text);
    if (row == 0 || (i > 0 && row <= row_named(out[i - 1]->text))) {
      return {};
    }
  }
  return out.size() < least ? std::vector<const PdfWord*>{} : out;
}

}  // namespace

void drop_sheet_headings(PdfPage& page) {
  if (page.words.empty()) {
    return;
  }
  const std::vector<const PdfWord*> letters = letters_at_top(page.words);
  if (letters.empty()) {
    return;
  }
  const std::vector<const PdfWord*> numbers = numbers_at_left(page.words, letters);
  if (numbers.empty()) {
    return;
  }
  std::vector<PdfWord> rest;
  for (const PdfWord& word : page.words) {
    if (std::find(letters.begin(), letters.end(), &word) == letters.end() &&
        std::find(numbers.begin(), numbers.end(), &word) == numbers.end()) {
      rest.push_back(word);
    }
  }
  page.words = std::move(rest);
}

}  // namespace budgetdiff::import
