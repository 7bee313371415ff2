#pragma once

/// Rows 小计 against the projects that they may sum up.

#include "import/table/records.hpp"

#include <budgetdiff/model/amount.hpp>

#include <cstddef>
#include <optional>
#include <vector>

namespace budgetdiff::import {

/// What the projects add up to that a subtotal `stated` behind the first `behind` amounts is
/// most likely of, where that is something else; nothing where it is the sum of some that
/// stand right above it or right below, however far they reach: forms put subtotals of pages,
/// units and kinds of projects at either end. `first` is the first amount behind the subtotal
/// before it. Amounts are null for rows that are no project.
[[nodiscard]] std::optional<Amount> wrong_subtotal(const Amount& stated,
                                                   const std::vector<const Amount*>& amounts,
                                                   std::size_t first, std::size_t behind);

/// The same of a sum with its unit's name beside it: what the rows `of_unit` add up to, where that
/// is something else and no rows from `behind` on add up to it, as units of the unit do.
[[nodiscard]] std::optional<Amount> wrong_sum_of_unit(const Amount& stated,
                                                      const std::vector<const Amount*>& amounts,
                                                      const std::vector<bool>& of_unit,
                                                      std::size_t behind);

/// Of a table that states no total, 合计 beside the name of its only unit is one, and so is the
/// first of two such rows at its top: what a sum directly above another sums up is all.
void take_total_of_unit(TableRecords& records);

}  // namespace budgetdiff::import
