#pragma once

/// Tables with lines between their rows only: where their columns are.

#include "import/page/page_content.hpp"

#include <vector>

namespace budgetdiff::import {

/// The columns of the last such table of a page, which the next page may go on with.
/// Ascending places, the table's sides among them; empty where there is none.
using ColumnsBefore = std::vector<double>;

/// Adds the vertical lines that such tables of a page leave away, and the line at the
/// page's end or head that a cut row leaves away, to its rules.
///
/// Programs draw lines cell by cell: where their pieces meet, there a column ends. A cell
/// over several columns is told by its text, which runs over what would be its inner lines,
/// or stands in the middle between blank cells of a header. Tables whose lines are drawn in
/// one stroke, and lines that cross vertical ones, stay as they are.
void add_column_rules(PdfPage& page, ColumnsBefore& before);

}  // namespace budgetdiff::import
