#pragma once

/// Which columns the cells of a header span, where a paste has lost it.

#include "import/paste/pasted_rows.hpp"
#include "import/table/grid.hpp"

#include <cstddef>
#include <optional>
#include <vector>

namespace budgetdiff::import {

/// How many rows from `first` on are made of words that head columns and of nothing else;
/// 0 where fewer than three cells or no name of a project or indicator is among them.
[[nodiscard]] std::size_t header_rows(const std::vector<PastedRow>& rows, std::size_t first);

/// The rows [first, first + count) as a grid: words of money and of indicators stand below
/// the words that head such groups (资金来源, 绩效指标). Nothing where they find no place.
[[nodiscard]] std::optional<Grid> header_grid(const std::vector<PastedRow>& rows, std::size_t first,
                                              std::size_t count);

}  // namespace budgetdiff::import
