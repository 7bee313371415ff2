#pragma once

/// The few choices out of many that make up what is missing.

#include <budgetdiff/model/amount.hpp>

#include <cstddef>
#include <vector>

namespace budgetdiff::import {

/// Another way to place the amounts of a row in the columns of money.
struct RowMove {
  std::size_t row = 0;
  std::vector<std::size_t> places;  ///< the column of each amount
  std::vector<Amount> change;       ///< by how much it changes each column's sum
};

/// The moves, of one row each and no more than three, that change the sums by `missing`, as
/// positions in `moves`, if no other three or fewer do; empty otherwise, or where there are too
/// many to try.
[[nodiscard]] std::vector<std::size_t> only_few_moves(const std::vector<RowMove>& moves,
                                                      const std::vector<Amount>& missing);

}  // namespace budgetdiff::import
