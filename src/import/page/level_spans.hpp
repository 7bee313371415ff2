#pragma once

/// The rows of categories in text that keeps its columns: those of the first level and of the
/// second together, since the one begins where one of the other does.

#include "import/page/spanned_cells.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace budgetdiff::import {

/// A category: where it, its first line and its last stand, and what it says.
struct LevelLabel {
  double at = 0;
  double top = 0;
  double bottom = 0;
  std::string text;
  bool alone = false;  ///< on a line between two rows, where the middle of its rows is
};

struct LevelSpans {
  std::vector<std::size_t> level1;  ///< the first row of each
  std::vector<std::size_t> level2;
  bool close = false;  ///< others are as likely
  double cost = 0;     ///< how far all stand from where they should
};

/// The rows that fit best: categories in the middle of theirs or at their top (`align`), second
/// levels below a first that may have them, `names` (of each row) that do not speak of another
/// second level. With `continued` the first rows may belong to a first level of the page before.
/// Nothing where a first level would have none of the second, or there are too many.
[[nodiscard]] std::optional<LevelSpans> level_spans(const RowHeights& rows,
                                                    const std::vector<LevelLabel>& level1,
                                                    const std::vector<LevelLabel>& level2,
                                                    const std::vector<std::string>& names,
                                                    bool continued, SpanAlign align, double below);

}  // namespace budgetdiff::import
