#include "import/page/header_cells.hpp"

#include "import/page/aligned_cells.hpp"
#include "import/page/header_readings.hpp"
#include "import/page/text_parts.hpp"
#include "import/table/context.hpp"
#include "import/text/amount_run.hpp"
#include "import/text/source_lines.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <limits>
#include <string_view>
#include <utility>

namespace budgetdiff::import {
namespace {

/// Lines of a header, each column's broken lines counted by itself.
constexpr std::size_t deepest_header = 12;
constexpr std::size_t most_characters = 400;
constexpr std::size_t longest_cell = 40;
/// Words of one header cell stand nearer than this many letters, unless they
/// are known to belong together.
constexpr double inside_cell = 0.9;
/// White of this part of a letter may part two cells.
constexpr double may_part = 0.15;
/// A cell of a spaced-out header has at most this many pieces.
constexpr std::size_t most_pieces = 24;

/// A line of the page with its words.
struct WordLine {
  std::vector<PdfWord> words;
  double middle = 0;
  double size = 0;
};

std::vector<WordLine> word_lines(std::vector<PdfWord> words) {
  std::stable_sort(words.begin(), words.end(),
                   [](const PdfWord& a, const PdfWord& b) { return a.middle() < b.middle(); });
  std::vector<WordLine> out;
  for (PdfWord& word : words) {
    if (out.empty() || word.middle() - out.back().middle > 0.45 * std::max(1.0, word.size)) {
      out.push_back({{}, word.middle(), word.size});
    }
    out.back().words.push_back(std::move(word));
  }
  for (WordLine& line : out) {
    std::sort(line.words.begin(), line.words.end(),
              [](const PdfWord& a, const PdfWord& b) { return a.box.left < b.box.left; });
  }
  return out;
}

/// Words of a line that stand close together.
struct Fragment {
  double left = 0;
  double right = 0;
  std::size_t first = 0;
  std::size_t count = 0;
};

std::vector<Fragment> fragments_of(const WordLine& line, double within) {
  std::vector<Fragment> out;
  for (std::size_t i = 0; i < line.words.size(); ++i) {
    const PdfWord& word = line.words[i];
    if (out.empty() || word.box.left > out.back().right + within * word.size) {
      out.push_back({word.box.left, word.box.right, i, 0});
    }
    out.back().right = std::max(out.back().right, word.box.right);
    ++out.back().count;
  }
  return out;
}

bool overlaps(const Fragment& a, const Fragment& b) {
  return a.left < b.right && a.right > b.left;
}

/// How many pieces of lines below stand under a piece, each with those above and below it.
std::size_t pieces_under(const Fragment& one, const std::vector<Fragment>& below) {
  std::vector<Fragment> under;
  for (const Fragment& other : below) {
    if (!overlaps(one, other)) {
      continue;
    }
    Fragment whole = other;
    std::erase_if(under, [&](const Fragment& piece) {
      const bool same = overlaps(piece, whole);
      whole.left = same ? std::min(whole.left, piece.left) : whole.left;
      whole.right = same ? std::max(whole.right, piece.right) : whole.right;
      return same;
    });
    under.push_back(whole);
  }
  return under.size();
}

/// `line` without the headings that stand over two or more pieces of one line below, or of all of
/// them: cells of one line beside those of two stand at heights of their own.
WordLine without_headings(const WordLine& line, const std::vector<WordLine>& below) {
  std::vector<std::vector<Fragment>> under;
  std::vector<Fragment> all;
  for (const WordLine& other : below) {
    under.push_back(fragments_of(other, inside_cell));
    all.insert(all.end(), under.back().begin(), under.back().end());
  }
  under.push_back(std::move(all));
  WordLine out{{}, line.middle, line.size};
  for (const Fragment& one : fragments_of(line, 2 * may_part)) {
    const bool heads = std::any_of(
        under.begin(), under.end(),
        [&](const std::vector<Fragment>& pieces) { return pieces_under(one, pieces) >= 2; });
    for (std::size_t i = one.first; !heads && i < one.first + one.count; ++i) {
      out.words.push_back(line.words[i]);
    }
  }
  return out;
}

/// Text keeps no places that tell what a heading stands over, but a header has a thing once. So a
/// whole word for all indicators above those for their levels is a heading, and so is money that a
/// word on a line below names as well (项目金额 above 资金总额 | 财政拨款).
std::vector<WordLine> without_repeated(const std::vector<WordLine>& lines) {
  constexpr std::size_t shortest = 4;  // 指标 is as often the end of a broken word
  std::vector<std::vector<Term>> terms;
  std::size_t names = 0;  // the last line with a word of the third level
  for (std::size_t l = 0; l < lines.size(); ++l) {
    terms.emplace_back();
    for (const PdfWord& word : lines[l].words) {
      terms.back().push_back(look_up_listed_header(to_utf8(without_space(word.text))));
      names = word.text.find(U"三级") != word.text.npos ? l : names;
    }
  }
  std::vector<WordLine> out;
  for (std::size_t l = 0; l < lines.size(); ++l) {
    out.push_back({{}, lines[l].middle, lines[l].size});
    for (std::size_t w = 0; w < lines[l].words.size(); ++w) {
      const PdfWord& word = lines[l].words[w];
      const Term& own = terms[l][w];
      // 资金来源 is known, and no money by itself.
      const bool sources = own.role == Role::remark && word.text.find(U"资金") != word.text.npos;
      bool heads = word.text.size() >= shortest && own.role == Role::indicators && l < names;
      for (std::size_t below = l + 1; below < lines.size() && (own.role == Role::money || sources);
           ++below) {
        heads =
            heads || std::any_of(terms[below].begin(), terms[below].end(), [&](const Term& one) {
              return sources ? one.role == Role::money
                             : one == own && !is_sum_label(to_utf8(word.text));
            });
      }
      if (!heads) {
        out.back().words.push_back(word);
      }
    }
  }
  std::erase_if(out, [](const WordLine& line) { return line.words.empty(); });
  return out;
}

/// Neighbours on a line of text that are a known word of money together and not both by themselves:
/// print spreads letters over narrow cells (合 计), and puts two lines of one on one line.
std::vector<WordLine> with_joined_words(const std::vector<WordLine>& lines) {
  const auto role_of = [](const std::u32string& text) {
    return look_up_listed_header(to_utf8(without_space(text))).role;
  };
  const auto known = [&](const std::u32string& text) { return role_of(text) != Role::none; };
  constexpr double widest_gap = 4;  // letters
  std::vector<WordLine> out;
  for (const WordLine& line : lines) {
    out.push_back({{}, line.middle, line.size});
    std::vector<PdfWord>& words = out.back().words;
    for (const PdfWord& word : line.words) {
      const bool joins = !words.empty() &&
                         word.box.left - words.back().box.right < widest_gap * line.size &&
                         role_of(words.back().text + word.text) == Role::money &&
                         !(known(words.back().text) && known(word.text));
      if (!joins) {
        words.push_back(word);
        continue;
      }
      PdfWord& last = words.back();
      last.text += word.text;
      last.box.right = word.box.right;
      last.char_left.insert(last.char_left.end(), word.char_left.begin(), word.char_left.end());
      last.char_right.insert(last.char_right.end(), word.char_right.begin(), word.char_right.end());
    }
  }
  return out;
}

/// A letter of the header, and the band of white that parts it from others.
struct Piece {
  double left = 0;
  double right = 0;
  double gap_before = 0;  ///< in letters
  std::vector<PdfWord> words;
  std::vector<std::u32string> by_line;  ///< its text in each line of the header
};

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
  for (std::size_t line = pieces[begin].by_line.size(); line-- > 0;) {
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

/// The best way to put neighbouring pieces together: known words count by
/// their letters, so that 项目 and 名称 become 项目名称.
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
      if (const double weight = weight_of_run(pieces, begin, end, readings); weight > 0) {
        score += weight;
        // Far apart, two known words are two columns: 其他 | 资金.
        score -= widest > 2 * inside_cell && end - begin == 2 ? 3 : 0;
      } else {
        const auto letters = static_cast<double>(count);
        score -= letters + (widest > inside_cell ? 3 * letters : 0);
      }
      if (best[begin].score + score > best[end].score) {
        best[end] = {best[begin].score + score, begin};
      }
      widest = std::max(widest, pieces[begin].gap_before);
    }
  }
  std::vector<HeaderCell> out;
  for (std::size_t end = n; end > 0; end = best[end].from) {
    out.push_back(cell_of(pieces, best[end].from, end, page));
  }
  std::reverse(out.begin(), out.end());
  return out;
}

