#include "import/page/joined_letters.hpp"

#include "import/page/header_readings.hpp"
#include "import/page/lines.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>

namespace budgetdiff::import {
namespace {

constexpr std::size_t longest = 8;
/// A blank between letters of one word; cells stand as near.
constexpr double blank = 1.5;

/// What it is worth that letters are one word: more where they are whole by themselves.
std::size_t worth(const std::u32string& text, const std::vector<PdfWord>& below) {
  if (text.size() < 2) {
    return 0;
  }
  if (is_header_word(text)) {
    return 2 * text.size() + 1;
  }
  const bool goes_on = std::any_of(below.begin(), below.end(), [&](const PdfWord& word) {
    return is_header_word(text + word.text);
  });
  return goes_on ? 2 * text.size() : 0;
}

/// Adds the letters [begin, end) of `words`, joined as is worth most.
void add_joined(const std::vector<PdfWord>& words, std::size_t begin, std::size_t end,
                const std::vector<PdfWord>& below, std::vector<PdfWord>& out) {
  const std::size_t n = end - begin;
  std::vector<std::size_t> best(n + 1, 0);
  std::vector<std::size_t> from(n + 1, 0);
  for (std::size_t to = 1; to <= n; ++to) {
    std::u32string text;
    for (std::size_t at = to; at-- > 0 && to - at <= longest;) {
      text.insert(0, words[begin + at].text);
      const std::size_t own = worth(text, below);
      if (to - at == 1 || own > 0) {
        if (best[at] + own > best[to] || to - at == 1) {
          best[to] = best[at] + own;
          from[to] = at;
        }
      }
    }
  }
  std::vector<std::size_t> cuts;
  for (std::size_t to = n; to > 0; to = from[to]) {
    cuts.push_back(from[to]);
  }
  std::reverse(cuts.begin(), cuts.end());
  for (std::size_t k = 0; k < cuts.size(); ++k) {
    const std::size_t stop = k + 1 < cuts.size() ? cuts[k + 1] : n;
    out.push_back(words[begin + cuts[k]]);
    for (std::size_t i = cuts[k] + 1; i < stop; ++i) {
      append_word(out.back(), words[begin + i]);
    }
  }
}

}  // namespace

std::vector<WordLine> with_letters_joined(const std::vector<WordLine>& lines) {
  std::vector<WordLine> out;
  bool joined = false;
  for (std::size_t l = 0; l < lines.size(); ++l) {
    const std::vector<PdfWord>& words = lines[l].words;
    const std::vector<PdfWord> below =
        l + 1 < lines.size() ? lines[l + 1].words : std::vector<PdfWord>{};
    WordLine own{{}, lines[l].middle, lines[l].size};
    for (std::size_t begin = 0; begin < words.size();) {
      std::size_t end = begin + 1;
      while (words[begin].text.size() == 1 && end < words.size() && words[end].text.size() == 1 &&
             words[end].box.left - words[end - 1].box.right < blank * lines[l].size) {
        ++end;
      }
      add_joined(words, begin, end, below, own.words);
      begin = end;
    }
    joined = joined || own.words.size() < words.size();
    out.push_back(std::move(own));
  }
  return joined ? out : std::vector<WordLine>{};
}

}  // namespace budgetdiff::import
