#pragma once

/// A grid that is put together row by row, where columns and spans have left no trace.

#include "import/paste/pasted_rows.hpp"
#include "import/table/grid.hpp"

#include <cstddef>
#include <optional>
#include <vector>

namespace budgetdiff::import {

/// Threads: one at a time.
class PlainRows {
 public:
  /// The cells of a grid, below what is there.
  void add_grid(const Grid& grid);

  /// A line of its own, which spans the table.
  void add_line(const PastedCell& lines);

  /// A row whose cells stand in these columns. REQUIRES: as many columns as cells
  void add_row(const PastedRow& row, const std::vector<std::size_t>& columns);

  /// A row outside lists: labels with their values. A label that spans rows (项目资金, 总体目标
  /// over 实施期目标 | 年度目标) is not there in the rows below, which have a cell less.
  void add_labels(const PastedRow& row);

  void add_doubt(const Place& place) { doubts_.push_back(place); }

  /// All of it; nothing where that would be larger than a grid may be.
  [[nodiscard]] std::optional<Grid> grid() &&;

 private:
  void add(const PastedCell& lines, std::size_t column);

  std::vector<Cell> cells_;
  std::vector<std::size_t> lines_;  ///< the cells that are lines of their own
  std::vector<Place> doubts_;
  std::size_t height_ = 0;
  std::size_t label_cells_ = 0;  ///< of the row above, where its first label may span more
  bool heads_ = false;           ///< and all its cells are labels
};

}  // namespace budgetdiff::import
