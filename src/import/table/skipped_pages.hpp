#pragma once

/// Pages inside a table that none of its rows was read from.

#include "import/table/grid.hpp"
#include "import/table/records.hpp"

namespace budgetdiff::import {

/// Says of each page between those that the table was read from, and from which nothing was, that
/// its text was left out: a cell may be so high that a page shows nothing but a piece of it. Such
/// text is narrow; what runs over the page is a chapter between two tables. REQUIRES: the pages of
/// `records` are in order
void say_skipped_pages(const GridDocument& document, TableRecords& records);

}  // namespace budgetdiff::import
