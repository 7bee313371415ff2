#pragma once

/// What the lines of a column say of where a target, or a unit of measure, begins and ends.

#include "import/page/row_columns.hpp"

#include <cstddef>
#include <string>

namespace budgetdiff::import {

/// Whether a target or a unit begins with the rest of what the end of a full line above cuts, a
/// number: 1304 | 0平方米, a day: 11月30日 | 前, a unit: 元/人· | 天, a comparison: 较上年下降 |
/// 5%; or, where units have no column of their own (`units`), with that of a number: =310公 | 顷.
[[nodiscard]] bool begins_in_value(const RowColumn& column, std::size_t first, std::size_t last,
                                   bool units);

/// Whether lines of a column hold a number that has its unit elsewhere: 97, 17-35; no day, and
/// no 10分钟.
[[nodiscard]] bool has_number(const RowColumn& column, std::size_t first, std::size_t last);

/// Whether words below a number with sign and unit are none of its target, as they are longer than
/// the rest of a unit and no 以上: ≥58所 | 校数的情况.
[[nodiscard]] bool are_other_words(const std::u32string& measure, const std::u32string& words);

/// Whether a target holds two: a line of it begins with a sign, stands behind a day, begins with a
/// year that nothing leads to, or is one in words, or other words, below a number with sign and
/// unit.
[[nodiscard]] bool holds_two_targets(const RowColumn& column, std::size_t first, std::size_t last);

}  // namespace budgetdiff::import
