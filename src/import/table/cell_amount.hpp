#pragma once

/// An amount that has a cell to itself. People type more there than text would let pass for
/// an amount: ￥15, 15万元, 15.

#include <optional>
#include <string>
#include <string_view>

namespace budgetdiff::import {

struct CellAmount {
  std::u32string figure;  ///< that read_published_amount() reads
  std::string unit;       ///< behind it, or ""
};

/// The amount that `cell` is, in whole; nothing where it is none. White space is gone from it.
[[nodiscard]] std::optional<CellAmount> cell_amount(std::u32string_view cell);

}  // namespace budgetdiff::import
