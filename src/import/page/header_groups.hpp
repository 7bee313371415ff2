#pragma once

/// Categories that head several columns of a table without ruled lines: 产出指标 over a pair of
/// 三级指标 and 指标值, 效益指标 over the next.

#include "import/page/header_cells.hpp"
#include "import/page/lines.hpp"

#include <cstddef>
#include <vector>

namespace budgetdiff::import {

struct HeaderGroup {
  std::size_t first = 0;  ///< of the header's cells
  std::size_t cells = 0;
  std::vector<PdfLine> heading;  ///< its lines; none where nothing known stands over the cells
};

/// The groups of a header's cells that begin with an indicator's name each, with what heads them
/// among `words` of the page. Nothing where fewer than two do.
[[nodiscard]] std::vector<HeaderGroup> header_groups(const std::vector<PdfWord>& words,
                                                     const HeaderBand& header, int page);

}  // namespace budgetdiff::import
