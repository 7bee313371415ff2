#pragma once

/// What a form prints where indicators are to be filled in: `指标1：`, `指标2：`, `……`.

#include <cstddef>
#include <string_view>

namespace budgetdiff::import {

/// Behind `指标1：` at the front of a text; 0 where none stands.
[[nodiscard]] std::size_t behind_placeholder(std::u32string_view text);

/// Whether a text is left as the form prints it: nothing, dots, or `指标1：` with nothing
/// behind it.
[[nodiscard]] bool is_left_blank(std::u32string_view text);

}  // namespace budgetdiff::import
