#include "import/pdf/raised_words.hpp"

#include "import/page/lines.hpp"
#include "import/text/raised_text.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numeric>
#include <optional>

namespace budgetdiff::import {
namespace {

/// Raised digits are of 0.5 to 0.7 of the letters' size, in whatever program.
constexpr double smaller = 0.8;
/// They stand right behind what they are of: less far than a blank.
constexpr double right_behind = 0.15;
/// Their line of writing is higher by a third of a letter, or nearly so; figures that are only
/// smaller stand on the same line.
constexpr double higher = 0.15;
/// What of a word's box is below its line of writing.
constexpr double below_line = 0.25;

bool are_few_digits(const PdfWord& word) {
  constexpr std::size_t most = 3;
  return word.text.size() <= most && std::all_of(word.text.begin(), word.text.end(),
                                                 [](char32_t c) { return c >= U'0' && c <= U'9'; });
}

double height(const PdfWord& word) {
  return word.box.bottom - word.box.top;
}

double line_of_writing(const PdfWord& word) {
  return word.box.bottom - below_line * height(word);
}

bool is_raised_behind(const PdfWord& word, const PdfWord& before) {
  const double raise = line_of_writing(before) - line_of_writing(word);
  return word.size < smaller * before.size && height(word) < smaller * height(before) &&
         std::abs(word.box.left - before.box.right) < right_behind * before.size &&
         raise > higher * before.size && word.middle() > before.box.top - height(word) / 2;
}

/// Words by where they end.
class Ends {
 public:
  explicit Ends(const std::vector<PdfWord>& words) : words_(words), order_(words.size()) {
    std::iota(order_.begin(), order_.end(), std::size_t{0});
    std::stable_sort(order_.begin(), order_.end(), [&](std::size_t a, std::size_t b) {
      return words[a].box.right < words[b].box.right;
    });
  }

  /// The word that `word` is raised behind. Of a page that is made to be slow, not all are asked.
  [[nodiscard]] std::optional<std::size_t> before(const PdfWord& word) const {
    constexpr std::size_t most_asked = 1000;
    constexpr double reach = 6;
    auto at = std::lower_bound(order_.begin(), order_.end(), word.box.left - reach,
                               [&](std::size_t i, double x) { return words_[i].box.right < x; });
    for (std::size_t asked = 0;
         at != order_.end() && asked < most_asked && words_[*at].box.right < word.box.left + reach;
         ++at, ++asked) {
      if (is_raised_behind(word, words_[*at])) {
        return *at;
      }
    }
    return std::nullopt;
  }

 private:
  const std::vector<PdfWord>& words_;
  std::vector<std::size_t> order_;
};

}  // namespace

void join_raised_words(std::vector<PdfWord>& words) {
  if (std::none_of(words.begin(), words.end(), are_few_digits)) {
    return;
  }
  // Asked of the words as they are on the page, before any is made longer.
  std::vector<std::optional<std::size_t>> base(words.size());
  const Ends ends(words);
  for (std::size_t i = 0; i < words.size(); ++i) {
    base[i] = are_few_digits(words[i]) ? ends.before(words[i]) : std::nullopt;
  }
  for (std::size_t i = 0; i < words.size(); ++i) {
    // A mark of a mark is of nothing: it stays where it is.
    if (!base[i] || base[*base[i]]) {
      continue;
    }
    PdfWord& before = words[*base[i]];
    std::u32string text = before.text;
    add_raised(text, words[i].text);
    append_word(before, words[i]);
    before.text = std::move(text);
    words[i].text.clear();
  }
  std::erase_if(words, [](const PdfWord& word) { return word.text.empty(); });
}

}  // namespace budgetdiff::import
