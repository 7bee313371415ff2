#include "import/page/header_cuts.hpp"

#include "import/page/aligned_cells.hpp"
#include "import/page/lines.hpp"
#include "import/text/source_lines.hpp"
#include "import/vocabulary.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <cstddef>
#include <limits>
#include <string>
#include <utility>

namespace budgetdiff::import {
namespace {

constexpr std::size_t most_characters = 400;
constexpr std::size_t longest_cell = 40;
/// A cell of a spaced-out header has at most this many pieces.
constexpr std::size_t most_pieces = 24;

/// A letter of the header, and the band of white that parts it from others.
struct Piece {
  double left = 0;
  double right = 0;
  double gap_before = 0;  ///< in letters
  std::vector<PdfWord> words;
  std::vector<std::u32string> by_line;  ///< its text in each line of the header
  /// The last line in which it has a letter of no header's word, counted from 1; 0 where there is
  /// none. Brackets may hold any letter: of such a header nothing is said.
  std::size_t strange_line = 0;
};

/// Marks the pieces that no known word has.
void find_strange_letters(std::vector<Piece>& pieces) {
  for (Piece& piece : pieces) {
    for (std::size_t line = 0; line < piece.by_line.size(); ++line) {
      if (piece.by_line[line].find_first_of(U"()[]{}（）【】〔〕〈〉") != std::u32string::npos) {
        std::for_each(pieces.begin(), pieces.end(), [](Piece& any) { any.strange_line = 0; });
        return;
      }
      if (has_strange_letter(to_utf8(piece.by_line[line]))) {
        piece.strange_line = line + 1;
      }
    }
  }
}

/// The words cut where no line has any ink.
std::vector<Piece> pieces_of(const std::vector<WordLine>& lines) {
  struct Letter {
    double left;
    std::size_t line;
    std::size_t word;
    std::size_t at;
  };
  std::vector<Letter> letters;
  for (std::size_t l = 0; l < lines.size(); ++l) {
    for (std::size_t w = 0; w < lines[l].words.size(); ++w) {
      const PdfWord& word = lines[l].words[w];
      for (std::size_t i = 0; i < word.text.size(); ++i) {
        if (!is_space(word.text[i])) {
          letters.push_back({word.char_left[i], l, w, i});
        }
      }
      if (letters.size() > most_characters) {
        return {};
      }
    }
  }
  std::stable_sort(letters.begin(), letters.end(),
                   [](const Letter& a, const Letter& b) { return a.left < b.left; });
  std::vector<Piece> out;
  for (const Letter& one : letters) {
    PdfWord letter = part_of(lines[one.line].words[one.word], one.at, one.at + 1);
    const double size = std::max(1.0, letter.size);
    if (out.empty() || letter.box.left > out.back().right + may_part * size) {
      const double gap = out.empty() ? 0 : (letter.box.left - out.back().right) / size;
      out.push_back({letter.box.left, letter.box.right, gap, {}, {}});
      out.back().by_line.resize(lines.size());
    }
    out.back().right = std::max(out.back().right, letter.box.right);
    out.back().by_line[one.line] += letter.text;
    out.back().words.push_back(std::move(letter));
  }
  find_strange_letters(out);
  return out;
}

/// The cell that pieces make. What stands above known words and makes them
/// unknown is the heading of several columns and left out.
HeaderCell cell_of(const std::vector<Piece>& pieces, std::size_t begin, std::size_t end, int page) {
  HeaderCell cell;
  for (std::size_t i = begin; i < end; ++i) {
    cell.words.insert(cell.words.end(), pieces[i].words.begin(), pieces[i].words.end());
  }
  std::vector<PdfLine> lines = lines_of(cell.words, page);
  for (std::size_t first = 0; first < lines.size() && cell.term.role == Role::none; ++first) {
    std::u32string text;
    for (std::size_t i = first; i < lines.size(); ++i) {
      text += without_space(lines[i].line.text);
    }
    if (text.size() > longest_cell) {
      continue;
    }
    std::string utf8 = to_utf8(text);
    cell.term = has_whole_brackets(text) ? look_up_listed_header(utf8) : Term{};
    if (first == 0 || cell.term.role != Role::none) {
      cell.text = std::move(utf8);
    }
    if (first > 0 && cell.term.role != Role::none) {
      std::erase_if(cell.words, [&](const PdfWord& word) {
        return word.middle() < lines[first].middle - lines[first].size * 0.5;
      });
    }
  }
  cell.box = cell.words.front().box;
  for (const PdfWord& word : cell.words) {
    cell.box.left = std::min(cell.box.left, word.box.left);
    cell.box.right = std::max(cell.box.right, word.box.right);
    cell.box.top = std::min(cell.box.top, word.box.top);
    cell.box.bottom = std::max(cell.box.bottom, word.box.bottom);
  }
  return cell;
}

/// The weight of what the pieces [begin, end) say; 0 where it is nothing known.
double weight_of_run(const std::vector<Piece>& pieces, std::size_t begin, std::size_t end,
                     HeaderReadings& readings) {
  std::u32string text;
  // From the last line upwards: what stands above known words is a heading.
  double weight = 0;
  std::size_t strange = 0;
  for (std::size_t i = begin; i < end; ++i) {
    strange = std::max(strange, pieces[i].strange_line);
  }
  for (std::size_t line = pieces[begin].by_line.size(); line-- > strange;) {
    std::u32string own;
    for (std::size_t i = begin; i < end; ++i) {
      own += pieces[i].by_line[line];
    }
    if (own.empty()) {
      continue;
    }
    text.insert(0, own);
    if (text.size() > longest_cell) {
      break;
    }
    const double known = readings.weight_of(text);
    weight = known > 0 ? known : weight;
  }
  return weight;
}

/// Whether the pieces [begin, end) of a page are a category: the head of a column of its
/// indicators, which no list of headers' words has.
bool is_category_run(const std::vector<Piece>& pieces, std::size_t begin, std::size_t end) {
  constexpr std::size_t longest = 12;
  if (pieces[begin].words.front().line > 0) {
    return false;
  }
  std::u32string text;
  for (std::size_t line = 0; line < pieces[begin].by_line.size(); ++line) {
    for (std::size_t i = begin; i < end; ++i) {
      text += pieces[i].by_line[line];
    }
  }
  const std::string utf8 = text.size() <= longest ? to_utf8(text) : std::string{};
  return is_level1_category(utf8) || is_level2_category(utf8);
}

}  // namespace

std::vector<HeaderCell> cells_of(const std::vector<WordLine>& lines, int page,
                                 HeaderReadings& readings) {
  const std::vector<Piece> pieces = pieces_of(lines);
  const std::size_t n = pieces.size();
  if (n < 3) {
    return {};
  }
  struct Best {
    double score = -std::numeric_limits<double>::infinity();
    std::size_t from = 0;
    bool known = false;  ///< what it says from there
  };
  std::vector<Best> best(n + 1);
  best[0].score = 0;
  for (std::size_t end = 1; end <= n; ++end) {
    double widest = 0;
    std::size_t count = 0;
    for (std::size_t begin = end; begin-- > 0 && end - begin <= most_pieces;) {
      count += pieces[begin].words.size();
      if (count > longest_cell && end - begin > 1) {
        break;
      }
      double score = -2;
      const double weight = weight_of_run(pieces, begin, end, readings);
      if (weight > 0) {
        score += weight;
        // Far apart, two known words are two columns: 其他 | 资金.
        score -= widest > 2 * inside_cell && end - begin == 2 ? 3 : 0;
      } else {
        const auto letters = static_cast<double>(count);
        // Two categories side by side are two columns, however near.
        const bool category = is_category_run(pieces, begin, end);
        score -= (category ? letters / 2 : letters) + (widest > inside_cell ? 3 * letters : 0);
      }
      if (best[begin].score + score > best[end].score) {
        best[end] = {best[begin].score + score, begin, weight > 0};
      }
      widest = std::max(widest, pieces[begin].gap_before);
    }
  }
  bool known = false;
  for (std::size_t end = n; end > 0; end = best[end].from) {
    known = known || best[end].known;
  }
  if (!known) {
    return {};  // no header, and most lines of a page are none
  }
  std::vector<HeaderCell> out;
  for (std::size_t end = n; end > 0; end = best[end].from) {
    out.push_back(cell_of(pieces, best[end].from, end, page));
  }
  std::reverse(out.begin(), out.end());
  return out;
}

std::vector<HeaderCell> text_cells_of(const std::vector<WordLine>& lines, int page,
                                      HeaderReadings& readings) {
  std::vector<std::vector<PdfWord>> words;
  for (const WordLine& line : lines) {
    if (line.words.empty() || line.words.front().line == 0) {
      return {};
    }
    words.push_back(line.words);
  }
  // Beside 三级指标 a 指标 alone is a piece of another word.
  const bool names = std::any_of(words.begin(), words.end(), [](const auto& line) {
    return std::any_of(line.begin(), line.end(), [](const PdfWord& word) {
      return word.text.find(U"三级") != word.text.npos;
    });
  });
  std::vector<HeaderCell> out;
  for (const std::vector<PdfWord>& cell : aligned_cells(words, [&](const std::u32string& text) {
         return names && text == U"指标" ? 0 : readings.weight_of(text);
       })) {
    Piece piece;
    piece.words = cell;
    out.push_back(cell_of({piece}, 0, 1, page));
  }
  return out;
}

}  // namespace budgetdiff::import
