#pragma once

/// Pages that show the columns of one table beside each other: spreadsheets print a table that is
/// wider than the paper so.

#include "import/page/page_content.hpp"

#include <vector>

namespace budgetdiff::import {

/// Puts such pages together to one as wide as the table, and tells how many there were: those that
/// follow are numbered anew, and `parts` says which page shows what (PdfPage::parts).
///
/// All columns of a table have its rows: pages stand beside each other whose level lines are at the
/// same heights, and whose headers say more of indicators together than one alone. All pages of
/// the first columns come first, or all columns of the first rows; columns that each page
/// repeats are taken once.
[[nodiscard]] std::size_t join_pages_beside(std::vector<PdfPage>& pages);

}  // namespace budgetdiff::import
