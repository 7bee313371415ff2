#pragma once

/// Columns whose headers nobody knows: money is known by its figures, what else holds
/// texts is named, so that nothing of a table is dropped in silence.

#include "import/table/columns.hpp"

#include <budgetdiff/model/finding.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace budgetdiff::import {

/// Makes unknown columns of amounts before the indicators columns of money: their key is
/// their header. Where the header has no total, that is the one that says that it is the year's
/// (本年度安排), else a sum (小计), else the first that may hold the sources beside it; never money
/// of other times (以前年度安排, 累计完成投资). In the rows [first_row, end_row); for lists of
/// projects alone.
void take_unknown_money(Header& header, const Grid& grid, std::size_t first_row,
                        std::size_t end_row);

/// Whether texts are amounts of money, all of them, by their figures or by the words that
/// stand above or beside them.
[[nodiscard]] bool may_head_money(std::string_view header,
                                  const std::vector<std::u32string>& texts);

/// 合计 beside 项目经费 is the total, and 项目经费 a part of it; so is 本年预算 beside 上年结转.
void prefer_sum_column(Header& header);

/// Remembers in `header.unknown` the columns that stay without a role though their cells
/// hold something.
void note_unknown_columns(Header& header, const Grid& grid, std::size_t first_row,
                          std::size_t end_row);

/// Remembers in `header.unread` the columns of known words that a snapshot has no place for
/// (备注, 实际完成值) and those that say what another does, where their cells hold something.
/// `said`: those that another finding names.
void note_unread_columns(Header& header, const Grid& grid, std::size_t first_row,
                         std::size_t end_row, const std::vector<std::size_t>& said);

/// Whether a word that nobody knows speaks of a project's money, and not of a price or a count.
[[nodiscard]] bool names_money(std::string_view word);

/// Whether a word speaks of a price, a count or a share.
[[nodiscard]] bool names_no_money(std::string_view word);

/// Whether a cell's text is none, or a mark that says so.
[[nodiscard]] bool says_nothing(std::u32string_view text);

/// Adds a finding for each of `header.unknown` that `findings` has none of yet: a warning where
/// the table lacks what such a column may hold.
void say_unknown_columns(const Header& header, const Place& place, std::vector<Finding>& findings);

/// Adds the finding that projects are named by a column that says less than 项目名称, where they
/// are and `findings` has none of it yet.
void say_supposed_names(const Header& header, const Place& place, std::vector<Finding>& findings);

}  // namespace budgetdiff::import
