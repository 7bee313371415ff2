#pragma once

/// The digits of a number that a workbook stores.

#include <optional>
#include <string>
#include <string_view>

namespace budgetdiff::import {

/// `21.210000000000001` as 21.21, `1.5E3` as 1500: rounded to the 15 digits that
/// spreadsheets keep, `shift` places to the left (2 for percent), with at least
/// `decimals` decimals and none dropped. Nothing for text that is no number.
[[nodiscard]] std::optional<std::string> decimal_text(std::string_view stored, int decimals,
                                                      int shift);

}  // namespace budgetdiff::import
