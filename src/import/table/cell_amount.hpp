#pragma once

/// An amount that has a cell to itself. People type more there than text would let pass for
/// an amount: ￥15, 15万元, 15.

#include <budgetdiff/model/amount.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace budgetdiff::import {

struct CellAmount {
  std::u32string figure;  ///< that read_cell_amount() reads
  std::string unit;       ///< behind it, or ""
};

/// An amount as a cell shows it: as read_published_amount(), and .50, which a spreadsheet's format
/// #,###.00 shows of 0.50. In running text that may be the rest of a broken figure.
[[nodiscard]] std::optional<Amount> read_cell_amount(std::u32string_view text);

/// Whether `text` is a number with more digits than an Amount has.
[[nodiscard]] bool is_too_large(std::u32string_view text);

/// The amount that `cell` is, in whole; nothing where it is none. White space is gone from it.
[[nodiscard]] std::optional<CellAmount> cell_amount(std::u32string_view cell);

}  // namespace budgetdiff::import
