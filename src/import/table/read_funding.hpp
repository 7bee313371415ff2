#pragma once

/// The amounts of a row as funding in the table's unit.

#include "import/table/records.hpp"

#include <budgetdiff/model/snapshot.hpp>

#include <string>
#include <vector>

namespace budgetdiff::import {

/// What cells of money say of `project` ("" for a sum's row), each in its own unit if it names one,
/// in `unit` of the table. What is no amount, or cannot be converted exactly, is left out, and so
/// is the second of two amounts under one key, unless it adds to the first; each is a finding.
[[nodiscard]] Funding read_funding(const std::vector<MoneyText>& money, const std::string& unit,
                                   const std::string& project, std::vector<Finding>& findings);

/// A finding where a second row 合计 says something else than the first did.
void compare_repeated_sums(const std::vector<MoneyText>& first, const std::vector<MoneyText>& other,
                           std::vector<Finding>& findings);

}  // namespace budgetdiff::import
