#pragma once

/// The text of a cell where it may be amounts: what is one number in several pieces, and what
/// is several numbers.

#include "import/table/grid.hpp"

#include <string>

namespace budgetdiff::import {

/// The cell's text without white space, but with one blank between two numbers that are none
/// together, so that no reader takes 60 and 40 for 6040. A number that print broke over lines is
/// one: 1,2 | 34.50 and 12345 | .67, of which one half is no amount. Blanks make groups of three
/// digits: 1 234 567.89.
[[nodiscard]] std::u32string amount_text(const Cell& cell);

/// Puts numbers of a page together that print broke where their column was too narrow: 1234 | 5.00
/// where the first line was full. A line is not, where another of its column is wider by a letter.
/// Documents without places on a page have lines that people ended, and are left as they are.
void join_broken_numbers(Grid& grid);

/// Whether a page may have cut one amount into these two: 45.6 and 0, 1,2 and 34.50.
[[nodiscard]] bool may_be_halves(const std::u32string& above, const std::u32string& below);

}  // namespace budgetdiff::import
