#pragma once

/// Days that print breaks over two lines.

#include <string>

namespace budgetdiff::import {

/// Whether a day with its year ends in one text and goes on in the next: 2025年11月 | 30日前,
/// 2025年3月3 | 1日, 2025年 | 6月底. No cell ends there.
[[nodiscard]] bool parts_date(const std::u32string& before, const std::u32string& after);

}  // namespace budgetdiff::import
