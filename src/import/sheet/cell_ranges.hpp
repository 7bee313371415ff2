#pragma once

/// Many cells of a sheet in few words.

#include <cstddef>
#include <set>
#include <string>
#include <utility>

namespace budgetdiff::import {

/// Rows and columns of cells, in reading order.
using CellSet = std::set<std::pair<std::size_t, std::size_t>>;

/// "D8, F3:F20, B2:C9": blocks of cells in the order of their first ones; behind the
/// first dozen of them there is but "…".
[[nodiscard]] std::string cell_ranges(const CellSet& cells);

}  // namespace budgetdiff::import
