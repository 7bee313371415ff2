#pragma once

/// Columns of money in tables that print a zero where another leaves a cell blank.

#include "import/columns/row_amounts.hpp"

namespace budgetdiff::import {

/// Gives the rows and the sum the zeros that show which columns their other parts are of: no cell
/// is blank, so that amounts behind a total in its line, or right behind it where they are as many
/// as columns, stand in the first columns, and the others are zeros. Rows whose parts stand
/// elsewhere stay as they are, and so does a table with blank cells.
void add_printed_zeros(AmountsOfRows& amounts, const ColumnwiseText& text,
                       const PieceLabels& labels);

}  // namespace budgetdiff::import
