#pragma once

/// Amounts as a table shows them: what each is of, before they are read.

#include "import/table/records.hpp"

#include <budgetdiff/model/amount.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace budgetdiff::import {

/// Whether a column's key is that of a source of money, and of no total, stage or other year.
[[nodiscard]] bool is_source(std::string_view key);

/// The total among amounts; nothing where there is none that can be read.
[[nodiscard]] std::optional<Amount> total_of(const std::vector<MoneyText>& money);

/// `78.90万元`, `￥56.00` and `15.` in a cell are an amount and its unit.
void take_units_of_cells(TableRecords& records);

/// 自筹资金 and 其他资金 in one form mean one column where either stands alone; beside each other
/// the one called as the column is keeps it, and the others are kept under their own words.
void keep_sources_apart(TableRecords& records);

/// The only amount of a form that calls itself the year's (本年度安排) is its total where no other
/// is.
void take_totals_of_year(TableRecords& records);

/// 项目资金总额 is a total over several years beside the year's; where a table has no other
/// total it is the one meant.
void take_only_total(TableRecords& records);

/// The unit that all amounts' own labels, headers or captions agree on; where they differ
/// or say none, the one said for the whole table, else the first of theirs; or "".
[[nodiscard]] std::string unit_of_amounts(const TableRecords& records);

/// The projects none of whose amounts says a unit, by the first of them, where nothing says one for
/// the whole table and that of another's cell (8万元) was taken: 12.5 may be 元.
struct WithoutUnit {
  std::size_t count = 0;
  const ProjectText* first = nullptr;
};
[[nodiscard]] WithoutUnit without_unit(const TableRecords& records);

/// The only year that headers of amounts name (2025年预算数); 0 where they name none or
/// several.
[[nodiscard]] int header_year(const TableRecords& records);

}  // namespace budgetdiff::import
