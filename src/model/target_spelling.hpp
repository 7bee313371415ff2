#pragma once

/// Spellings of targets that say the same: docs/targets.md.

#include <string>
#include <string_view>

namespace budgetdiff {

/// A target without what only spells it.
struct PlainTarget {
  std::u32string text;
  bool inclusive = false;  ///< said that the bound itself counts: （含）, （含本数）, （含80%）
  std::u32string per;  ///< 年 of 每年≥5次, taken out of the text
};

/// Marks around the whole target (【≥95%】) and those of inclusive bounds are taken away, and what
/// something is counted for (每年) from its beginning. `folded` is a target after fold_width().
[[nodiscard]] PlainTarget plain_target(std::u32string_view folded);

/// One spelling for one unit: 公里 for 千米 and km, 平方米 for m2, % for 百分比; brackets go.
[[nodiscard]] std::u32string fold_unit(std::u32string_view unit);

/// Words before a bound that add nothing to it: 应, 确保, 保持.
[[nodiscard]] bool is_emphasis(std::u32string_view label);

}  // namespace budgetdiff
