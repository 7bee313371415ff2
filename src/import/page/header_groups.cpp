#include "import/page/header_groups.hpp"

#include "import/page/form_pieces.hpp"
#include "import/text/source_lines.hpp"
#include "import/vocabulary.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <iterator>
#include <utility>

namespace budgetdiff::import {
namespace {

/// Headings stand no further above the header, in letters.
constexpr double above = 3;
/// Words of one heading are nearer than this many letters.
constexpr double together = 0.9;

bool is_of_cell(const PdfWord& word, const HeaderBand& header) {
  return std::any_of(header.cells.begin(), header.cells.end(), [&](const HeaderCell& cell) {
    return std::any_of(cell.words.begin(), cell.words.end(), [&](const PdfWord& letter) {
      return letter.box.top == word.box.top && letter.box.left >= word.box.left &&
             letter.box.right <= word.box.right;
    });
  });
}

/// What stands above the header's cells and between them and is none, in pieces.
std::vector<std::vector<PdfWord>> headings(const std::vector<PdfWord>& words,
                                           const HeaderBand& header) {
  std::vector<PdfWord> loose;
  for (const PdfWord& word : words) {
    if (word.middle() > header.top - above * word.size && word.middle() < header.bottom &&
        !is_of_cell(word, header)) {
      loose.push_back(word);
    }
  }
  std::vector<std::vector<PdfWord>> out;
  for (std::vector<PdfWord>& line : word_lines(std::move(loose))) {
    for (PdfWord& word : line) {
      const bool goes_on = &word != &line.front() &&
                           word.box.left - out.back().back().box.right < together * word.size;
      if (!goes_on) {
        out.emplace_back();
      }
      out.back().push_back(std::move(word));
    }
  }
  return out;
}

/// The category that pieces between two places say, from top to bottom; what heads more
/// than that stands above it.
std::vector<PdfWord> category_between(const std::vector<std::vector<PdfWord>>& pieces, double left,
                                      double right) {
  std::vector<PdfWord> out;
  std::u32string text;
  for (auto piece = pieces.rbegin(); piece != pieces.rend(); ++piece) {
    const double middle = (piece->front().box.left + piece->back().box.right) / 2;
    if (middle < left || middle > right) {
      continue;
    }
    out.insert(out.begin(), piece->begin(), piece->end());
    text.insert(0, text_of(*piece));
    if (is_level1_category(to_utf8(text))) {
      return out;
    }
  }
  return {};
}

}  // namespace

std::vector<HeaderGroup> header_groups(const std::vector<PdfWord>& words, const HeaderBand& header,
                                       int page) {
  std::vector<HeaderGroup> out;
  for (std::size_t i = 0; i < header.cells.size(); ++i) {
    const Role role = header.cells[i].term.role;
    if (role == Role::level3) {
      out.push_back({i, 1, {}});
    } else if (!out.empty() && holds_targets(role) && out.back().first + out.back().cells == i) {
      ++out.back().cells;
    }
  }
  if (out.size() < 2) {
    return {};
  }
  const std::vector<std::vector<PdfWord>> pieces = headings(words, header);
  for (HeaderGroup& group : out) {
    std::vector<PdfWord> said =
        category_between(pieces, header.cells[group.first].box.left,
                         header.cells[group.first + group.cells - 1].box.right);
    if (!said.empty()) {
      group.heading = lines_of(std::move(said), page);
    }
  }
  return out;
}

}  // namespace budgetdiff::import