/// The same for text, by the order of each line's words.
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

/// Takes out a cell of text that stands over another one, in a line above all of its, or for
/// targets between two such: it heads these columns, which print has slid from under it.
void drop_heads(std::vector<HeaderCell>& cells) {
  const auto is_above = [](const HeaderCell& cell, const HeaderCell& below) {
    return cell.box.bottom <= below.box.top;
  };
  std::vector<HeaderCell> out;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const HeaderCell& cell = cells[i];
    const bool over = std::any_of(cells.begin(), cells.end(), [&](const HeaderCell& below) {
      const double shared =
          std::min(cell.box.right, below.box.right) - std::max(cell.box.left, below.box.left);
      return shared * 2 >= cell.box.right - cell.box.left && is_above(cell, below);
    });
    const bool between = holds_targets(cell.term.role) && i > 0 && i + 1 < cells.size() &&
                         is_above(cell, cells[i - 1]) && is_above(cell, cells[i + 1]);
    if (!over && !between) {
      out.push_back(cell);
    }
  }
  cells = std::move(out);
}

/// 指标 beside 指标值, where no column is said to be the third level.
void name_the_indicators(HeaderBand& band) {
  std::size_t last = band.cells.size();
  bool named = false;
  bool levels = false;
  bool target = false;
  for (std::size_t i = 0; i < band.cells.size(); ++i) {
    const Role role = band.cells[i].term.role;
    named = named || role == Role::level3 || role == Role::project_name;
    levels = levels || role == Role::level1 || role == Role::level2;
    target = target || role == Role::value || role == Role::annual_target;
    last = role == Role::indicators ? i : last;
  }
  if (!named && !levels && target && last < band.cells.size()) {
    band.cells[last].term.role = Role::level3;
  }
}

