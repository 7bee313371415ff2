#pragma once

/// Amounts of several stages side by side in a form of text that keeps its columns: 年初预算数 |
/// 全年预算数 | 全年执行数 above a row for each source.

#include "import/page/goal_labels.hpp"
#include "import/paste/pasted_rows.hpp"

#include <cstddef>
#include <optional>
#include <vector>

namespace budgetdiff::import {

/// Lines [begin, end) of a form as the rows that they are.
struct StageRows {
  std::size_t begin = 0;
  std::size_t end = 0;
  /// Those that hold the words of the columns and the sources', all as wide; before them what says
  /// the unit at their side.
  std::vector<PastedRow> rows;
  std::vector<Place> doubts;
};

/// The first such rows of a form. What stands at their side says nothing else. Nothing
/// where a line has more values than columns or a value no row. REQUIRES: no line is empty
[[nodiscard]] std::optional<StageRows> stage_rows(const std::vector<Pieces>& lines, int page);

}  // namespace budgetdiff::import
