#pragma once

/// Numbers as a workbook shows them, by digits alone: no floating point.

#include <string>
#include <string_view>

namespace budgetdiff::import {

/// How a cell's number format shows it.
struct NumberFormat {
  int decimals = 0;      ///< at least so many are shown
  bool percent = false;  ///< 0.95 is shown as 95%
};

/// Reads a format code such as `#,##0.00` or `0%`.
[[nodiscard]] NumberFormat number_format(std::string_view code);

/// The format that a workbook means by a number without saying its code.
[[nodiscard]] NumberFormat built_in_format(int id);

/// The number a workbook stores as `21.210000000000001` or `1.5E3` as a person
/// typed it: rounded to 15 digits, as spreadsheets do, with the format's
/// decimals added and none dropped. Text that is no number comes back as it is.
[[nodiscard]] std::string number_text(std::string_view stored, const NumberFormat& format);

}  // namespace budgetdiff::import
