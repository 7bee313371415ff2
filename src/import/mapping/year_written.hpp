#pragma once

/// A budget's year in whatever way it is written.

#include <optional>
#include <string>
#include <string_view>

namespace budgetdiff::import {

/// The year that a cell or a sheet's name says.
struct YearWritten {
  int year = 0;        ///< of the common calendar, 1900 to 2200
  bool span = false;   ///< 2023/24, 2023-2024: its first year
  std::string beside;  ///< words beside it that are not of how years are written ("Adopted")
};

/// Reads 2024, 2024年度, FY24, 2023/24, 2024-01-01, 民國113年, 令和6年度. `offset` is added to a
/// bare year of another calendar (1911: 113). Nothing where the text names no year, or more than
/// one.
[[nodiscard]] std::optional<YearWritten> read_year_written(std::string_view text,
                                                           std::optional<int> offset);

}  // namespace budgetdiff::import
