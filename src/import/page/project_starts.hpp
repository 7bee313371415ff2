#pragma once

/// Where projects may begin in a table with a row an indicator.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace budgetdiff::import {

/// Where a category of the first level stands among those of a project: 1, 2 or 3; 0: anywhere.
[[nodiscard]] int order_of_category(std::string_view category);

/// A project begins with a category, and with one that it has not had: how
/// unlikely one begins in each of `rows`, as first_rows() takes it. `first` is the
/// row in which each of the `categories` begins. Where all rows have one, the same again begins a
/// project no better than a new one does.
[[nodiscard]] std::vector<double> doubts_of_projects(const std::vector<std::string>& categories,
                                                     const std::vector<std::size_t>& first,
                                                     std::size_t rows);

/// The same for rows of several indicators side by side, each group of which fills its rows from a
/// project's first one on: where a group has an indicator and had none in the row above, a
/// project begins. `filled`: of each group, the rows that have one of its indicators.
[[nodiscard]] std::vector<double> doubts_of_groups(const std::vector<std::vector<bool>>& filled,
                                                   std::size_t rows);

}  // namespace budgetdiff::import
