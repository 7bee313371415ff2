#include "import/page/lines.hpp"

#include "import/text/source_lines.hpp"
#include "import/vocabulary.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <cctype>
#include <cmath>
#include <limits>
#include <string_view>

namespace budgetdiff::import {
namespace {

/// Words of one line have middles within this part of a letter.
constexpr double same_line = 0.45;
/// A gap of this part of a letter is a blank.
constexpr double blank = 0.25;

/// Between Latin letters it is from here on: their fonts have blanks of 0.22 to 0.28, nothing else
/// parts them, and print sets no air between them as it does beside Chinese ones.
constexpr double latin_blank = 0.15;

/// Whether a gap between the two words stands between Latin letters, or such and figures or signs,
/// on a page: What | matters: | 3D.
bool parts_latin(const PdfWord& before, const PdfWord& word) {
  const auto latin = [](char32_t c) { return c > U' ' && c < 0x7F; };
  const auto letter = [](char32_t c) { return (c | 0x20U) >= U'a' && (c | 0x20U) <= U'z'; };
  return word.line == 0 && latin(before.text.back()) && latin(word.text.front()) &&
         (letter(before.text.back()) || letter(word.text.front()));
}

/// Signs (/, :, ≥, “) are narrow or wide as their font has them: they do not tell the letters'
/// size.
bool tells_size(const PdfWord& word) {
  constexpr char32_t first_square = 0x2E80;
  return std::any_of(word.text.begin(), word.text.end(),
                     [](char32_t c) { return is_digit(c) || (c >= first_square && is_cjk(c)); });
}

/// Whether all that stands between the letters of a line is their spreading over a cell: single
/// letters, about as far apart each. Latin ones may be words. REQUIRES: from left to right
bool is_spread(const std::vector<PdfWord>& words) {
  constexpr double uneven = 0.5;
  double least = std::numeric_limits<double>::infinity();
  double most = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    // Print leaves a comparator and its first digit together.
    const bool compares = comparator_signs.find(words[i].text.front()) != std::u32string_view::npos;
    const char32_t letter = words[i].text.back();
    if (words[i].text.size() > (compares ? 2 : 1) ||
        (letter < 0x80 && std::isalpha(static_cast<int>(letter)) != 0)) {
      return false;
    }
    if (i > 0) {
      const double gap = words[i].box.left - words[i - 1].box.right;
      least = std::min(least, gap);
      most = std::max(most, gap);
    }
  }
  return words.size() > 1 && least > 0 && most - least <= uneven * most;
}

PdfLine make_line(std::vector<PdfWord>& words, int page) {
  std::sort(words.begin(), words.end(),
            [](const PdfWord& a, const PdfWord& b) { return a.box.left < b.box.left; });
  const bool spread = is_spread(words);
  PdfLine out;
  out.box = words.front().box;
  double middles = 0;
  double widest = 0;
  double digits = 0;
  double signs = 0;
  const PdfWord* before = nullptr;
  for (const PdfWord& word : words) {
    const bool latin = before != nullptr && parts_latin(*before, word);
    const double least =
        latin ? latin_blank * std::max(word.size, before->size) : blank * word.size;
    if (!spread && !out.line.text.empty() && word.box.left - out.box.right > least + word.spacing) {
      out.line.text += U' ';
    }
    before = &word;
    out.line.text += word.text;
    out.box.left = std::min(out.box.left, word.box.left);
    out.box.right = std::max(out.box.right, word.box.right);
    const double width = word.box.right - word.box.left;
    middles += word.middle() * width;
    widest += width;
    // Digits are about half as wide as a letter, signs like ≥ and % one or the other,
    // as their font has it: Chinese letters tell the size where there are any.
    const auto has = [&](auto is) { return std::any_of(word.text.begin(), word.text.end(), is); };
    double& size = has(is_cjk) ? out.size : has(is_digit) ? digits : signs;
    size = std::max(size, word.size);
  }
  out.size = out.size > 0 ? out.size : digits > 0 ? digits : signs;
  out.middle = widest > 0 ? middles / widest : words.front().middle();
  const double half = std::min((words.front().box.bottom - words.front().box.top) / 2,
                               std::max(out.size * 0.6, 1.0));
  out.box.top = out.middle - half;
  out.box.bottom = out.middle + half;
  const auto tenth = [](double value) { return std::round(value * 10) / 10; };
  out.line.place.page = page;
  out.line.place.line = words.front().line;
  if (out.line.place.line == 0) {
    out.line.place.box =
        Box{tenth(out.box.left), tenth(out.box.top), tenth(out.box.right), tenth(out.box.bottom)};
  }
  return out;
}

/// The size of the letters of a word and the line that it may be of: the smaller of the word and
/// the nearest before, of those that tell it. Quotation marks in a Latin font are narrow beside the
/// Chinese letters whose line they stand in a little lower.
double size_of(const PdfWord& word, const std::vector<PdfWord>& line) {
  const auto teller = std::find_if(line.rbegin(), line.rend(), tells_size);
  if (teller == line.rend()) {
    return tells_size(word) ? word.size : std::min(word.size, line.back().size);
  }
  return tells_size(word) ? std::min(word.size, teller->size) : teller->size;
}

/// Whether a word stands over one of a line, a little lower: print has pushed a line onto the
/// next cell's, and they are two.
bool stands_over(const PdfWord& word, const std::vector<PdfWord>& line) {
  constexpr double lower = 0.15;
  constexpr double shared = 0.6;
  return std::any_of(line.begin(), line.end(), [&](const PdfWord& other) {
    return word.middle() - other.middle() > lower * word.size &&
           std::min(word.box.right, other.box.right) - std::max(word.box.left, other.box.left) >
               shared * std::min(word.size, other.size);
  });
}

}  // namespace

