#pragma once

/// What a word of a header says of its column beside what the column holds.

#include "import/table/side_columns.hpp"

#include <initializer_list>
#include <optional>
#include <string_view>

namespace budgetdiff::import {

/// Whether one of `parts` stands in a text.
[[nodiscard]] bool holds_any(std::string_view text, std::initializer_list<std::string_view> parts);

/// The word right above a column's cells, of a header of several rows (项目资金/金额).
[[nodiscard]] std::string_view lowest_word(std::string_view header);

/// The year that a header's word names: 2023 of 2023年预算数, 1 of 第一年.
[[nodiscard]] std::optional<int> column_year(std::string_view word);

/// 2024-2026年, 2024年至2026年, 三年预算: of several years together.
[[nodiscard]] bool spans_years(std::string_view word);

/// Whether that is a year of a plan, counted from its first.
[[nodiscard]] constexpr bool is_year_of_plan(int year) {
  return year > 0 && year < 10;
}

/// 2023年, 2023年度, 第一年: a year and nothing else.
[[nodiscard]] bool is_bare_year(std::string_view word);

/// 决算数, 全年支出数, 实际执行金额: what was spent, where 预算数 stands beside it. Alone 决算数 is
/// the total of final accounts.
[[nodiscard]] bool says_spent(std::string_view word);

/// 1-7月执行数, 全年预计执行数, 截至6月底支出: what was spent in a part of the year, or may be in
/// all of it; neither is what the year spent.
[[nodiscard]] bool is_interim(std::string_view word);

/// 上年度实际执行, 去年支出: what became of the year before's money.
[[nodiscard]] bool is_of_last_year(std::string_view word);

/// 2023 alone, which may be an amount as well.
[[nodiscard]] bool is_year_number(std::string_view word);

/// 上半年目标, 一季度: of a part of the year.
[[nodiscard]] bool is_part_of_year(std::string_view word);

/// Whether a word has a number behind it, as columns that repeat have: 指标1, 三级指标（二）.
[[nodiscard]] bool ends_with_number(std::string_view word);

/// 调整前 or 调整后 before a word or alone.
[[nodiscard]] Adjusted adjusted_in(std::string_view word);

/// A word below one of money that narrows nothing down: 本年 and 调整前 under 预算金额 are that
/// amount itself, beside 上年 and 调整后.
[[nodiscard]] bool is_amount_itself(std::string_view word);

/// 项目内容, 工作任务, 事项名称: what names projects where no column of a document is called
/// after them, and describes them elsewhere.
[[nodiscard]] bool may_name_projects(std::string_view word);

/// Whether a column names where the row's money comes from.
[[nodiscard]] bool heads_sources(std::string_view word);

}  // namespace budgetdiff::import
