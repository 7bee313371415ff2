#pragma once

/// Words that mean several years: of money (三年预算总额), of targets (2024-2026年).

#include <string_view>

namespace budgetdiff::import {

/// Whether a word names a first and a last year, wherever it does: 2024-2026年, 2024年至2026年,
/// （2024—2026）, 2024-26年. 2024年1-3月 and 2024-12 are of one.
[[nodiscard]] bool names_year_span(std::string_view word);

/// Whether a word counts years: 三年, 5年, 未来两年. Not 一年, which may be any; nor a calendar's
/// (2024年) or one of a plan's (第三年).
[[nodiscard]] bool counts_years(std::string_view word);

}  // namespace budgetdiff::import
