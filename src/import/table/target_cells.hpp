#pragma once

/// A target of three cells: comparators, values and units in columns of their own.

#include <string>
#include <string_view>

namespace budgetdiff::import {

struct TargetCells {
  std::string text;      ///< the target: `≥` `90` `%` is ≥90%
  std::string left_out;  ///< the words beside it that it has no place for
};

/// Comparator, value and unit as one target. What compares stands before its number (≥, 控制在) or
/// behind its unit (以上, 以内); 定性, 正向指标 and other words that say of what kind an indicator
/// is are left out, as are kinds in a column of units (日期, 年月日, 是/否). A word that is
/// neither, of a number that nothing else compares, is left out aloud. A value that is a date or a
/// word, or has a unit, takes none; one that is not its own is left out aloud.
[[nodiscard]] TargetCells joined_target(std::string_view comparator, std::string_view value,
                                        std::string_view unit);

}  // namespace budgetdiff::import
