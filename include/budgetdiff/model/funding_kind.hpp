#pragma once

/// What the documented columns of money are to each other.

#include <string_view>

namespace budgetdiff {

/// Whether it is a documented column's key or published word ("total", "总计").
[[nodiscard]] bool is_documented_column(std::string_view key_or_word);

/// 实施周期总额, 调整预算, 执行数, 上年预算: no part of the year's total.
[[nodiscard]] bool is_beside_total(std::string_view column);

/// Whether published words are those of another stage of the money than the snapshot's, or of a
/// source at one: 年初预算数, 财政拨款（全年执行数）.
[[nodiscard]] bool is_of_another_stage(std::string_view column);

/// 一般公共预算, 政府性基金, 国有资本经营预算: parts of 财政拨款 where a form has both.
[[nodiscard]] bool is_part_of_fiscal(std::string_view column);

}  // namespace budgetdiff
