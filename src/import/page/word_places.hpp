#pragma once

/// How far the words of a line of text stand from the columns of a table. Print keeps their order,
/// and puts them where letters of one width would have them: they slide, and a line's rest with
/// them.

#include "import/page/page_content.hpp"
#include "import/vocabulary.hpp"

#include <cstddef>
#include <vector>

namespace budgetdiff::import {

/// Where a column's words stand.
struct Extent {
  double left = 0;
  double right = 0;
};

/// The last line's words, and their columns.
struct LineAbove {
  const PdfWord* words = nullptr;
  std::vector<std::size_t> columns;
};

/// Of each word of a line the Chinese letters before it in words a blank apart: print gives each
/// the width of one letter, where it has that of two, and slides what follows.
[[nodiscard]] std::vector<std::size_t> letters_in_chain(const PdfWord* words, std::size_t count);

/// What it costs that a word of a column of `role` stands off its place, `letters` (see above)
/// before it; `place` is what each letter counts.
[[nodiscard]] double off_column(const PdfWord& word, std::size_t letters, Role role,
                                const Extent& column, double place);

/// The same of a word behind one that has slid as well.
[[nodiscard]] double off_slid(const PdfWord& before, const Extent& column_before,
                              const PdfWord& word, const Extent& column, double place);

/// Whether a word that begins its line begins where the line above does, whose first word is in
/// `column`: print cuts the white at the left of all lines of a page alike.
[[nodiscard]] bool begins_below(const LineAbove& above, const PdfWord& word, std::size_t column);

/// Whether a word stands right below one of the line above that is in `column`: cells go on where
/// they begin, or in the middle of their lines.
[[nodiscard]] bool stands_below(const LineAbove& above, const PdfWord& word, std::size_t column);

}  // namespace budgetdiff::import
