#pragma once

/// How wide the columns of a list are, in halves of a letter, and what of a text fits behind a
/// line.

#include "import/spread/list_pieces.hpp"
#include "import/spread/list_place.hpp"
#include "import/vocabulary.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace budgetdiff::import {

/// Of each column how wide its widest line is, in halves of a letter; less than 0: no wider than
/// that, and else unknown.
using ListWidths = std::vector<int>;

/// What is known before: goals are widest.
[[nodiscard]] ListWidths first_widths(const std::vector<ListPiece>& pieces,
                                      const std::vector<Role>& roles);

/// How wide the columns are in what was dealt.
[[nodiscard]] ListWidths widths_of(const std::vector<ListPiece>& pieces,
                                   const std::vector<ListPlace>& places, std::size_t columns);

/// Digits and Latin letters are often somewhat wider than half of the others.
[[nodiscard]] int printed_width(const std::u32string& text);

/// How much room a line of `width` leaves in a column for what a text begins with and print does
/// not cut: a mark that opens and what is behind it, a word, marks that close; below 0 it is full.
[[nodiscard]] int room_behind(int width, int column, const std::u32string& next);

}  // namespace budgetdiff::import
