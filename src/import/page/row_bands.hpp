#pragma once

/// Rows of a table without lines, by the padding between them.

#include "import/page/line_blocks.hpp"
#include "import/page/lines.hpp"
#include "import/vocabulary.hpp"

#include <cstddef>
#include <vector>

namespace budgetdiff::import {

/// From the top of a row's first line to the bottom of its last.
struct RowBand {
  double top = 0;
  double bottom = 0;

  [[nodiscard]] double middle() const { return (top + bottom) / 2; }
};

/// The rows of cells whose lines, by column, are `columns`, in any order: rows never overlap,
/// the cells of one always do, the lower within the higher, however they are aligned; and
/// between the lines of two rows there is padding. `line_step` is the page's, above 0. Cells that
/// span several rows must not be among them.
[[nodiscard]] std::vector<RowBand> row_bands(
    const std::vector<std::vector<const PdfLine*>>& columns, double line_step);

/// The same for the columns whose roles `takes`.
[[nodiscard]] std::vector<RowBand> row_bands(const std::vector<ColumnText>& columns,
                                             bool (*takes)(Role), double line_step);

/// The band that holds a height, else the nearest. REQUIRES: there is one
[[nodiscard]] std::size_t band_at(const std::vector<RowBand>& bands, double y);

}  // namespace budgetdiff::import
