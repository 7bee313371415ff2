#pragma once

/// Amounts of a form whose labels nobody knows.

#include "import/table/grid.hpp"
#include "import/table/records.hpp"

#include <optional>
#include <string>

namespace budgetdiff::import {

/// 项目当年预算 | 3200.00 | 本级支出 | 2800.00: the amount beside a label that is not known,
/// in a row that says the project's money, under the label's own words. `unit` is that of
/// amounts whose label names none. Nothing where the figure need not be money.
[[nodiscard]] std::optional<MoneyText> unknown_amount(const Grid& grid, const Cell& label,
                                                      const std::string& unit);

/// Whether a cell names money in words that nobody knows, with its amount beside it: a label
/// beside another that heads them all (项目资金 | 一、市级财政拨款 | 300).
[[nodiscard]] bool labels_amount(const Grid& grid, const Cell& cell);

}  // namespace budgetdiff::import
