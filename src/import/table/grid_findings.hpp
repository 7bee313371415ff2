#pragma once

/// What a reader of grids doubts or leaves out, said once.

#include "import/table/columns.hpp"
#include "import/table/grid.hpp"
#include "import/table/records.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace budgetdiff::import {

/// Findings go to the records that are given. The document must outlive it.
class GridFindings {
 public:
  explicit GridFindings(const GridDocument& document) : document_(document) {}

  /// `grid` was read: notes its page, and says its doubtful places and cells that show only a part
  /// of their text.
  void say_doubts(const Grid& grid, TableRecords& records) const;

  /// A form on a page has its indicators under one header, which only the next page repeats. A
  /// second one of the same words is another form's, whose name was not found. `place` is the
  /// header's, `behind_other` whether it stands behind another.
  void doubt_second_header(const Header& header, const Place& place, bool behind_other,
                           TableRecords& records);

  /// Rows of indicators that stand under no header of theirs (a page cut them off, and their
  /// columns are not those above) are left out aloud, once a table.
  void say_unread_indicators(const Grid& grid, std::size_t row, TableRecords& records);

 private:
  void say_clipped_cells(const Grid& grid, TableRecords& records) const;

  const GridDocument& document_;
  int header_page_ = 0;                    ///< of the last header
  std::vector<std::string> header_words_;  ///< the same
  std::size_t headed_projects_ = 0;        ///< how many there were then
  const Grid* unread_ = nullptr;           ///< whose rows of indicators were left out
};

void say_line_left_out(const Cell& cell, TableRecords& records);

}  // namespace budgetdiff::import
