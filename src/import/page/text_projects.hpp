#pragma once

/// Which lines of a table with a row an indicator are of one project, in text that keeps its
/// columns. Lines of two projects never mix: each has a band of lines with one amount, a name, a
/// goal, and rows; the first three stand in the middle of the band, or at its top.

#include "import/page/line_blocks.hpp"
#include "import/page/spanned_cells.hpp"
#include "import/page/text_rows.hpp"

#include <cstddef>
#include <utility>
#include <vector>

namespace budgetdiff::import {

/// A band of lines.
struct TextBand {
  int begin = 0;          ///< the number of its first line
  int end = 0;            ///< that of the first behind it
  bool named = true;      ///< else a part of a project whose name is on another page
  bool doubtful = false;  ///< lines cut otherwise cost hardly more
};

/// The bands of `columns`, chosen together with the rows inside (`rows`). With `continued` the
/// first may be the rest of a project of the page before. `style` is what the pages read before
/// showed, and gets what this one shows; so is `end` what the page before ended with. Nothing where
/// no column has projects, or there are too many lines.
[[nodiscard]] std::vector<TextBand> text_bands(const std::vector<ColumnText>& columns,
                                               const RowsBetween& rows, bool continued,
                                               BandStyle* style, ProjectEnd* end = nullptr);

/// The lines of a column, which are in the text's order, that are a band's: [first, second).
[[nodiscard]] std::pair<std::size_t, std::size_t> lines_in_band(const std::vector<PdfLine>& lines,
                                                                const TextBand& band);

}  // namespace budgetdiff::import
