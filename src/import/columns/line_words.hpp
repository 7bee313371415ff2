#pragma once

/// The words of a line: what its blanks part.

#include <budgetdiff/model/amount.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace budgetdiff::import {

[[nodiscard]] std::vector<std::u32string> words_of(std::u32string_view text);

/// Amounts of a table have decimals or groups; a bare number may be anything.
[[nodiscard]] std::optional<Amount> amount_in(std::u32string_view word);

}  // namespace budgetdiff::import
