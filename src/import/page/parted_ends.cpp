#include "import/page/parted_ends.hpp"

#include "import/page/header_readings.hpp"
#include "import/page/lines.hpp"

#include <cstddef>
#include <string>
#include <utility>

namespace budgetdiff::import {
namespace {

/// Rests of words are short; longer texts are cells.
constexpr std::size_t longest = 6;

/// Where `word` is cut so that its pieces, from letter `from` on, end `above[at]` and those behind
/// it; empty where it is not.
std::vector<std::size_t> cuts_below(const std::vector<PdfWord>& above, std::size_t at,
                                    const std::u32string& word, std::size_t from) {
  if (at == above.size()) {
    return {};
  }
  for (std::size_t end = from + 1; end <= word.size(); ++end) {
    if (!is_header_word(above[at].text + word.substr(from, end - from))) {
      continue;
    }
    if (end == word.size()) {
      return {end};
    }
    std::vector<std::size_t> rest = cuts_below(above, at + 1, word, end);
    if (!rest.empty()) {
      rest.insert(rest.begin(), end);
      return rest;
    }
  }
  return {};
}

void add_parted(const std::vector<PdfWord>& above, const PdfWord& word, WordLine& line) {
  std::vector<std::size_t> cuts;
  if (word.text.size() > 1 && word.text.size() <= longest && !is_header_word(word.text)) {
    for (std::size_t at = 0; at < above.size() && cuts.size() < 2; ++at) {
      cuts = cuts_below(above, at, word.text, 0);
    }
  }
  if (cuts.size() < 2) {
    line.words.push_back(word);
    return;
  }
  std::size_t begin = 0;
  for (const std::size_t end : cuts) {
    line.words.push_back(part_of(word, begin, end));
    begin = end;
  }
}

}  // namespace

std::vector<WordLine> with_parted_ends(const std::vector<WordLine>& lines) {
  std::vector<WordLine> out;
  bool parted = false;
  for (const WordLine& line : lines) {
    WordLine own{{}, line.middle, line.size};
    for (const PdfWord& word : line.words) {
      add_parted(out.empty() ? std::vector<PdfWord>{} : out.back().words, word, own);
    }
    parted = parted || own.words.size() > line.words.size();
    out.push_back(std::move(own));
  }
  return parted ? out : std::vector<WordLine>{};
}

}  // namespace budgetdiff::import