bool is_header(HeaderBand& band, HeaderKind kind) {
  const std::vector<HeaderCell>& cells = band.cells;
  std::size_t& known = band.known;
  bool name = false;
  bool column = false;
  bool level3 = false;
  bool target = false;
  name_the_indicators(band);
  for (const HeaderCell& cell : cells) {
    const Role role = cell.term.role;
    if (role != Role::none) {
      ++known;
      band.weight += letters_weight(cell.text);
    }
    name = name || role == Role::project_name;
    level3 = level3 || role == Role::level3;
    column = column || (role == Role::money && kind == HeaderKind::any) || role == Role::goal ||
             role == Role::annual_goal || role == Role::indicators || role == Role::level3;
    target =
        target || role == Role::value || role == Role::annual_target || role == Role::period_target;
  }
  return known * 10 >= cells.size() * 6 &&
         ((name && column && known >= 3) || (level3 && target && known >= 3));
}

/// Of two headers the one that knows more cells, then more letters. In text, where a
/// line above may be taken for one of the header's, unknown cells count against it.
std::pair<double, double> rank_of(const HeaderBand& band) {
  const bool text = band.cells.front().words.front().line > 0;
  const std::size_t unknown = text ? band.cells.size() - band.known : 0;
  return {static_cast<double>(band.known) - static_cast<double>(unknown), band.weight};
}

