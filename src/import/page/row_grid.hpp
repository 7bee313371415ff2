#pragma once

/// The grid of a table with a row an indicator: its rows, rows of sums between them, and one row
/// more at each end for what belongs to the rows of other pages.

#include "import/page/line_blocks.hpp"
#include "import/page/sum_rows.hpp"
#include "import/table/grid.hpp"

#include <cstddef>
#include <utility>
#include <vector>

namespace budgetdiff::import {

class RowGrid {
 public:
  /// `first` rows are left free for the header; below are `rows` rows of indicators, and `sums`,
  /// whose cells are placed at once. REQUIRES: `columns` outlives it.
  RowGrid(const std::vector<ColumnText>& columns, std::size_t first, std::size_t rows,
          std::vector<SumLine> sums);

  /// Makes a cell of the lines [begin, end) of column `c`. It has `rows` rows of indicators from
  /// `row` on, counted from 1; 0 and one more than there are stand for other pages' rows.
  /// REQUIRES: begin < end, rows > 0
  void place(std::size_t c, std::size_t row, std::size_t rows, std::size_t begin, std::size_t end);

  void doubt(Place place) { grid_.doubts.push_back(std::move(place)); }

  /// The grid; nothing is placed in it any more.
  [[nodiscard]] Grid take() { return std::move(grid_); }

 private:
  [[nodiscard]] std::size_t grid_row(std::size_t row) const;

  const std::vector<ColumnText>& columns_;
  std::size_t first_;
  std::vector<SumLine> sums_;
  Grid grid_;
};

}  // namespace budgetdiff::import
