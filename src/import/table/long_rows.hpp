#pragma once

/// Rows that hold more cells than their header has columns: an amount with an unquoted comma
/// (1,200.50) moves all cells behind it, and so does one that spans a row too many.

#include "import/table/column_map.hpp"
#include "import/table/columns.hpp"
#include "import/table/grid.hpp"

#include <budgetdiff/model/finding.hpp>

#include <cstddef>
#include <string>
#include <vector>

namespace budgetdiff::import {

class LongRows {
 public:
  void see(const Grid& grid, std::size_t row, const Header& header, const ColumnMap& map);

  /// Says how many there were since it was said last, and what the first of them holds.
  void say(std::vector<Finding>& findings);

 private:
  std::size_t count_ = 0;
  Place first_;
  std::u32string beyond_;  ///< what the first of them holds behind the last column
};

}  // namespace budgetdiff::import
