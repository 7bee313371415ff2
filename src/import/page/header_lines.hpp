#pragma once

/// The lines among which the header of a table without ruled lines is looked for.

#include "import/page/page_content.hpp"

#include <vector>

namespace budgetdiff::import {

/// Words of one header cell stand nearer than this many letters, unless they
/// are known to belong together.
inline constexpr double inside_cell = 0.9;
/// White of this part of a letter may part two cells.
inline constexpr double may_part = 0.15;

/// A line of the page with its words.
struct WordLine {
  std::vector<PdfWord> words;
  double middle = 0;
  double size = 0;
};

/// The lines that `words` make, from top to bottom, each from left to right.
[[nodiscard]] std::vector<WordLine> header_lines(std::vector<PdfWord> words);

/// Whether a line is none of a header's: it has amounts, targets or sentences, or says whose
/// the table is and in which unit, or numbers the columns.
[[nodiscard]] bool is_body(const WordLine& line);

/// Whether a line has a letter that some header's first line has, or is on a page and may be the
/// first line of a header's tall cells.
[[nodiscard]] bool may_be_header(const WordLine& line);

/// Neighbours on a line of text that are a known word of money together and not both by themselves:
/// print spreads letters over narrow cells (合 计), and puts two lines of one on one line.
[[nodiscard]] std::vector<WordLine> with_joined_words(const std::vector<WordLine>& lines);

}  // namespace budgetdiff::import
