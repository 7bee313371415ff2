#pragma once

/// What words say that part a heading of targets (指标值) into columns of its own.

#include <string_view>

namespace budgetdiff::import {

/// Whose targets a column under such a heading holds.
enum class TargetTime {
  unsaid,
  annual,  ///< 年度, 当年, 本年目标
  period,  ///< 实施周期, 总体, 三年, 2024-2026年: all the years that a project takes
  before,  ///< 上年实际, 基期值: what was, and no target
  after,   ///< 下年目标: another snapshot's
};

/// What the word says, of which nothing more is known than that it stands under targets. A year
/// (2024年) is unsaid: whose it is the table's own year says.
[[nodiscard]] TargetTime target_time(std::string_view word);

/// ≥/=/≤, ≥、≤: a cell that shows which comparators there are heads them. One alone is one.
[[nodiscard]] bool heads_comparators(std::string_view word);

}  // namespace budgetdiff::import
