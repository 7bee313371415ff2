#include "import/page/form_pairs.hpp"

#include "import/page/form_pieces.hpp"
#include "import/page/form_values.hpp"
#include "import/page/text_form.hpp"
#include "import/vocabulary.hpp"

#include <algorithm>
#include <utility>

namespace budgetdiff::import {
namespace {

/// A page with more pieces is no form that people made.
constexpr std::size_t most_pieces = 2000;
bool names_project(const std::vector<FormPiece>& line) {
  for (std::size_t i = 0; i + 1 < line.size(); ++i) {
    if (line[i].term.role == Role::project_name && text_of(line[i].words).size() >= 4 &&
        !line[i + 1].is_label() && !line[i + 1].heading) {
      return true;
    }
  }
  return false;
}

}  // namespace

bool opens_form(const std::vector<PdfWord>& line) {
  constexpr std::size_t in_front = 8;
  const std::u32string front = text_of(line).substr(0, in_front);
  if (front.find(U"名称") == front.npos) {
    return false;  // nearly all lines, at once
  }
  const std::vector<FormPiece> pieces = pieces_of(line);
  return !pieces.empty() && pieces.front().term.role == Role::project_name && names_project(pieces);
}

std::optional<Grid> form_pairs(const PdfPage& page, const std::vector<PdfWord>& words,
                               std::vector<PdfWord>& above, bool goes_on) {
  std::vector<std::vector<FormPiece>> lines;
  std::size_t count = 0;
  bool begun = goes_on;
  for (const std::vector<PdfWord>& line : word_lines(words)) {
    std::vector<FormPiece> of_line = pieces_of(line);
    // Titles and 部门名称：… in one piece stand above the form.
    begun = begun || (of_line.size() > 1 &&
                      std::any_of(of_line.begin(), of_line.end(), [](const FormPiece& piece) {
                        return piece.is_label() && piece.term.role != Role::year;
                      }));
    if (!begun) {
      above.insert(above.end(), line.begin(), line.end());
      continue;
    }
    count += of_line.size();
    lines.push_back(std::move(of_line));
  }
  const bool text = !lines.empty() && lines.front().front().is_text;
  if (text) {
    join_broken_labels(lines);
  }
  const bool named = std::any_of(lines.begin(), lines.end(), names_project);
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
