#pragma once

/// The lines of a header cut into its cells, wherever they may be, as the vocabulary says.

#include "import/page/header_cells.hpp"
#include "import/page/header_lines.hpp"
#include "import/page/header_readings.hpp"

#include <vector>

namespace budgetdiff::import {

/// The best way to put neighbouring pieces together: known words count by
/// their letters, so that 项目 and 名称 become 项目名称. From left to right; nothing where there
/// are fewer than three pieces, too many letters, or no known word.
[[nodiscard]] std::vector<HeaderCell> cells_of(const std::vector<WordLine>& lines, int page,
                                               HeaderReadings& readings);

/// The same for text, by the order of each line's words. Nothing where a line is none of text.
[[nodiscard]] std::vector<HeaderCell> text_cells_of(const std::vector<WordLine>& lines, int page,
                                                    HeaderReadings& readings);

}  // namespace budgetdiff::import
