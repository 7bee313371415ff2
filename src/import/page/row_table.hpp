#pragma once

/// What is known of the rows of a table with a row an indicator once they are found: cells that
/// span several of them are placed by it.

#include "import/page/line_blocks.hpp"
#include "import/page/row_bands.hpp"
#include "import/page/spanned_cells.hpp"

#include <string>
#include <vector>

namespace budgetdiff::import {

/// All that is of each row has as many entries as `heights.middles`.
struct RowTable {
  std::vector<ColumnText> columns;
  bool continued = false;          ///< the first rows may belong to a project of the page before
  LineMeasure measure;             ///< of the columns
  DocumentVotes* votes = nullptr;  ///< of the document's tables, or null
  SpanStyle* style = nullptr;      ///< of the document's text, or null

  RowHeights heights;
  std::vector<double> tops;  ///< of the rows' own cells
  std::vector<double> bottoms;
  std::vector<RowBand> bands;  ///< of the rows, where the page's padding tells them
  std::vector<bool> bare;      ///< rows without an indicator, by row; empty where there are none
  bool exact = false;          ///< the edges of the rows are known to a point

  std::vector<std::string> names;        ///< of the rows' indicators
  std::vector<std::vector<bool>> named;  ///< of each column of names, the rows that have one
};

}  // namespace budgetdiff::import
