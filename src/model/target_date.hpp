#pragma once

/// Deadlines written as targets: 15日前, 4月底前, 第三季度末, 2024年12月31日前 (docs/targets.md).

#include <budgetdiff/model/target.hpp>

#include <optional>
#include <string_view>

namespace budgetdiff {

/// Reads a target, folded by fold_width(), that is a point of the calendar or the clock by which
/// something is done. Nothing where it is none: a start (3月起), a time that is counted (15日,
/// 3天前), a list of dates.
[[nodiscard]] std::optional<Deadline> read_deadline(std::u32string_view folded);

enum class DateOrder { unknown, level, earlier, later };

/// Where `to` stands to `from`, each in the table of its year (absent: unknown). Known only where
/// both are counted alike and no reading of either could turn it round: 4月前 is before April or
/// in it, and so neither earlier nor later than 4月底前; 2024年6月 in the table of 2024 is earlier
/// in its year than 2023年9月 in that of 2023.
[[nodiscard]] DateOrder order_of(const Deadline& from, const Deadline& to,
                                 const TargetYears& years);

}  // namespace budgetdiff