std::vector<PdfLine> lines_of(std::vector<PdfWord> words, int page) {
  std::stable_sort(words.begin(), words.end(),
                   [](const PdfWord& a, const PdfWord& b) { return a.middle() < b.middle(); });
  std::vector<PdfLine> out;
  std::vector<PdfWord> current;
  double sum = 0;
  for (PdfWord& word : words) {
    if (!current.empty()) {
      const double mean = sum / static_cast<double>(current.size());
      const double size = std::max(1.0, size_of(word, current));
      if (word.middle() - mean > same_line * size || stands_over(word, current)) {
        out.push_back(make_line(current, page));
        current.clear();
        sum = 0;
      }
    }
    sum += word.middle();
    current.push_back(std::move(word));
  }
  if (!current.empty()) {
    out.push_back(make_line(current, page));
  }
  return out;
}

void append_word(PdfWord& word, const PdfWord& next) {
  word.text += next.text;
  word.box.right = next.box.right;
  word.char_left.insert(word.char_left.end(), next.char_left.begin(), next.char_left.end());
  word.char_right.insert(word.char_right.end(), next.char_right.begin(), next.char_right.end());
}

PdfWord part_of(const PdfWord& word, std::size_t begin, std::size_t end) {
  PdfWord out;
  out.text = word.text.substr(begin, end - begin);
  out.char_left.assign(word.char_left.begin() + static_cast<std::ptrdiff_t>(begin),
                       word.char_left.begin() + static_cast<std::ptrdiff_t>(end));
  out.char_right.assign(word.char_right.begin() + static_cast<std::ptrdiff_t>(begin),
                        word.char_right.begin() + static_cast<std::ptrdiff_t>(end));
  out.box = {out.char_left.front(), word.box.top, out.char_right.back(), word.box.bottom};
  out.size = word.size;
  out.line = word.line;
  out.spacing = word.spacing;
  return out;
}

std::vector<std::pair<std::size_t, PdfWord>> cut_at_edges(const PdfWord& word,
                                                          const std::vector<double>& edges) {
  const auto column = [&](double x) {
    return static_cast<std::size_t>(std::upper_bound(edges.begin(), edges.end(), x) -
                                    edges.begin());
  };
  const auto column_of = [&](std::size_t i) {
    return column((word.char_left[i] + word.char_right[i]) / 2);
  };
  // Print lets a mark that closes hang over the end of a full line, and begins none with it.
  constexpr std::u32string_view closing = U"）)】》〉”。，、；：";
  const auto hangs = [&](std::size_t i) { return closing.find(word.text[i]) != closing.npos; };
  std::vector<std::pair<std::size_t, PdfWord>> out;
  std::size_t begin = 0;
  for (std::size_t i = 1; i <= word.text.size(); ++i) {
    if (i == word.text.size() || (column_of(i) != column_of(begin) && !hangs(i))) {
      out.emplace_back(column_of(begin), part_of(word, begin, i));
      begin = i;
    }
  }
  return out;
}

}  // namespace budgetdiff::import
