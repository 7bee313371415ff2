#pragma once

/// Rows of a table copied out of a page or a document, as viewers paste it: a line a row,
/// a tab between cells. A cell that spans rows is there once, in the first of them; a line
/// end inside a cell looks like a row's.

#include "import/table/grid.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

namespace budgetdiff::import {

/// A cell's text, a line of the paste each.
using PastedCell = std::vector<TextLine>;

struct PastedRow {
  std::vector<PastedCell> cells;  ///< at least one
  std::size_t lines = 1;          ///< of the paste that it was put together from

  /// A line without tabs: text between tables, or a piece of a cell.
  [[nodiscard]] bool loose() const { return cells.size() == 1; }
};

/// The lines of `text` that are not blank, fields that are quoted taken whole (spreadsheets
/// quote what has line ends).
[[nodiscard]] std::vector<PastedRow> pasted_rows(std::string_view text);

/// The text of a cell without white space.
[[nodiscard]] std::u32string packed(const PastedCell& cell);

/// Two neighbours as one row: the last cell of the first goes on in the first of the other.
void append(PastedRow& first, const PastedRow& second);

/// Puts together the rows that a line end inside a label cut: 年度 / 总体 / 目标<tab>…, and
/// brackets below the last label of a header.
void join_labels(std::vector<PastedRow>& rows);

}  // namespace budgetdiff::import
