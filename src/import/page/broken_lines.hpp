#pragma once

/// Lines of prose that print has broken in text that keeps its columns: the rest of one stands
/// beyond where lines end, beside another line or on a line of its own.

#include "import/page/goal_labels.hpp"

#include <cstddef>
#include <vector>

namespace budgetdiff::import {

inline constexpr std::size_t shortest_prose = 12;

/// Whether a piece is long enough for prose, and no amount: 104,191,973.00 is as long.
[[nodiscard]] bool is_prose(const FormPiece& piece);

/// Where the longest line ends. REQUIRES: no line is empty
[[nodiscard]] double widest(const std::vector<Pieces>& lines);

/// Where letters of two fonts stand in a line, print may break it and put the rest behind the
/// next one: there it stands beyond where all lines end. Such a rest is put back. REQUIRES: no
/// line is empty
void part_overhangs(std::vector<Pieces>& lines);

/// Puts together a text of one line that print has parted by blanks beside Latin letters: GB/T |
/// 19001标准. REQUIRES: no line is empty
void join_parted_lines(std::vector<Pieces>& lines);

/// Or a line or two below, right of where it broke off; the rests of several lines below all of
/// these, in their order. REQUIRES: no line is empty
void join_broken_lines(std::vector<Pieces>& lines);

/// An amount that a narrow cell breaks behind its point, alone at its line's end, goes on below it:
/// 其他资金：0.0 | 000. REQUIRES: no line is empty
void join_broken_amounts(std::vector<Pieces>& lines);

}  // namespace budgetdiff::import
