#pragma once

/// What stands around the figure of an amount in tables of any country.

#include <string>
#include <string_view>

namespace budgetdiff::import {

/// Makes an amount as it is typed one that is read: without its sign of currency, before the figure
/// or behind (R$ 5, 5 €, ($5)), without a plus, and with a minus for a dash of any width and for
/// the △ and ▲ of Japanese and Korean tables. `text` is without white space.
///
/// `currency`: the sign before, as a sign only repeats the unit that the mapping says; "" if none
/// yet. An amount under another sign is in another unit, and stays none.
[[nodiscard]] std::u32string bare_amount(std::u32string text, std::u32string_view& currency);

/// Whether a cell of amounts says that there is none, as statistics do: n/a, .., nil.
[[nodiscard]] bool says_no_amount(std::u32string_view text);

}  // namespace budgetdiff::import
