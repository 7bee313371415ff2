#pragma once

/// Units of money as documents publish them: 元, 千元, 万元, 亿元, 百万円 …

#include <budgetdiff/model/amount.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace budgetdiff {

/// A known unit: 10^exponent of the currency's own unit.
struct MoneyUnit {
  std::string currency;  ///< "CNY", "JPY", "TWD" …: units compare only within one
  int exponent = 0;      ///< 万元 is 4, 亿元 is 8

  friend bool operator==(const MoneyUnit&, const MoneyUnit&) = default;
};

/// Reads a unit's published text; nothing for a text that is not known.
[[nodiscard]] std::optional<MoneyUnit> read_money_unit(std::string_view text);

/// `amount`, which is in `from`, in `to`. Exact always: decimals are added where
/// `to` is larger and zeros removed where they are not needed (but no decimals
/// that were published are dropped when the units are the same).
/// Nothing where the units cannot be compared; equal texts always can.
[[nodiscard]] std::optional<Amount> convert(const Amount& amount, std::string_view from,
                                            std::string_view to);

}  // namespace budgetdiff
