#pragma once

/// Which columns of a header those of a grid lie on, that goes on behind a page's end.

#include "import/table/columns.hpp"
#include "import/table/grid.hpp"

#include <cstddef>
#include <optional>
#include <vector>

namespace budgetdiff::import {

/// Which column of the header each column of a grid lies on.
using ColumnMap = std::vector<std::size_t>;

/// The map of the header's own grid.
[[nodiscard]] ColumnMap each_its_own(std::size_t columns);

/// That of a grid without a header under one whose columns have `edges` on the page: by their
/// places, or one by one where either has none. Nothing where the grid cannot belong to it.
[[nodiscard]] std::optional<ColumnMap> columns_of(const Grid& grid, const Header& header,
                                                  const std::vector<double>& edges);

}  // namespace budgetdiff::import
