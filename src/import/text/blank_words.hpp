#pragma once

/// Words of a line that blanks part.

#include <string_view>
#include <vector>

namespace budgetdiff::import {

/// Views into `line`, none of them empty.
[[nodiscard]] std::vector<std::u32string_view> words_between_blanks(std::u32string_view line);

}  // namespace budgetdiff::import
