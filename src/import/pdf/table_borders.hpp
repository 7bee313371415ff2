#pragma once

/// Which of a table's lines are one border, and those that print left away.

#include "import/page/page_content.hpp"

#include <vector>

namespace budgetdiff::import {

/// Places of lines, those at one border as one: lines nearly at one place, and where most that
/// are a little further apart run beside each other (cells have a frame each), those as well.
[[nodiscard]] std::vector<double> borders(std::vector<Rule> rules);

/// Adds the outer lines that print left away.
void close_sides(Rules& table);

/// Adds a line at the head of a table where a page has left hardly more of a row than its upright
/// lines, but text of it: its rest runs over the row below.
void close_cut_row(Rules& table, const std::vector<PdfWord>& words);

}  // namespace budgetdiff::import
