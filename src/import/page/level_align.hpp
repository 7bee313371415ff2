#pragma once

/// Where the categories of a table with a row an indicator stand in their cells.

#include "import/page/row_table.hpp"
#include "import/page/spanned_cells.hpp"

#include <set>

namespace budgetdiff::import {

/// The numbers of the lines of text that take the height of a row: those in which it has a cell or,
/// where nearly all rows have one line, a category is broken.
[[nodiscard]] std::set<int> lines_of_rows(const RowTable& table);

/// Half a line in text that has none for what stands between two, else 0.
[[nodiscard]] double half_step(const RowTable& table);

/// How far under a category's text the middle of its rows may be (negative: above it): in text
/// that has no line for what stands between two, half a line.
[[nodiscard]] double below_of(const RowTable& table);

/// Where categories stand in their cells, where rows are known to a point, or all pages show
/// it: one table sets all of them alike. The document's style and votes learn what this table
/// shows. REQUIRES: its rows are found, with their edges
[[nodiscard]] SpanAlign level_align(const RowTable& table);

}  // namespace budgetdiff::import
