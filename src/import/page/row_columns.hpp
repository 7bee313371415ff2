#pragma once

/// The columns of a table with a row an indicator, in text that keeps its columns, as tokens.

#include "import/page/line_blocks.hpp"
#include "import/stream/tokens.hpp"
#include "import/vocabulary.hpp"

#include <cstddef>
#include <limits>
#include <map>
#include <vector>

namespace budgetdiff::import {

/// A row of more lines is none that people made.
inline constexpr std::size_t most_lines_of_row = 12;

/// The cost of a cell that nobody has asked for.
inline constexpr double unknown_cost = -std::numeric_limits<double>::infinity();

/// A column of the rows: its lines as tokens.
struct RowColumn {
  Role role = Role::none;
  std::size_t of = 0;  ///< which column of the table
  std::vector<StreamToken> tokens;
  std::vector<std::size_t> at;  ///< which line of the table each is on
  int width = 0;                ///< of its widest line but few, in halves of a letter
  std::vector<double> known;    ///< costs of cells that were asked for
};

/// `index` says which line of the table each line of the text is.
[[nodiscard]] RowColumn row_column(const ColumnText& column,
                                   const std::map<int, std::size_t>& index);

/// Whether each row has its own cell in such a column; categories span rows.
[[nodiscard]] bool is_of_row(Role role);

}  // namespace budgetdiff::import
