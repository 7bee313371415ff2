#include "import/page/word_places.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <cmath>

namespace budgetdiff::import {
namespace {

/// So many letters beside its column a word counts in full; each further one.
constexpr double furthest = 7;
constexpr double further = 0.05;
constexpr double longer = 0.25;
/// A word that stands beside its column as far as the one before it does, or as letters before it
/// explain.
constexpr double slid = 1;
constexpr double explained = 0.5;
/// Words so near, in letters, are a chain.
constexpr double chain = 1.5;
/// Longer ones are prose, whose place is print's to choose.
constexpr std::size_t longest = 8;
constexpr double right_below = 1;

double letter_of(const PdfWord& word) {
  return std::max(1.0, word.size);
}

double cost_of(double letters, double place) {
  return place * std::min(letters, furthest) + further * std::max(0.0, letters - furthest);
}

double off_place(double left, double right, double letter, Role role, const Extent& column,
                 double place) {
  const double before_it = std::max(0.0, column.left - left) / letter;
  const double behind_it = std::max(0.0, right - column.right) / letter;
  // A text that begins where they all do, or stands in their middle, may be longer.
  const bool begins = role == Role::level3 && std::abs(column.left - left) <= letter;
  const double off_middle = std::abs(column.left + column.right - left - right) / 2;
  const bool centred = (role == Role::level3 || holds_targets(role)) && off_middle <= letter;
  return cost_of(centred ? longer * (before_it + behind_it)
                         : before_it + (begins ? longer * behind_it : behind_it),
                 place);
}

/// How far a word has to be moved to stand among a column's others, in letters.
double shift_to(const Extent& column, const PdfWord& word) {
  const double a = (column.left - word.box.left) / letter_of(word);
  const double b = (column.right - word.box.right) / letter_of(word);
  return std::max(std::min(a, b), std::min(0.0, std::max(a, b)));
}

}  // namespace

std::vector<std::size_t> letters_in_chain(const PdfWord* words, std::size_t count) {
  std::vector<std::size_t> out(count, 0);
  for (std::size_t w = 1; w < count; ++w) {
    const PdfWord& before = words[w - 1];
    if (before.text.size() <= longest &&
        words[w].box.left - before.box.right < chain * letter_of(words[w])) {
      out[w] = out[w - 1] + static_cast<std::size_t>(
                                std::count_if(before.text.begin(), before.text.end(), is_cjk));
    }
  }
  return out;
}

double off_column(const PdfWord& word, std::size_t letters, Role role, const Extent& column,
                  double place) {
  const double letter = letter_of(word);
  const double off = off_place(word.box.left, word.box.right, letter, role, column, place);
  const double by = static_cast<double>(letters) * letter;
  return std::min(off, explained + off_place(word.box.left + by, word.box.right + by, letter, role,
                                             column, place));
}

double off_slid(const PdfWord& before, const Extent& column_before, const PdfWord& word,
                const Extent& column, double place) {
  return slid + cost_of(std::abs(shift_to(column_before, before) - shift_to(column, word)), place);
}

bool begins_below(const LineAbove& above, const PdfWord& word, std::size_t column) {
  return !above.columns.empty() && above.columns[0] == column &&
         above.words[0].line + 1 == word.line &&
         std::abs(above.words[0].box.left - word.box.left) < letter_of(word) / 2;
}

bool stands_below(const LineAbove& above, const PdfWord& word, std::size_t column) {
  for (std::size_t k = 0; k < above.columns.size(); ++k) {
    const Box& box = above.words[k].box;
    if (above.columns[k] == column && above.words[k].line + 1 == word.line &&
        std::min(std::abs(box.left - word.box.left),
                 std::abs(box.left + box.right - word.box.left - word.box.right) / 2) <=
            right_below * letter_of(word)) {
      return true;
    }
  }
  return false;
}

}  // namespace budgetdiff::import
