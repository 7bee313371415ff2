#pragma once

/// Lists (tables of many projects, a row an indicator) of text that `pdftotext` without an option
/// made, put together again: their header (list_header.hpp), their pieces dealt to its columns
/// (list_deal.hpp), rows by the order within columns, and projects and categories over these
/// (list_spans.hpp).

#include "import/table/grid.hpp"
#include "import/text/source_lines.hpp"

#include <optional>
#include <vector>

namespace budgetdiff::import {

/// The document's blocks. What is a guess is a doubt of its grid. Nothing where there is no such
/// list, or where what it says does not fit together.
[[nodiscard]] std::optional<std::vector<Block>> spread_list(const std::vector<Line>& lines);

}  // namespace budgetdiff::import
