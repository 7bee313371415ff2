#pragma once

/// What the end of the row above shows of whether a page cuts it there.

#include "import/table/column_map.hpp"
#include "import/table/columns.hpp"
#include "import/table/cut_rows.hpp"
#include "import/table/grid.hpp"

#include <cstddef>
#include <vector>

namespace budgetdiff::import {

/// Rows are given in the table's order, a row to each of the functions that are called. The
/// answers are about the row before the one that was seen last.
class RowEnds {
 public:
  /// Looks at the texts of a row.
  void see_texts(const Grid& grid, std::size_t row, const Header& header, const ColumnMap& map);
  /// Looks at the names of projects that begin in a row; where there are none, the name above
  /// stays the last.
  void see_names(const Grid& grid, const std::vector<const Cell*>& names);
  /// Looks at the amounts of a row.
  void see_money(const Grid& grid, std::size_t row, const Header& header, const ColumnMap& map);

  /// The last lines of its texts fill their columns.
  [[nodiscard]] bool full() const { return above_.full; }
  /// A line below its texts shows that nothing of them follows.
  [[nodiscard]] bool whole() const { return above_.whole; }
  /// Its texts end in lines that have room for more.
  [[nodiscard]] bool has_room() const { return above_.has_room; }
  /// The last name of a project fills its cell, so that it may go on.
  [[nodiscard]] bool name_full() const { return above_.name_full; }
  /// A page cuts that name: print draws no line below what it cuts.
  [[nodiscard]] bool name_open() const { return above_.name_open; }
  /// A page cuts the blank cells of its amounts: they stand behind its end.
  [[nodiscard]] bool money_open() const { return above_.money_open; }

 private:
  struct End {
    bool full = false;
    bool whole = false;
    bool has_room = false;
    bool name_full = false;
    bool name_open = false;
    bool money_open = false;
  };

  LineWidths widths_;
  End above_;
  End last_;
};

}  // namespace budgetdiff::import
