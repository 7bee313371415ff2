#pragma once

/// Columns that no known word heads, told by what their cells hold: a column of nothing
/// but ≥ and ≤ holds comparators, whatever it is called.

#include "import/table/columns.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace budgetdiff::import {

/// Gives a role to columns of `header` that have none, or only that of a remark, where
/// the cells of the rows [first_row, end_row) can be nothing else: comparators, categories of both
/// levels, units of measure beside bare numbers, indicators' names behind their categories, targets
/// behind names. A known role changes only where a column that was taken for second-level
/// categories holds those of the first or the names, where 绩效指标 is but the label at the side,
/// and where 单位 stands before the projects' names or over names of bodies: then it is who spends.
void infer_columns(Header& header, const Grid& grid, std::size_t first_row, std::size_t end_row);

/// The texts of a column's own cells in the first rows of [first_row, end_row), blank ones left
/// out: as many as say what it is.
[[nodiscard]] std::vector<std::u32string> column_texts(const Grid& grid, std::size_t first_row,
                                                       std::size_t end_row, std::size_t column);

/// Whether nearly all of a column's own texts in the rows [first_row, end_row) may be names of
/// projects: short, with Chinese letters and no sentence.
[[nodiscard]] bool shows_names(const Grid& grid, std::size_t first_row, std::size_t end_row,
                               std::size_t column);

/// Whether a third of a column's own texts in the rows [first_row, end_row) or more have a
/// comparator or a number: targets, and no words that explain them (指标值内容: 反映…的情况).
[[nodiscard]] bool shows_targets(const Grid& grid, std::size_t first_row, std::size_t end_row,
                                 std::size_t column);

}  // namespace budgetdiff::import
