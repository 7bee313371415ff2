#pragma once

/// Places the amounts of rows in columns of money where blank cells left no trace, so that each
/// column's sum comes out.

#include "import/text/amount_run.hpp"

#include <budgetdiff/model/amount.hpp>

#include <cstddef>
#include <vector>

namespace budgetdiff::import {

inline constexpr std::size_t nowhere = static_cast<std::size_t>(-1);

/// The column of each cell of a row.
using MoneyPlaces = std::vector<std::size_t>;

struct MoneyRow {
  const AmountRun* run = nullptr;
  MoneyPlaces places;
  bool open = false;  ///< blank cells left no trace
};

[[nodiscard]] MoneyPlaces leftmost(std::size_t cells, std::size_t columns);

[[nodiscard]] std::vector<Amount> column_sums(const std::vector<MoneyRow>& rows,
                                              std::size_t columns);

/// Places for all open rows at once: the only ones that make up what is `missing` of each column's
/// sum; whether there are such. Only of few rows.
bool place_all(std::vector<MoneyRow>& rows, const std::vector<Amount>& missing, std::size_t used);

/// Open rows with one part stand leftmost, but for one at most, and of those with more the only
/// places are taken that make every column's sum then; whether there are such.
bool place_several(std::vector<MoneyRow>& rows, const std::vector<Amount>& stated,
                   std::size_t used);

/// Open rows stand leftmost but for the few, if only these make every column's sum; whether so.
bool move_few(std::vector<MoneyRow>& rows, const std::vector<Amount>& stated, std::size_t used);

}  // namespace budgetdiff::import
