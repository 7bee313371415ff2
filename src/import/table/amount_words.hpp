#pragma once

/// What the word of an amount says of its time: whether it is the money of the table's own year.

#include <string>
#include <string_view>

namespace budgetdiff::import {

/// The time that the word of an amount names.
enum class AmountTime {
  unsaid,
  own_year,  ///< 本年度安排, 当年计划投资: all of the table's year, though nobody lists the word
  other,  ///< 以前年度安排, 累计完成投资, 比上年增减: never the year's total
};

[[nodiscard]] AmountTime amount_time(std::string_view word);

/// Whether a year in a word ends a time that began before it (截至2024年底, 2026年及以后), or is
/// held against another (比2024年增减): the amount is not that year's.
[[nodiscard]] bool counts_beyond_year(std::string_view word);

/// The words under which an amount is kept whose label no list knows: without numbering, 其中, the
/// unit of money, the letter of its column and a colon. 其中：一般债券（万元）： and 一般债券 are
/// one key, 全年预算数（A） and 全年预算数.
[[nodiscard]] std::string amount_key(std::string_view label);

/// Whether a word calls an amount the sum of those beside it (小计, 投入总额).
[[nodiscard]] bool calls_sum(std::string_view word);

}  // namespace budgetdiff::import
