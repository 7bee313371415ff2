#include "import/page/form_pairs.hpp"

#include "import/page/broken_labels.hpp"
#include "import/page/form_pieces.hpp"
#include "import/page/form_values.hpp"
#include "import/page/text_form.hpp"
#include "import/vocabulary.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <iterator>
#include <utility>

namespace budgetdiff::import {
namespace {

/// A page with more pieces is no form that people made.
constexpr std::size_t most_pieces = 2000;

/// Where a line has the label of a project's name; its size where it has none.
std::size_t name_label(const std::vector<FormPiece>& line) {
  const auto label = std::find_if(line.begin(), line.end(), [](const FormPiece& piece) {
    return piece.term.role == Role::project_name && text_of(piece.words).size() >= 4;
  });
  return static_cast<std::size_t>(label - line.begin());
}

bool is_value(const FormPiece& piece) {
  return !piece.is_label() && !piece.heading;
}

bool names_project(const std::vector<FormPiece>& line) {
  const std::size_t label = name_label(line);
  return label + 1 < line.size() && is_value(line[label + 1]);
}

/// Whether the one text of a line stands over or under what a label of a project's name has
/// beside it, as the lines of one cell do: the label is in the middle of them.
bool is_of_name(const std::vector<FormPiece>& other, const std::vector<FormPiece>& line) {
  const std::size_t at = name_label(line);
  if (at == line.size() || other.size() != 1 || !is_value(other.front()) || other.front().is_text) {
    return false;
  }
  constexpr double half_step = 0.95;  ///< from the middle of two lines, in letters
  constexpr double same_side = 0.35;
  const FormPiece& piece = other.front();
  const FormPiece& label = line[at];
  const bool beside = names_project(line);
  const double off = std::abs(piece.middle - label.middle);
  const std::size_t next = at + (beside ? 2 : 1);
  const bool between = piece.box.left > label.box.right &&
                       (next >= line.size() || piece.box.right < line[next].box.left);
  if (!between || off > (beside ? form_line_step : half_step) * piece.size) {
    return false;
  }
  return !beside || std::abs(piece.box.left - line[at + 1].box.left) < same_side * piece.size;
}

/// The pieces of a form whose name's label is broken over lines, with the name's own between them
/// (项目名 | 桥梁检测 | 称); words above it are put into `above`. None where there is none.
std::vector<FormPiece> form_of_broken_labels(const std::vector<std::vector<PdfWord>>& lines,
                                             std::vector<PdfWord>& above) {
  std::vector<FormPiece> pieces;
  for (const std::vector<PdfWord>& line : lines) {
    std::vector<FormPiece> of_line = pieces_of(line);
    pieces.insert(pieces.end(), std::make_move_iterator(of_line.begin()),
                  std::make_move_iterator(of_line.end()));
  }
  if (pieces.size() > most_pieces || pieces.empty() || pieces.front().is_text) {
    return {};
  }
  join_broken_labels(pieces);
  const auto names = [&](const FormPiece& label) {
    return label.term.role == Role::project_name && label.words.size() > 1 &&
           std::any_of(pieces.begin(), pieces.end(), [&](const FormPiece& value) {
             return is_value(value) && value.box.left > label.box.right &&
                    value.middle > label.box.top && value.middle < label.box.bottom;
           });
  };
  const auto name = std::find_if(pieces.begin(), pieces.end(), names);
  if (name == pieces.end()) {
    return {};
  }
  const auto is_of = [](const PdfWord& word, const FormPiece& piece) {
    return piece.box.left <= word.box.left && word.box.right <= piece.box.right &&
           piece.box.top <= word.middle() && word.middle() <= piece.box.bottom;
  };
  // Titles and 部门名称：… in one piece stand above the form; the first line of the name's label
  // may stand alone.
  const auto is_of_label = [&](const PdfWord& word) {
    return std::any_of(pieces.begin(), pieces.end(), [&](const FormPiece& piece) {
      return piece.is_label() && piece.term.role != Role::year && is_of(word, piece);
    });
  };
  const auto opens = [&](const std::vector<PdfWord>& line) {
    return std::any_of(line.begin(), line.end(),
                       [&](const PdfWord& word) { return is_of(word, *name); }) ||
           (pieces_of(line).size() > 1 && std::any_of(line.begin(), line.end(), is_of_label));
  };
  std::size_t begin = 0;
  while (begin < lines.size() && !opens(lines[begin])) {
    ++begin;
  }
  if (begin == lines.size()) {
    return {};
  }
  above.clear();
  double top = lines[begin].front().middle();
  for (const PdfWord& word : lines[begin]) {
    top = std::min(top, word.middle());
  }
  for (std::size_t i = 0; i < begin; ++i) {
    above.insert(above.end(), lines[i].begin(), lines[i].end());
  }
  std::erase_if(pieces, [&](const FormPiece& piece) { return piece.box.bottom < top; });
  return pieces;
}

}  // namespace

bool opens_form(const std::vector<PdfWord>& line) {
  constexpr std::size_t in_front = 8;
  const std::u32string front = text_of(line).substr(0, in_front);
  if (front.find(U"名称") == front.npos) {
    return false;  // nearly all lines, at once
  }
  const std::vector<FormPiece> pieces = pieces_of(line);
  // A list's header, of which some words are broken, has goals or indicators beside the name.
  const bool header = std::any_of(pieces.begin(), pieces.end(), [](const FormPiece& piece) {
    const Role role = piece.term.role;
    return role == Role::goal || role == Role::annual_goal || role == Role::indicators ||
           role == Role::level1 || role == Role::level2 || role == Role::level3 ||
           holds_targets(role);
  });
  return !header && !pieces.empty() && pieces.front().term.role == Role::project_name &&
         names_project(pieces);
}

bool begins_name(const std::vector<PdfWord>& above, const std::vector<PdfWord>& line) {
  return is_of_name(pieces_of(above), pieces_of(line));
}

std::optional<Grid> form_pairs(const PdfPage& page, const std::vector<PdfWord>& words,
                               std::vector<PdfWord>& above, bool goes_on) {
  std::vector<std::vector<FormPiece>> lines;
  std::size_t count = 0;
  std::vector<FormPiece> last;
  bool named = false;
  bool begun = goes_on;
  const std::vector<std::vector<PdfWord>> of_words = word_lines(words);
  for (const std::vector<PdfWord>& line : of_words) {
    std::vector<FormPiece> of_line = pieces_of(line);
    // A name of two lines has its label between them, at its own height perhaps the next one.
    named = named || names_project(of_line) ||
            (!lines.empty() && is_of_name(of_line, lines.back())) || is_of_name(last, of_line);
    const bool opened = begun;
    // Titles and 部门名称：… in one piece stand above the form.
    begun = begun || (of_line.size() > 1 &&
                      std::any_of(of_line.begin(), of_line.end(), [](const FormPiece& piece) {
                        return piece.is_label() && piece.term.role != Role::year;
                      }));
    if (!begun) {
      above.insert(above.end(), line.begin(), line.end());
      last = std::move(of_line);
      continue;
    }
    if (!opened && is_of_name(last, of_line)) {
      above.resize(above.size() - last.front().words.size());
      count += last.size();
      lines.push_back(std::exchange(last, {}));
    }
    last = of_line;
    count += of_line.size();
    lines.push_back(std::move(of_line));
  }
  const bool text = !lines.empty() && lines.front().front().is_text;
  if (text) {
    join_broken_labels(lines);
  }
  named = named || std::any_of(lines.begin(), lines.end(), names_project);
  if (!named && !goes_on) {
    std::vector<FormPiece> pieces = form_of_broken_labels(of_words, above);
    if (!pieces.empty()) {
      return values_of_form(std::move(pieces), page, goes_on);
    }
  }
  if ((!named && !goes_on) || lines.empty() || count > most_pieces) {
    above.clear();
    return std::nullopt;
  }
  if (text) {
    return text_form(std::move(lines), page.number);
  }
  std::vector<FormPiece> pieces;
  for (std::vector<FormPiece>& line : lines) {
    pieces.insert(pieces.end(), std::make_move_iterator(line.begin()),
                  std::make_move_iterator(line.end()));
  }
  join_broken_labels(pieces);
  return values_of_form(std::move(pieces), page, goes_on);
}

}  // namespace budgetdiff::import
