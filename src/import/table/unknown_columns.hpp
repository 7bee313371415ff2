#pragma once

/// Columns whose headers nobody knows: money is known by its figures, what else holds
/// texts is named, so that nothing of a table is dropped in silence.

#include "import/table/columns.hpp"

#include <budgetdiff/model/finding.hpp>

#include <cstddef>
#include <vector>

namespace budgetdiff::import {

/// Makes unknown columns of amounts before the indicators columns of money: their key is
/// their header, and the total where the header has no other. In the rows
/// [first_row, end_row); for lists of projects alone.
void take_unknown_money(Header& header, const Grid& grid, std::size_t first_row,
                        std::size_t end_row);

/// 合计 beside 项目经费 is the total, and 项目经费 a part of it.
void prefer_sum_column(Header& header);

/// Remembers in `header.unknown` the columns that stay without a role though their cells
/// hold something.
void note_unknown_columns(Header& header, const Grid& grid, std::size_t first_row,
                          std::size_t end_row);

/// Adds a finding for each of `header.unknown` that `findings` has none of yet: a warning where
/// the table lacks what such a column may hold.
void say_unknown_columns(const Header& header, const Place& place, std::vector<Finding>& findings);

/// Adds the finding that projects are named by a column that says less than 项目名称, where they
/// are and `findings` has none of it yet.
void say_supposed_names(const Header& header, const Place& place, std::vector<Finding>& findings);

}  // namespace budgetdiff::import
