#pragma once

/// The ways to deal the words of one line to the columns: a name, its amounts, a goal and a list
/// stand in this order.

#include "import/columns/column_text.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace budgetdiff::import {

/// Which words of a line are whose: names [0, name), amounts [name, amount), the goal
/// [amount, goal), the list behind.
struct Parting {
  std::size_t name = 0;
  std::size_t amount = 0;
  std::size_t goal = 0;
};

/// All ways; of a line of very many words only those that leave it whole.
[[nodiscard]] std::vector<Parting> partings(const std::vector<ColumnWord>& words);

/// In how many ways the words of a line are tried.
[[nodiscard]] std::size_t ways_of_line(const ColumnLine& line);

/// What speaks against parting words there, and against leaving blanks in cells, in tenths of a
/// doubt.
[[nodiscard]] int parting_cost(const std::vector<ColumnWord>& words, const Parting& parting);

/// The words [begin, end) with one blank between.
[[nodiscard]] std::u32string joined(const std::vector<ColumnWord>& words, std::size_t begin,
                                    std::size_t end);

}  // namespace budgetdiff::import
