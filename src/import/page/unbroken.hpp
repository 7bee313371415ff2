#pragma once

/// Where lines of a cell may end.

#include <string_view>

namespace budgetdiff::import {

/// How wide the beginning of a text is that no line's end parts: a letter with the marks around it,
/// a number, a Latin word. In halves of a letter.
/// REQUIRES: text is not empty
[[nodiscard]] int unbreakable(std::u32string_view text);

}  // namespace budgetdiff::import
