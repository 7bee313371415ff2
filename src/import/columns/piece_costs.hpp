#pragma once

/// How much speaks against a piece of text as one of a column, in tenths of a doubt: 0 for
/// nothing, about 100 for what no such column holds. `column` is how wide the column is, 0
/// where that is not known.

#include "import/columns/list_grammar.hpp"

#include <string>

namespace budgetdiff::import {

/// Whether a cell may end behind a line that ends with `c`.
[[nodiscard]] bool closes_sentence(char32_t c);

/// Whether a line may begin with `c`: print puts no comma there.
[[nodiscard]] bool may_begin(char32_t c);

[[nodiscard]] int goal_cost(const std::u32string& text, int column);
[[nodiscard]] int name_cost(const std::u32string& text, int column);

/// `after` is where the grammar stands behind it; what is against the grammar comes on top.
[[nodiscard]] int list_cost(const std::u32string& text, int column, const ListGrammar& after);

}  // namespace budgetdiff::import
