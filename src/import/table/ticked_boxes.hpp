#pragma once

/// Choices that a form offers as boxes.

#include <string>
#include <string_view>

namespace budgetdiff::import {

/// The choices whose boxes are ticked (☑ ■ √), in order; boxes may stand before
/// their words or behind them. All text where there is no box.
[[nodiscard]] std::u32string ticked(std::u32string_view text);

/// Whether there is a box, ticked or not.
[[nodiscard]] bool holds_boxes(std::u32string_view text);

}  // namespace budgetdiff::import
