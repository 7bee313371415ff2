#pragma once

/// The columns below a header whose cells follow one another.

#include "import/stream/stream_header.hpp"
#include "import/stream/tokens.hpp"
#include "import/table/columns.hpp"
#include "import/table/grid.hpp"

#include <optional>
#include <vector>

namespace budgetdiff::import {

struct StreamColumns {
  Grid grid;      ///< the header's rows
  Header header;  ///< what they mean
  /// Of each column what its cells are like: targets of other years (前年, 上年) are targets, too.
  std::vector<Role> kinds;
};

/// The header's words as the rows they were: groups (预算数, 绩效指标) come before the words
/// that stand below them. Nothing where they make no header.
[[nodiscard]] std::optional<StreamColumns> stream_columns(const std::vector<Line>& lines,
                                                          const std::vector<StreamToken>& tokens,
                                                          const StreamHeader& header);

}  // namespace budgetdiff::import
