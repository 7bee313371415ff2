#pragma once

/// The columns of money that the words and pieces of a header make.

#include <optional>
#include <string>
#include <vector>

namespace budgetdiff::import {

/// Their words in the order of the documented columns (where words are broken, their order in a
/// text is not that of the columns), each column once; words that head others are none. Nothing
/// where a piece is left.
[[nodiscard]] std::optional<std::vector<std::string>> money_columns(
    const std::vector<std::u32string>& pieces);

}  // namespace budgetdiff::import
