#include "import/page/broken_lines.hpp"

#include "import/page/lines.hpp"
#include "import/text/amount_run.hpp"
#include "import/text/flow.hpp"
#include "import/text/source_lines.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>
#include <utility>

namespace budgetdiff::import {
namespace {

/// Letters from here on are Chinese, or marks as wide.
constexpr char32_t other_font = 0x2000;

/// Whether print may have broken a line before a letter: it is of another font, or a mark, which
/// may be drawn narrow.
bool changes_font(char32_t c) {
  return c < other_font ||
         std::u32string_view(U"，。；：、）》”").find(c) != std::u32string_view::npos;
}

/// The rest of a line stands no further from where that breaks off, in letters.
constexpr double furthest_rest = 24;

/// Where the lines near one end that have prose, but for itself.
double margin_beside(const std::vector<Pieces>& lines, std::size_t line) {
  constexpr std::size_t near = 3;
  double out = 0;
  for (std::size_t k = line - std::min(line, near); k <= std::min(line + near, lines.size() - 1);
       ++k) {
    for (const FormPiece& piece : lines[k]) {
      out = k != line && is_prose(piece) ? std::max(out, piece.box.right) : out;
    }
  }
  return out;
}

/// Puts words behind the last of a line, as if they stood in it.
void append_words(std::vector<Pieces>& lines, std::size_t line, const std::vector<PdfWord>& more) {
  std::vector<PdfWord> words = lines[line].back().words;
  const double by = words.back().box.right + words.back().size - more.front().box.left;
  for (PdfWord word : more) {
    word.line = words.front().line;
    word.box.left += by;
    word.box.right += by;
    for (std::size_t k = 0; k < word.text.size(); ++k) {
      word.char_left[k] += by;
      word.char_right[k] += by;
    }
    word.box.top = words.front().box.top;
    word.box.bottom = words.front().box.bottom;
    words.push_back(std::move(word));
  }
  lines[line].back() = piece_of(std::move(words));
}

/// Whether a rest may go on with no other text: it begins with a mark that no line begins with, or
/// inside the name of a norm (GB/T | 19001标准), or with the number of a document behind its title
/// (《…意见》 | （财发〔2023〕17号）).
bool goes_on_surely(const std::u32string& before, const std::u32string& rest) {
  const auto latin = [](char32_t c) {
    return (c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z');
  };
  return std::u32string_view(U"，。；：、）》”").find(rest.front()) != std::u32string_view::npos ||
         (latin(before.back()) && is_digit(rest.front())) ||
         (before.back() == U'》' && rest.front() == U'（' && rest.find(U'〔') < rest.find(U'）'));
}

/// The widest gap that says nothing, in letters: where print puts a blank between Chinese letters
/// and figures inside lines, too, one blank before a figure breaks no line.
double print_blank(const std::vector<Pieces>& lines) {
  constexpr std::size_t fewest = 2;
  constexpr double one_blank = 1.5;
  constexpr double half_blank = 0.5;
  constexpr std::size_t most_beyond = 6;
  std::size_t blanks = 0;
  for (const Pieces& line : lines) {
    for (const FormPiece& piece : line) {
      for (std::size_t w = 1; is_prose(piece) && w < piece.words.size(); ++w) {
        const PdfWord& a = piece.words[w - 1];
        const PdfWord& b = piece.words[w];
        const double gap = b.box.left - a.box.right;
        const bool behind = is_digit(a.text.back()) && is_cjk(b.text.front());
        // At a line's end a few letters are what may stand beyond it.
        const bool inside = w + 1 < piece.words.size() || b.text.size() > most_beyond;
        const bool before = inside && is_cjk(a.text.back()) && is_digit(b.text.front());
        blanks += gap <= one_blank * b.size && (behind || before) ? 1U : 0U;
      }
    }
  }
  return blanks >= fewest ? one_blank : half_blank;
}

/// Whether words that stand at `left` may go on in a line above, which breaks off.
bool breaks_off(const std::vector<Pieces>& lines, std::size_t line, double left, double blanks) {
  const FormPiece& begin = lines[line].back();
  const double gap = left - begin.box.right;
  return is_prose(begin) && gap >= 0 && gap <= blanks * begin.size &&
         !ends_sentence(text_of(begin.words).back());
}

/// How many lines from `begin` on stand alone below one another, beyond where lines of prose begin,
/// as rests do.
std::size_t rests_from(const std::vector<Pieces>& lines, std::size_t begin) {
  std::size_t end = begin;
  for (; end < lines.size() && lines[end].size() == 1; ++end) {
    const FormPiece& piece = lines[end].front();
    if (piece.is_label() || !changes_font(text_of(piece.words).front()) ||
        std::abs(piece.box.left - lines[begin].front().box.left) > piece.size) {
      break;
    }
  }
  return end - begin;
}

/// Two lines or more that break off, and their rests below all of them: the first is the first
/// line's.
void join_runs(std::vector<Pieces>& lines) {
  for (std::size_t begin = 2; begin < lines.size(); ++begin) {
    const std::size_t n = rests_from(lines, begin);
    bool fits = n > 1 && n <= begin;
    for (std::size_t k = 0; fits && k < n; ++k) {
      fits = breaks_off(lines, begin - n + k, lines[begin + k].front().box.left, furthest_rest);
    }
    if (!fits) {
      continue;
    }
    for (std::size_t k = 0; k < n; ++k) {
      append_words(lines, begin - n + k, std::vector<PdfWord>(lines[begin + k].front().words));
    }
    const auto first = lines.begin() + static_cast<std::ptrdiff_t>(begin);
    lines.erase(first, first + static_cast<std::ptrdiff_t>(n));
  }
}

}  // namespace

bool is_prose(const FormPiece& piece) {
  return letters(piece) >= shortest_prose && !read_published_amount(text_of(piece.words));
}

double widest(const std::vector<Pieces>& lines) {
  double out = 0;
  for (const Pieces& line : lines) {
    out = std::max(out, line.back().box.right);
  }
  return out;
}

void part_overhangs(std::vector<Pieces>& lines) {
  const double blank = print_blank(lines);
  for (std::size_t i = 1; i < lines.size(); ++i) {
    const FormPiece& last = lines[i].back();
    if (!is_prose(last) || last.is_label() || last.box.right <= margin_beside(lines, i)) {
      continue;
    }
    std::vector<PdfWord> kept;
    std::vector<PdfWord> rest;
    const double margin = margin_beside(lines, i);
    for (const PdfWord& word : last.words) {
      std::size_t cut = rest.empty() ? word.text.size() : 0;
      for (std::size_t k = 0; k < cut; ++k) {
        const double before = k > 0           ? word.char_right[k - 1]
                              : !kept.empty() ? kept.back().box.right
                                              : word.box.left;
        const char32_t end = k > 0          ? word.text[k - 1]
                             : kept.empty() ? U'a'
                                            : kept.back().text.back();
        if (word.char_left[k] >= margin && word.char_left[k] - before >= word.size * blank &&
            end >= other_font && changes_font(word.text[k])) {
          cut = k;
        }
      }
      if (cut > 0) {
        kept.push_back(part_of(word, 0, cut));
      }
      if (cut < word.text.size()) {
        rest.push_back(part_of(word, cut, word.text.size()));
      }
    }
    if (!kept.empty() && !rest.empty() &&
        breaks_off(lines, i - 1, rest.front().box.left, furthest_rest)) {
      append_words(lines, i - 1, rest);
      lines[i].back() = piece_of(std::move(kept));
    }
  }
}

void join_parted_lines(std::vector<Pieces>& lines) {
  constexpr double widest_gap = 3;
  const auto latin = [](char32_t c) { return c > U' ' && c < 0x7f; };
  for (Pieces& line : lines) {
    for (std::size_t k = 0; k + 1 < line.size();) {
      const FormPiece& a = line[k];
      const FormPiece& b = line[k + 1];
      const bool parted =
          is_prose(a) && !a.is_label() && !b.is_label() && letters(b) > 1 &&
          b.box.left - a.box.right <= widest_gap * a.size && latin(a.words.back().text.back()) &&
          latin(b.words.front().text.front()) && !read_published_amount(text_of(b.words));
      if (!parted) {
        ++k;
        continue;
      }
      std::vector<PdfWord> words = a.words;
      words.insert(words.end(), b.words.begin(), b.words.end());
      line[k] = piece_of(std::move(words));
      line.erase(line.begin() + static_cast<std::ptrdiff_t>(k) + 1);
    }
  }
}

void join_broken_lines(std::vector<Pieces>& lines) {
  join_runs(lines);
  constexpr std::size_t furthest = 3;
  constexpr double blanks = 2;
  for (std::size_t i = 1; i < lines.size(); ++i) {
    const FormPiece& rest = lines[i].front();
    if (lines[i].size() != 1 || rest.is_label()) {
      continue;
    }
    const std::u32string text = text_of(rest.words);
    const bool beyond = rest.box.left >= margin_beside(lines, i) && changes_font(text.front());
    if (read_published_amount(text) && (!beyond || text.find_first_of(U".,，") != text.npos)) {
      continue;
    }
    // Right below another value it is the rest of that.
    const bool below =
        std::any_of(lines[i - 1].begin(), lines[i - 1].end(), [&](const auto& piece) {
          return !piece.is_label() && !is_prose(piece) && overlap(piece.box, rest.box);
        });
    if (below) {
      continue;
    }
    // Other texts begin there, too.
    const bool column = std::any_of(lines.begin(), lines.end(), [&](const Pieces& line) {
      return std::any_of(line.begin(), line.end(), [&](const FormPiece& piece) {
        return &piece != &rest && is_prose(piece) &&
               std::abs(piece.box.left - rest.box.left) <= rest.size;
      });
    });
    // Where it surely goes on, or else in the nearest line that breaks off.
    std::size_t of = i;
    for (std::size_t k = i; !column && k-- > 0 && i - k <= furthest;) {
      // Beside the end of the line that it was broken off, which digits and marks make long.
      const FormPiece& begin = lines[k].back();
      const bool sure = is_prose(begin) && !closes_sentence(text_of(begin.words)) &&
                        goes_on_surely(text_of(begin.words), text);
      const bool inside = sure && rest.box.left > (begin.box.left + begin.box.right) / 2;
      if (inside || breaks_off(lines, k, rest.box.left, beyond ? furthest_rest : blanks)) {
        of = of == i || sure ? k : of;
      }
      if (of == k && sure) {
        break;
      }
    }
    if (of < i) {
      append_words(lines, of, std::vector<PdfWord>(rest.words));
      lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(i--));
    }
  }
}

void join_broken_amounts(std::vector<Pieces>& lines) {
  constexpr std::size_t most_digits = 4;
  for (std::size_t i = 1; i < lines.size(); ++i) {
    const FormPiece& rest = lines[i].front();
    const FormPiece& above = lines[i - 1].back();
    const std::u32string digits = text_of(rest.words);
    // The cell may begin with its label.
    const std::size_t pieces = lines[i - 1].size();
    const bool labelled = pieces > 1 && lines[i - 1][pieces - 2].is_label() &&
                          lines[i - 1][pieces - 2].box.right + 1 >= above.box.left;
    const double left = labelled ? lines[i - 1][pieces - 2].box.left : above.box.left;
    if (lines[i].size() != 1 || digits.size() > most_digits ||
        !std::all_of(digits.begin(), digits.end(), is_digit) || rest.box.right <= left ||
        rest.box.left < left - rest.size) {
      continue;
    }
    const std::u32string text = text_of(above.words);
    const std::size_t point = text.find_last_not_of(U"0123456789");
    if (point == text.npos || point == 0 || text[point] != U'.' || !is_digit(text[point - 1])) {
      continue;
    }
    // One word: two are two amounts.
    PdfWord& last = lines[i - 1].back().words.back();
    for (const char32_t digit : digits) {
      last.text += digit;
      last.char_left.push_back(last.box.right);
      last.box.right += last.size;
      last.char_right.push_back(last.box.right);
    }
    lines[i - 1].back() = piece_of(lines[i - 1].back().words);
    lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(i--));
  }
}

}  // namespace budgetdiff::import
