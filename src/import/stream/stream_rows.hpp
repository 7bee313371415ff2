#pragma once

/// The rows below the header of a table whose cells follow one another.

#include "import/stream/stream_header.hpp"
#include "import/stream/tokens.hpp"
#include "import/table/grid.hpp"

#include <vector>

namespace budgetdiff::import {

struct StreamTable {
  Grid grid;
  /// A word stands where none of its kind does, or a row lacks what nearly all others
  /// have: the text does not give the cells in the order of the rows.
  bool doubtful = false;
};

/// The table of `header` with its rows, which the tokens [header.end, end) are: each is
/// dealt to a column by what it is and by the columns' order, so that every row has a
/// name and a target. First levels that text gives behind the first of their rows
/// (print centres them) are put where their second levels belong.
[[nodiscard]] StreamTable stream_rows(const std::vector<Line>& lines,
                                      const std::vector<StreamToken>& tokens,
                                      const StreamHeader& header, std::size_t end);

}  // namespace budgetdiff::import
