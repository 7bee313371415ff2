#include "import/page/watermark.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

namespace budgetdiff::import {
namespace {

/// The letters of a watermark are larger than those of a table by so much.
constexpr double larger = 1.4;

double usual_size(const std::vector<PdfWord>& words) {
  std::vector<double> sizes;
  sizes.reserve(words.size());
  for (const PdfWord& word : words) {
    sizes.insert(sizes.end(), word.text.size(), word.size);
  }
  if (sizes.empty()) {
    return 0;
  }
  const auto middle = sizes.begin() + static_cast<std::ptrdiff_t>(sizes.size() / 2);
  std::nth_element(sizes.begin(), middle, sizes.end());
  return *middle;
}

/// Signs and digits are no watermark: fonts report ≥ as large as they like.
bool is_letter(char32_t c) {
  return (c >= 0x3400 && c <= 0x9FFF) || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

bool is_of_size(const PdfWord& word, double size) {
  constexpr double same_size = 0.15;
  return std::abs(word.size - size) < same_size * size;
}

/// Whether `b` goes on behind `a` on a slant: a letter further along and as far up or down.
bool goes_on_aslant(const PdfWord& a, const PdfWord& b) {
  constexpr double least_shift = 0.25;
  constexpr double most_shift = 2.5;
  const double size = std::max(a.size, b.size);
  const double across = std::abs((b.box.left + b.box.right - a.box.left - a.box.right) / 2);
  const double down = std::abs(b.middle() - a.middle());
  return is_of_size(a, b.size) && across > least_shift * size && down > least_shift * size &&
         across < most_shift * size && down < most_shift * size;
}

/// Whether `c` stands from `b` as `b` does from `a`.
bool are_even(const PdfWord& a, const PdfWord& b, const PdfWord& c) {
  const double tolerance = 0.2 * b.size;
  const double across =
      (a.box.left + a.box.right + c.box.left + c.box.right) / 2 - (b.box.left + b.box.right);
  const double down = a.middle() + c.middle() - 2 * b.middle();
  return std::abs(across) < tolerance && std::abs(down) < tolerance && is_of_size(c, b.size);
}

/// Level watermarks are larger than other text by so much.
constexpr double far_larger = 2.5;

/// Whether the middle of a word of usual size lies within the letters of a large one.
bool lies_under(const PdfWord& word, const PdfWord& large) {
  constexpr double half = 0.4;  ///< of a letter's height
  const double x = (word.box.left + word.box.right) / 2;
  return x > large.box.left && x < large.box.right &&
         std::abs(word.middle() - large.middle()) < half * large.size;
}

}  // namespace

std::vector<std::u32string> take_overlaid(PdfPage& page) {
  const double usual = usual_size(page.words);
  std::vector<const PdfWord*> large;
  for (const PdfWord& word : page.words) {
    if (word.size > far_larger * usual &&
        std::any_of(word.text.begin(), word.text.end(), is_letter)) {
      large.push_back(&word);
    }
  }
  // A page whose text is mostly large has no watermark.
  constexpr std::size_t most_words = 100;
  if (large.empty() || large.size() > most_words) {
    return {};
  }
  const auto is_over_text = [&](const PdfWord* one) {
    return std::any_of(page.words.begin(), page.words.end(), [&](const PdfWord& word) {
      return word.size * far_larger < one->size && lies_under(word, *one);
    });
  };
  std::vector<double> sizes;
  for (const PdfWord* const one : large) {
    if (is_over_text(one)) {
      sizes.push_back(one->size);
    }
  }
  // With it the words on its line, of which print parts some, and others of its kind.
  std::vector<std::u32string> out;
  std::erase_if(page.words, [&](const PdfWord& word) {
    const bool taken = word.size > far_larger * usual &&
                       std::any_of(word.text.begin(), word.text.end(), is_letter) &&
                       std::any_of(sizes.begin(), sizes.end(),
                                   [&](double size) { return is_of_size(word, size); });
    if (taken) {
      out.push_back(word.text);
    }
    return taken;
  });
  return out;
}

void drop_overlaid(PdfPage& page, const std::set<std::u32string>& overlaid) {
  const double usual = usual_size(page.words);
  std::erase_if(page.words, [&](const PdfWord& word) {
    return word.text.size() > 1 && word.size > larger * usual && overlaid.contains(word.text);
  });
}

std::size_t drop_watermark(PdfPage& page) {
  const double usual = usual_size(page.words);
  std::vector<std::size_t> large;
  for (std::size_t i = 0; i < page.words.size(); ++i) {
    const PdfWord& word = page.words[i];
    const bool letter = word.text.size() == 1 && is_letter(word.text.front());
    if (letter && word.size > larger * usual) {
      large.push_back(i);
    }
  }
  // More letters of that size are no watermark, and comparing all with all has its price.
  constexpr std::size_t most_letters = 300;
  std::vector<bool> drop(page.words.size(), false);
  if (large.size() > most_letters) {
    return 0;
  }
  double size = 0;
  for (const std::size_t i : large) {
    for (const std::size_t k : large) {
      if (i == k || !goes_on_aslant(page.words[i], page.words[k])) {
        continue;
      }
      // Three letters at even distances are no chance.
      const auto third = std::find_if(large.begin(), large.end(), [&](std::size_t l) {
        return l != i && l != k && are_even(page.words[i], page.words[k], page.words[l]);
      });
      if (third != large.end()) {
        drop[i] = drop[k] = drop[*third] = true;
        size = page.words[i].size;
      }
    }
  }
  // The first and the last letter of each line, and one that a line's end left alone.
  for (const std::size_t i : large) {
    drop[i] = drop[i] || (size > 0 && is_of_size(page.words[i], size));
  }
  std::size_t next = 0;
  std::erase_if(page.words, [&](const PdfWord&) { return drop[next++]; });
  return static_cast<std::size_t>(std::count(drop.begin(), drop.end(), true));
}

}  // namespace budgetdiff::import
