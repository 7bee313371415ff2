#pragma once

/// Sheets of a workbook that are called after the years of their tables.

#include "import/table/grid.hpp"

#include <budgetdiff/import/mapping.hpp>

#include <cstddef>
#include <optional>
#include <vector>

namespace budgetdiff::import {

/// The year that each sheet is called after, where they are called after different ones.
struct SheetYears {
  std::vector<std::optional<int>> years;
  bool differ = false;
  std::optional<std::size_t> without;  ///< a sheet without a year among them
  std::optional<std::size_t> doubled;  ///< 2023 beside 2023/24, whose first year that is
};

[[nodiscard]] SheetYears years_of_sheets(const std::vector<const Grid*>& grids,
                                         const TableMapping& mapping);

}  // namespace budgetdiff::import
