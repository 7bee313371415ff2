#pragma once

/// A table in two halves below each other: projects with their amounts (一、项目资金情况), and the
/// same projects with goals and indicators (二、绩效目标).

#include "import/table/columns.hpp"
#include "import/table/grid.hpp"
#include "import/table/records.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace budgetdiff::import {

/// The names, folded, below a header of a list that begins in `row`.
[[nodiscard]] std::vector<std::string> names_below(const Grid& grid, std::size_t row,
                                                   const Header& header);

/// Whether a plain list is the other half of lists without amounts: it names (nearly) all
/// projects that these do.
[[nodiscard]] bool is_half_of(const std::vector<std::string>& list,
                              const std::vector<std::string>& named);

/// Gives a project without amounts those of the only other one of its name, which has nothing
/// else and goes.
void join_halves_of_tables(TableRecords& records);

}  // namespace budgetdiff::import
