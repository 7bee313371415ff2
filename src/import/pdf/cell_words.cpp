#include "import/pdf/cell_words.hpp"

#include "import/page/lines.hpp"
#include "import/text/amount_run.hpp"
#include "import/text/source_lines.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

namespace budgetdiff::import {
namespace {

/// One past the amount with two decimals that begins at `begin`; `begin` where none does.
std::size_t end_of_amount(std::u32string_view text, std::size_t begin) {
  constexpr std::size_t decimals = 2;
  std::size_t at = begin;
  while (at < text.size() && (is_digit(text[at]) || (text[at] == U',' && at > begin))) {
    ++at;
  }
  const std::size_t end = at + 1 + decimals;
  const bool whole = at > begin && at < text.size() && text[at] == U'.' && end <= text.size() &&
                     is_digit(text[at + 1]) && is_digit(text[at + 2]);
  return whole && read_published_amount(text.substr(begin, end - begin)) ? end : begin;
}

/// The same where words, or nothing but such amounts, stand behind it: 12.345 is a figure of its
/// own.
std::size_t end_of_amount_that_ends(std::u32string_view text, std::size_t begin) {
  const std::size_t end = end_of_amount(text, begin);
  const bool ends = end == text.size() || !is_digit(text[end]) || end_of_amount(text, end) > end;
  return ends ? end : begin;
}

bool is_of_code(char32_t c) {
  return is_digit(c) || (c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z') || c == U'-' ||
         c == U'_';
}

/// One past the code whose letters stand on both sides of `at`, if it has none of a gap there;
/// `at` where no code does. Two columns of short figures that touch are none.
std::size_t end_of_code(const PdfWord& word, std::size_t begin, std::size_t at) {
  constexpr std::size_t least = 12;
  constexpr std::size_t least_digits = 16;
  constexpr double touching = 0.03;  // of a letter
  const std::u32string& text = word.text;
  std::size_t first = at;
  while (first > begin && is_of_code(text[first - 1])) {
    --first;
  }
  std::size_t end = at;
  while (end < text.size() && is_of_code(text[end])) {
    ++end;
  }
  const std::u32string_view code = std::u32string_view(text).substr(first, end - first);
  const bool digits = std::all_of(code.begin(), code.end(), is_digit);
  const bool runs_on = word.char_left[at] - word.char_right[at - 1] < touching * word.size;
  const bool is_amount = end < text.size() && (text[end] == U'.' || text[end] == U',');
  return first < at && end > at && code.size() >= (digits ? least_digits : least) && runs_on &&
                 !is_amount
             ? end
             : at;
}

}  // namespace

void deal_word(const PdfWord& word, TableFrame& frame, AreaWords& words) {
  constexpr std::u32string_view closing = U"，。；：、”’）》】";
  /// A letter stands on a line where so much of it is on either side.
  constexpr double on_line = 0.15;
  const std::size_t columns = frame.xs.size() - 1;
  const std::size_t row = column_at(frame.ys, word.middle());
  const auto area_at = [&](double place) {
    return frame.cell_of[row * columns + column_at(frame.xs, place)];
  };
  const auto area_of = [&](std::size_t i) {
    return area_at((word.char_left[i] + word.char_right[i]) / 2);
  };
  const auto is_mark = [&](std::size_t i) { return closing.find(word.text[i]) != closing.npos; };
  const auto stands_on_line = [&](std::size_t i) {
    const double width = word.char_right[i] - word.char_left[i];
    return is_cjk(word.text[i]) && !is_mark(i) &&
           area_at(word.char_left[i] + on_line * width) !=
               area_at(word.char_right[i] - on_line * width);
  };
  // What runs over to the right begins at its cell's side, however far it runs.
  const auto area_of_amount = [&](double left, double right) {
    const bool at_side = left - frame.xs[column_at(frame.xs, left)] < word.size;
    return area_at(at_side ? left : (left + right) / 2);
  };
  if (read_published_amount(word.text)) {
    words[area_of_amount(word.box.left, word.box.right)].push_back(word);
    return;
  }
  std::size_t begin = 0;
  bool runs_over = false;
  for (std::size_t i = 1; i <= word.text.size(); ++i) {
    if (const std::size_t end = i == begin + 1 ? end_of_amount_that_ends(word.text, begin) : begin;
        end > i && area_of(begin) != area_of(end - 1)) {
      words[area_of_amount(word.char_left[begin], word.char_right[end - 1])].push_back(
          part_of(word, begin, end));
      begin = i = end;
      continue;
    }
    if (!runs_over && i < word.text.size() && area_of(i) != area_of(begin)) {
      i = end_of_code(word, begin, i);
    }
    runs_over = runs_over || (i < word.text.size() && stands_on_line(i));
    if (i == word.text.size() || (!runs_over && area_of(i) != area_of(begin) && !is_mark(i))) {
      const std::size_t area = area_of(begin);
      words[area].push_back(part_of(word, begin, i));
      frame.broken[area] = frame.broken[area] || runs_over;
      begin = i;
    }
  }
}

}  // namespace budgetdiff::import