/// Whether a line is none of a header's: it has amounts, targets or sentences, or says whose
/// the table is and in which unit, or numbers the columns.
bool is_body(const WordLine& line) {
  if (numbers_columns(line.words)) {
    return true;
  }
  std::u32string text;
  bool colon = false;
  for (const PdfWord& word : line.words) {
    text += (text.empty() ? U"" : U" ") + word.text;
    colon = colon || word.text.find_first_of(U"：:") != word.text.npos;
  }
  const std::vector<Labelled> labels = colon ? labels_in(text) : std::vector<Labelled>{};
  const auto of_table = [](const Labelled& one) {
    return (one.role == Role::department || one.role == Role::money_unit) && !one.value.empty();
  };
  if (std::any_of(labels.begin(), labels.end(), of_table)) {
    return true;
  }
  return std::any_of(line.words.begin(), line.words.end(), [](const PdfWord& word) {
    return word.text.find_first_of(U"。；，;≥≤≧≦") != word.text.npos ||
           (word.text.find(U'.') != word.text.npos && read_published_amount(word.text));
  });
}

bool may_be_header(const WordLine& line) {
  for (const PdfWord& word : line.words) {
    if (word.text.find_first_of(U"项目指标金额总合计财政绩效权重分值") != word.text.npos) {
      return true;
    }
  }
  return false;
}

/// The best header that begins with line `first`.
std::optional<HeaderBand> header_from(const std::vector<WordLine>& lines, std::size_t first,
                                      int page, HeaderKind kind, HeaderReadings& readings) {
  std::optional<HeaderBand> best;
  if (is_body(lines[first]) || !may_be_header(lines[first])) {
    return best;
  }
  std::vector<WordLine> band_lines;
  for (std::size_t depth = 0; depth < deepest_header && first + depth < lines.size(); ++depth) {
    const WordLine& line = lines[first + depth];
    if (depth > 0 &&
        (line.middle - lines[first + depth - 1].middle > 2.5 * line.size || is_body(line))) {
      break;
    }
    band_lines.push_back(line);
    const bool text = !line.words.empty() && line.words.front().line > 0;
    std::vector<WordLine> own_lines = text ? without_repeated(band_lines) : band_lines;
    std::vector<WordLine> bare_lines = own_lines;
    bool differs = false;
    for (std::size_t i = 0; i + 1 < bare_lines.size(); ++i) {
      bare_lines[i] = without_headings(
          own_lines[i], {own_lines.begin() + static_cast<std::ptrdiff_t>(i) + 1, own_lines.end()});
      differs = differs || bare_lines[i].words.size() != own_lines[i].words.size();
    }
    std::vector<WordLine> joined_lines;
    if (text) {
      joined_lines = with_joined_words(own_lines);
    }
    for (const std::vector<WordLine>* const one : {&own_lines, &bare_lines, &joined_lines}) {
      if ((one == &bare_lines && !differs) || one->empty()) {
        continue;
      }
      for (const bool aligned : {false, true}) {
        HeaderBand band;
        band.cells = aligned ? text_cells_of(*one, page, readings) : cells_of(*one, page, readings);
        if (line.words.front().line > 0) {
          drop_heads(band.cells);
        }
        // A line further down may complete words that are broken over lines.
        if (is_header(band, kind) && (!best || rank_of(band) > rank_of(*best))) {
          band.top = lines[first].middle - lines[first].size;
          band.bottom = line.middle + line.size * 0.45;
          best = std::move(band);
        }
      }
    }
  }
  return best;
}

}  // namespace

std::optional<HeaderBand> find_header(std::vector<PdfWord> words, int page, HeaderKind kind,
                                      HeaderReadings* readings) {
  const std::vector<WordLine> lines = word_lines(std::move(words));
  std::optional<HeaderBand> best;
  HeaderReadings own;
  for (std::size_t first = 0; first < lines.size(); ++first) {
    if (best && lines[first].middle > best->bottom) {
      break;
    }
    // A line that takes nothing away when it goes stands above the header.
    std::optional<HeaderBand> band =
        header_from(lines, first, page, kind, readings != nullptr ? *readings : own);
    if (band && (!best || rank_of(*band) >= rank_of(*best))) {
      best = std::move(band);
    }
  }
  return best;
}

}  // namespace budgetdiff::import
