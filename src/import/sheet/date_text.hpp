#pragma once

/// Dates and times, which workbooks store as days since an epoch. No floating point.

#include "import/sheet/number_format.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace budgetdiff::import {

/// Which day is which number. Excel's 1900 is no leap year's, but has a 29 February:
/// day 60; what comes before it is a day less than the calendar says.
enum class DateSystem { from_1900, from_1904 };

/// The stored number (`46022`, `45717.5`) as a section of dates shows it; nothing where
/// no calendar has such a day.
[[nodiscard]] std::optional<std::string> date_text(std::string_view stored,
                                                   const FormatSection& section, DateSystem system);

/// The number that stands for `2025-12-31` or `2025-12-31T08:30:00`, as strict workbooks
/// write dates; nothing for other text.
[[nodiscard]] std::optional<std::string> date_number(std::string_view iso, DateSystem system);

}  // namespace budgetdiff::import
