#pragma once

/// Words put together into lines.

#include "import/page/page_content.hpp"
#include "import/table/grid.hpp"

#include <vector>

namespace budgetdiff::import {

/// A line of an area: its words from left to right.
struct PdfLine {
  TextLine line;
  Box box;
  double middle = 0;
  double size = 0;  ///< of its letters
};

/// The lines that `words` make, from top to bottom. Words belong to one line
/// when their middles do (boxes of Type 3 fonts overlap those above and below), unless one
/// stands over another.
[[nodiscard]] std::vector<PdfLine> lines_of(std::vector<PdfWord> words, int page);

/// The part of `word` from character `begin` up to `end`.
[[nodiscard]] PdfWord part_of(const PdfWord& word, std::size_t begin, std::size_t end);

/// Puts `next`, which stands right behind `word` in its line, to it; the height stays.
void append_word(PdfWord& word, const PdfWord& next);

/// `word` cut where it runs over the vertical `edges` (ascending), for text
/// that extraction joined over a border. Each part with its column: 0 is left
/// of the first edge. A mark that closes stays with what it closes.
[[nodiscard]] std::vector<std::pair<std::size_t, PdfWord>> cut_at_edges(
    const PdfWord& word, const std::vector<double>& edges);

}  // namespace budgetdiff::import
