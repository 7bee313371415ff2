#pragma once

/// Columns of the whole period's money beside the year's: 2024-2026年总预算 | 2024年预算.

#include "import/table/columns.hpp"

#include <budgetdiff/model/finding.hpp>

#include <string>
#include <vector>

namespace budgetdiff::import {

/// Tells the money of a span of years, and a total that names no year (预算总额) beside one that
/// does (2024年预算, 本年度预算), as that of the whole period. Of several years' columns the
/// snapshot's is chosen later (side_by_side.hpp).
void tell_period_money(std::vector<Column>& columns);

/// The words of the column that has the year's total, where last year's or the whole period's money
/// stands beside it, and no other of a year; else "".
[[nodiscard]] std::string year_among_others(const std::vector<Column>& columns);

/// Says that column in a note, once.
void say_year_column(const std::string& word, const Place& place, std::vector<Finding>& findings);

}  // namespace budgetdiff::import
