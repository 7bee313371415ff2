#pragma once

/// Numbers of OpenDocument cells, which come with the text that shows them.

#include "import/sheet/number_text.hpp"

#include <string_view>

namespace budgetdiff::import {

/// The number stored as `3200` and shown as `3,200.00`, as shown_number() gives that of an
/// XLSX cell whose format shows the same: with all digits that are stored and at least the
/// decimals that are shown, words around it (5次, 95%) kept, no separators. What shows the
/// number otherwise (in thousands, in Chinese numerals, as a word) is taken as it is shown.
/// `percent` says how a number without a text is meant.
[[nodiscard]] ShownNumber shown_value(std::string_view stored, std::string_view shown,
                                      bool percent);

}  // namespace budgetdiff::import
