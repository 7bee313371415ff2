#pragma once

/// Texts in the rows of a form that no label explains: nothing is dropped in silence.

#include "import/table/grid.hpp"
#include "import/table/records.hpp"

#include <cstddef>
#include <set>
#include <utility>
#include <vector>

namespace budgetdiff::import {

/// Threads: an object is one reader's.
class LeftOverCells {
 public:
  /// The text of a cell was taken, whatever became of it.
  void take(const Cell& cell) { taken_.insert(&cell); }

  /// A row of the form was read.
  void read_row(const Grid& grid, std::size_t row) { rows_.emplace_back(&grid, row); }

  /// Says at the end of a grid which of its texts were not taken: by the label at their left, or
  /// by what they begin with where they might be a goal or there is no label.
  void say(const Grid& grid, TableRecords& records);

 private:
  [[nodiscard]] bool follows_pair(const Grid& grid, const Cell& cell) const;
  /// Names the labels that nobody knows and that have a text beside them.
  void say_labels(const Grid& grid, TableRecords& records);

  std::set<const Cell*> taken_;
  std::vector<std::pair<const Grid*, std::size_t>> rows_;
};

}  // namespace budgetdiff::import
