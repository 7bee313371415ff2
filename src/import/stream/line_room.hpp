#pragma once

/// What of a text fits behind a line, in halves of a letter.

#include <string>

namespace budgetdiff::import {

/// Digits and Latin letters are often somewhat wider than half of the others.
[[nodiscard]] int printed_width(const std::u32string& text);

/// How much room a line of `width` leaves in a column for what a text begins with and print does
/// not cut: a mark that opens and what is behind it, a word, marks that close; below 0 it is full.
[[nodiscard]] int room_behind(int width, int column, const std::u32string& next);

}  // namespace budgetdiff::import
