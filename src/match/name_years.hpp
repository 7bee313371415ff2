#pragma once

/// Years inside names: 2024年, 2022-2024年, （2024年）, 令和6年度.

#include <string>
#include <string_view>
#include <vector>

namespace budgetdiff::matching {

/// The years in `text` (width folded, punctuation kept), in order. `span` says
/// whether two of them are joined by a dash or 至.
void read_years(std::u32string_view text, std::vector<int>& years, bool& span);

/// `text` with each year replaced by U+E000, which no fold takes away.
[[nodiscard]] std::u32string with_year_marks(std::u32string_view text);

/// `text` without years, the 年, 年度 after them and the dash between them.
[[nodiscard]] std::u32string without_years(std::u32string_view text);

}  // namespace budgetdiff::matching
