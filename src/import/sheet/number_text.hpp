#pragma once

/// Numbers as a workbook shows them, by digits alone: no floating point.

#include "import/sheet/date_text.hpp"
#include "import/sheet/number_format.hpp"

#include <string>
#include <string_view>

namespace budgetdiff::import {

/// What a cell shows.
struct ShownNumber {
  std::string text;
  /// False where the format shows the number in a way that is not understood: `text`
  /// is the number alone.
  bool as_shown = true;
};

/// The number a workbook stores as `21.210000000000001` or `1.5E3` as a person
/// typed it: rounded to 15 digits, as spreadsheets do, with the format's
/// decimals added and none dropped, no separators and no sign of a currency, so that
/// an amount stays one. Dates, and words around the number, are as the format says.
/// Text that is no number comes back as it is.
[[nodiscard]] ShownNumber shown_number(std::string_view stored, const NumberFormat& format,
                                       DateSystem system = DateSystem::from_1900);

/// The text of shown_number().
[[nodiscard]] std::string number_text(std::string_view stored, const NumberFormat& format);

/// A cell's text as the format shows it: `@"次"` adds a word.
[[nodiscard]] std::string shown_text(std::string text, const NumberFormat& format);

}  // namespace budgetdiff::import
