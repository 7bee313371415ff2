#pragma once

/// Where a list of indicators ends and the next row's name begins.

#include "import/text/flow.hpp"
#include "import/text/source_lines.hpp"

#include <cstddef>
#include <vector>

namespace budgetdiff::import {

struct ListEnd {
  std::size_t at = 0;  ///< in the flow
  int score = 0;       ///< how sure that is; below 4 little speaks for it
  bool guessed = false;
};

/// What is known of the text between the amounts of two rows.
struct ListSegment {
  bool last = false;      ///< no row follows
  bool indented = false;  ///< the table indents names
};

/// Where the list whose last item's text begins at `item` ends: at the
/// beginning of a line, after the value of its last target. `lines` are what the
/// flow's origins point to.
[[nodiscard]] ListEnd end_of_list(const Flow& flow, const std::vector<Line>& lines,
                                  std::size_t item, std::size_t limit, const ListSegment& segment);

}  // namespace budgetdiff::import
