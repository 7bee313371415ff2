#pragma once

/// Tells of the words of a text that gives a table column by column which column
/// each is of.

#include "import/columns/column_text.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace budgetdiff::import {

/// Words of one line that are of one cell.
struct ColumnPiece {
  enum class Column { name, amount, goal, list };
  Column column = Column::name;
  std::u32string text;  ///< words with one blank between
  Amount amount;        ///< of Column::amount
  std::size_t at = 0;   ///< position in ColumnwiseText::lines
  bool begins = false;  ///< of Column::list: it begins the list of another project
};

struct PieceLabels {
  std::vector<ColumnPiece> pieces;  ///< in the text's order
  int name_width = 0;               ///< columns of characters that a full line takes
  int goal_width = 0;
  int list_width = 0;
  bool names_apart = false;  ///< names do not stand in lines of goals and lists
  int cost = 0;              ///< what is odd about it, in tenths of a doubt
  std::vector<int> costs;    ///< of that what each line has; what its words say counts half
};

/// The likeliest labels: lists go by their grammar, names, goals and lists each by the
/// width of their column, which is measured from the labels before and labelled again.
/// Source of the method: a beam search over the lines, as in any sequence labelling.
/// Where a line's halves stand in turn they are put together in `text`, if that is likelier.
/// No pieces for a text that is too large for the search.
[[nodiscard]] PieceLabels label_pieces(ColumnwiseText& text);

}  // namespace budgetdiff::import
