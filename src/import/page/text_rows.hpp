#pragma once

/// The rows of a table with a row an indicator, in text that keeps its columns:
/// which lines are of one row. Lines are all equally far apart there, so what the
/// columns hold tells it, not where it stands.

#include "import/page/line_blocks.hpp"

#include <cstddef>
#include <map>
#include <vector>

namespace budgetdiff::import {

/// A row's lines and the height of its figures.
struct TextRow {
  double top = 0;
  double bottom = 0;
  double middle = 0;
  double first_line = 0;  ///< the middle of its first line
  int line = 0;           ///< of the text, its first
  bool doubtful = false;  ///< it holds what a row hardly holds
  /// Of each column the first line that is the row's or a later one's; Grid::none where a
  /// column says nothing of the rows.
  std::vector<std::size_t> first;
};

/// The rows of `columns`, chosen together: each has one weight, one comparator and
/// one target, a name whose lines but the last are full, and at most one category
/// of the second level. Rows whose lines print has mixed share their lines' height.
/// `widths` are the columns', in halves of a letter, as far as other pages show them.
[[nodiscard]] std::vector<TextRow> text_rows(const std::vector<ColumnText>& columns,
                                             const std::map<Role, int>& widths = {});

}  // namespace budgetdiff::import
