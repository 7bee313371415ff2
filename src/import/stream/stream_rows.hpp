#pragma once

/// The rows below the header of a table whose cells follow one another.

#include "import/stream/stream_columns.hpp"
#include "import/stream/tokens.hpp"
#include "import/table/grid.hpp"

#include <vector>

namespace budgetdiff::import {

struct StreamTable {
  Grid grid;  ///< with the header; its doubts are the rows that are guesses
  /// Too many rows are: the text does not give the cells in the order of the rows.
  bool doubtful = false;
};

/// The rows below a header, and below the same words wherever they head a table again, which
/// are cut into cells, and these dealt to columns and rows, so that all together fit best what
/// the columns hold, how wide they are, and that every row has a name and a target. Blank cells
/// leave no trace in such text. First levels that it gives behind the first of their rows
/// (print centres them) are put where their second levels belong.
/// Cost: the number of tokens times that of columns times the most tokens of a cell.
/// Threads: one at a time.
class StreamRows {
 public:
  StreamRows(const std::vector<Line>& lines, StreamColumns columns);

  /// The tokens of a table's rows; its number.
  std::size_t add(std::vector<StreamToken> tokens);

  /// The tables, with the header each. REQUIRES: called once
  [[nodiscard]] std::vector<StreamTable> read();

 private:
  const std::vector<Line>& lines_;
  StreamColumns columns_;
  std::vector<std::vector<StreamToken>> tables_;
};

}  // namespace budgetdiff::import
