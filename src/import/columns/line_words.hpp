#pragma once

/// The words of a line: what its blanks part.

#include <budgetdiff/model/amount.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace budgetdiff::import {

[[nodiscard]] std::vector<std::u32string> words_of(std::u32string_view text);

/// The same, letters that print spaces out to fill a line (年 度 指 标 值) put together.
[[nodiscard]] std::vector<std::u32string> words_of_cells(std::u32string_view text);

/// Amounts of a table have decimals or groups; a bare number may be anything.
[[nodiscard]] std::optional<Amount> amount_in(std::u32string_view word);

/// The amounts of a word that is two or more of them: figures that fill their columns stand without
/// a blank between (351023.45252855.12). All have as many decimals as the last; the word itself
/// where they have not.
[[nodiscard]] std::vector<std::u32string> parted_amounts(const std::u32string& word);

/// Where an amount begins that stands right behind a word, 0 where there is none: a hyphen at the
/// word's end, and with it the line's end, was taken for one that parts a word (运维|51.00).
[[nodiscard]] std::size_t amount_behind(std::u32string_view word);

/// Amounts in whole yuan, without groups: 397558156, 0.
[[nodiscard]] std::optional<Amount> whole_amount_in(std::u32string_view word);

}  // namespace budgetdiff::import
