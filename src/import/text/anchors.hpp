#pragma once

/// Finds the lines of a body that hold the amounts of a row.

#include "import/text/amount_run.hpp"
#include "import/text/page_structure.hpp"

#include <cstddef>
#include <vector>

namespace budgetdiff::import {

/// The amounts of a row: they stand after its name and before its goal.
struct Anchor {
  std::size_t first = 0;  ///< position in the body of the line where they begin
  std::size_t last = 0;   ///< and of the line where they end; mostly the same
  std::size_t begin = 0;  ///< in the text of `first`
  std::size_t end = 0;    ///< in the text of `last`
  AmountRun run;          ///< all of them
};

/// In order. Numbers inside running text are told from amounts by adding up
/// (the first is the sum of the others), by their decimals and by what stands
/// around them. `skipped` lines of the body are not there.
[[nodiscard]] std::vector<Anchor> find_anchors(const std::vector<Line>& lines,
                                               const TableText& table,
                                               const std::vector<bool>& skipped);

}  // namespace budgetdiff::import
