#pragma once

/// The table of a list that was read.

#include "import/spread/list_reading.hpp"
#include "import/table/grid.hpp"
#include "import/text/source_lines.hpp"

#include <optional>
#include <vector>

namespace budgetdiff::import {

/// Its doubts are the rows that are a guess: those that can hardly be so (list_doubts.hpp), that
/// are doubtful where they were dealt, and each project's first, since nothing proves where a
/// project's rows end. Nothing where most rows are doubtful of themselves.
[[nodiscard]] std::optional<Grid> list_grid(const std::vector<Line>& lines,
                                            const ListReading& list);

}  // namespace budgetdiff::import
