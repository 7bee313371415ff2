#include "import/page/joined_words.hpp"

#include "import/categories.hpp"
#include "import/columns/header_pieces.hpp"
#include "import/table/column_words.hpp"
#include "import/text/amount_run.hpp"
#include "import/text/source_lines.hpp"
#include "import/vocabulary.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdlib>
#include <string>
#include <string_view>
#include <utility>

namespace budgetdiff::import {
namespace {

/// Whether a word is one that a line's letters make where print spreads them over their cell.
bool is_letter(const PdfWord& word) {
  constexpr std::u32string_view marks = U"（）《》“”、，。；：";
  const auto letters = std::count_if(word.text.begin(), word.text.end(),
                                     [&](char32_t c) { return marks.find(c) == marks.npos; });
  return letters <= 1 && word.text.size() <= 3 &&
         (letters == 0 || is_cjk(word.text.front()) || is_cjk(word.text.back()));
}

}  // namespace

void join_spread_letters(std::vector<PdfWord>& words) {
  constexpr double widest_gap = 2.5;  // letters
  constexpr double one_blank = 1.5;
  constexpr std::size_t fewest = 3;
  constexpr std::size_t longest_figure = 10;
  const auto near = [&](std::size_t w) {
    return words[w].line == words[w - 1].line &&
           words[w].box.left - words[w - 1].box.right < widest_gap * words[w].size;
  };
  const auto figure = [&](std::size_t w) {
    return words[w].text.size() <= longest_figure && !is_cjk(words[w].text.front()) &&
           comparator_signs.find(words[w].text.front()) == comparator_signs.npos;
  };
  std::vector<PdfWord> out;
  for (std::size_t begin = 0; begin < words.size();) {
    std::size_t end = begin;
    std::size_t letters = 0;
    if (is_letter(words[begin]) && words[begin].text != U"标") {
      ++letters;
      end = begin + 1;
      while (end < words.size() && near(end)) {
        if (is_letter(words[end])) {
          ++letters;
          ++end;
        } else if (figure(end) && end + 1 < words.size() && near(end + 1) &&
                   is_letter(words[end + 1])) {
          end += 2;
          ++letters;
        } else {
          // A number at the end of a line of prose; behind other letters it may be the next cell's.
          const bool prose = std::any_of(
              words.begin() + static_cast<std::ptrdiff_t>(begin),
              words.begin() + static_cast<std::ptrdiff_t>(end), [](const PdfWord& word) {
                return word.text.find_first_of(U"，；。") != word.text.npos;
              });
          const double gap = words[end].box.left - words[end - 1].box.right;
          end += prose && figure(end) && gap < one_blank * words[end].size ? 1U : 0U;
          break;
        }
      }
    }
    if (letters < fewest) {
      end = begin + 1;
    }
    PdfWord word = words[begin];
    for (std::size_t w = begin + 1; w < end; ++w) {
      append_word(word, words[w]);
    }
    out.push_back(std::move(word));
    begin = end;
  }
  words = std::move(out);
}

void part_categories(std::vector<PdfWord>& words) {
  constexpr std::u32string_view called = U"指标";
  for (std::size_t w = 0; w < words.size(); ++w) {
    const std::u32string& text = words[w].text;
    const std::size_t end = text.find(called) + called.size();
    if (text.find(called) == text.npos || end >= text.size()) {
      continue;
    }
    const std::string category = to_utf8(std::u32string_view(text).substr(0, end));
    if (is_level1_category(category) || is_level2_category(category)) {
      PdfWord name = part_of(words[w], end, text.size());
      words[w] = part_of(words[w], 0, end);
      words.insert(words.begin() + static_cast<std::ptrdiff_t>(w) + 1, std::move(name));
    }
  }
}

namespace {

/// Where the heading ends that a header's word begins with; 0 where it begins with none. What is
/// behind it is the first part of a source's word, or all of it.
std::size_t end_of_heading(const std::u32string& text) {
  constexpr std::size_t shortest = 3;
  if (text.size() < shortest * 2 || look_up_listed_header(to_utf8(text)).role != Role::none) {
    return 0;
  }
  // No heading is longer: a line without a blank may be one word as long as the file.
  constexpr std::size_t longest = 12;
  for (std::size_t end = std::min(text.size() - shortest, longest); end >= shortest; --end) {
    const std::u32string_view whole(text);
    const bool heads = heads_sources(to_utf8(whole.substr(0, end)));
    if (heads && is_header_piece(std::u32string(whole.substr(end)))) {
      return end;
    }
  }
  return 0;
}

}  // namespace

void part_money_headings(std::vector<PdfWord>& words) {
  for (std::size_t w = 0; w < words.size(); ++w) {
    const std::size_t end = end_of_heading(words[w].text);
    if (end > 0) {
      PdfWord source = part_of(words[w], end, words[w].text.size());
      words[w] = part_of(words[w], 0, end);
      words.insert(words.begin() + static_cast<std::ptrdiff_t>(w) + 1, std::move(source));
    }
  }
}

namespace {

/// Where the first of two targets with one unit ends in a word; 0 where there are none.
std::size_t end_of_target(const std::u32string& text) {
  constexpr std::u32string_view number = U"0123456789.,";
  const auto figure_at = [&](std::size_t at) {
    at += at < text.size() && comparator_signs.find(text[at]) != comparator_signs.npos ? 1U : 0U;
    const std::size_t end = std::min(text.find_first_not_of(number, at), text.size());
    return end > at ? end : text.npos;
  };
  const std::size_t first = figure_at(0);
  if (first == text.npos) {
    return 0;
  }
  for (std::size_t cut = first + 1; cut + 1 < text.size(); ++cut) {
    const std::size_t second = figure_at(cut);
    if (second != text.npos && text.substr(first, cut - first) == text.substr(second)) {
      return cut;
    }
  }
  return 0;
}

}  // namespace

void part_targets(std::vector<PdfWord>& words) {
  for (std::size_t w = 0; w < words.size(); ++w) {
    if (const std::size_t end = end_of_target(words[w].text); end > 0) {
      PdfWord second = part_of(words[w], end, words[w].text.size());
      words[w] = part_of(words[w], 0, end);
      words.insert(words.begin() + static_cast<std::ptrdiff_t>(w) + 1, std::move(second));
    }
  }
}

namespace {

bool is_year(const PdfWord& word) {
  constexpr std::size_t digits = 4;
  return word.text.size() == digits &&
         (word.text.starts_with(U"19") || word.text.starts_with(U"20")) &&
         std::all_of(word.text.begin(), word.text.end(), is_digit);
}

/// Whether a word goes on with a year.
bool goes_on_with_year(const PdfWord& word) {
  return word.text.front() == U'年' && word.text.size() > 1 &&
         look_up_listed_header(to_utf8(word.text)).role == Role::none;
}

/// Puts a year before a word, as far left of it as there is room behind `left`.
void put_before(const PdfWord& year, PdfWord& word, double left) {
  const double begin =
      std::max(left, word.box.left - static_cast<double>(year.text.size()) * word.size);
  const double step = (word.box.left - begin) / static_cast<double>(year.text.size());
  PdfWord out = word;
  out.text = year.text;
  out.char_left.clear();
  out.char_right.clear();
  for (std::size_t k = 0; k < year.text.size(); ++k) {
    out.char_left.push_back(begin + static_cast<double>(k) * step);
    out.char_right.push_back(begin + static_cast<double>(k + 1) * step);
  }
  out.box.left = begin;
  append_word(out, word);
  word = std::move(out);
}

}  // namespace

void join_years(std::vector<PdfWord>& words) {
  constexpr double one_blank = 1.5;  // letters
  constexpr double cell_gap = 2;
  constexpr double furthest = 5;
  for (std::size_t w = 0; w < words.size(); ++w) {
    if (!is_year(words[w])) {
      continue;
    }
    const PdfWord year = words[w];
    const auto beside = [&](std::size_t other, double blanks) {
      return other < words.size() && words[other].line == year.line &&
             std::max(words[other].box.left - year.box.right,
                      year.box.left - words[other].box.right) < blanks * year.size;
    };
    if (beside(w + 1, one_blank)) {
      if (goes_on_with_year(words[w + 1])) {
        append_word(words[w], words[w + 1]);
        words.erase(words.begin() + static_cast<std::ptrdiff_t>(w) + 1);
      }
      continue;
    }
    if (beside(w + 1, cell_gap) || (w > 0 && beside(w - 1, cell_gap))) {
      continue;
    }
    // Alone in its cell's line: the next line or the one above begins with 年 there.
    for (std::size_t k = 0; k < words.size(); ++k) {
      PdfWord& word = words[k];
      if (std::abs(word.line - year.line) != 1 || !goes_on_with_year(word) ||
          std::abs(word.box.left - year.box.left) > furthest * year.size) {
        continue;
      }
      const bool behind = k > 0 && words[k - 1].line == word.line;
      put_before(year, word, behind ? words[k - 1].box.right + year.size / 2 : 0);
      words.erase(words.begin() + static_cast<std::ptrdiff_t>(w--));
      break;
    }
  }
}

namespace {

/// Whether a text begins with a unit of money and goes on: 万元，用于….
bool begins_with_money_unit(const std::u32string& text) {
  const std::size_t unit = text.find(U'元');
  return unit != text.npos && text.find_first_not_of(U"百千万亿") == unit && unit + 1 < text.size();
}

/// Whether a word is a part of a sentence: it has marks, or is long.
bool is_prose(const std::u32string& text) {
  constexpr std::size_t least_letters = 8;
  return is_cjk(text.front()) &&
         (text.size() >= least_letters || text.find_first_of(U"，。；、") != text.npos);
}

/// Whether prose begins where a figure does in the lines right above and below. Amounts have a
/// fraction; other figures may slide a little.
bool begins_lines(const std::vector<PdfWord>& words, const PdfWord& word) {
  constexpr std::size_t least_letters = 6;
  const double slides = word.text.find(U'.') == word.text.npos ? 3.5 : 1;
  bool above = false;
  bool below = false;
  for (const PdfWord& other : words) {
    if (std::abs(other.box.left - word.box.left) <= slides * word.size &&
        other.text.size() >= least_letters && is_cjk(other.text.back()) &&
        is_cjk(other.text.front())) {
      above = above || other.line == word.line - 1;
      below = below || other.line == word.line + 1;
    }
  }
  return above && below;
}

}  // namespace

void join_figures_in_prose(std::vector<PdfWord>& words) {
  constexpr double one_blank = 1.5;  // letters
  const auto near = [&](const PdfWord& before, const PdfWord& behind) {
    return before.line == behind.line &&
           behind.box.left - before.box.right < one_blank * behind.size;
  };
  for (std::size_t w = 0; w + 1 < words.size(); ++w) {
    PdfWord& figure = words[w];
    const PdfWord& next = words[w + 1];
    if (!near(figure, next) || !is_prose(next.text) || !read_published_amount(figure.text)) {
      continue;
    }
    // A number of a norm may have slid before another column's word: GB/T 190 | 万元。
    const char32_t before = w > 0 && near(words[w - 1], figure) ? words[w - 1].text.back() : U' ';
    const bool sum = is_cjk(before) && begins_with_money_unit(next.text);
    if (sum || (before == U' ' && begins_lines(words, figure))) {
      append_word(figure, next);
      words.erase(words.begin() + static_cast<std::ptrdiff_t>(w) + 1);
    }
  }
}

}  // namespace budgetdiff::import
