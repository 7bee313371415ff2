#include "import/pdf/unnamed_letters.hpp"

#include <algorithm>

namespace budgetdiff::import {

bool is_no_letter(char32_t c) {
  return (c < 0x20 && c != U'\t' && c != U'\n' && c != U'\r') || (c >= 0x7F && c < 0xA0) ||
         c == 0xFFFD;
}

bool has_unnamed_texts(const std::vector<PdfWord>& words) {
  constexpr std::ptrdiff_t least_words = 2;
  constexpr std::size_t least_letters = 3;
  return std::count_if(words.begin(), words.end(), [](const PdfWord& word) {
           return word.text.size() >= least_letters &&
                  std::all_of(word.text.begin(), word.text.end(), is_no_letter);
         }) >= least_words;
}

}  // namespace budgetdiff::import
