#pragma once

/// Words of headers that narrow columns break.

#include "import/vocabulary.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace budgetdiff::import {

/// Words and pieces of words that one header may have.
inline constexpr std::size_t most_header_pieces = 12;

/// Whether the published list has a column of this kind.
[[nodiscard]] bool is_list_role(Role role);

/// Whether a text is part of the word of such a column.
[[nodiscard]] bool is_header_piece(const std::u32string& word);

/// The words of such columns that letters make up which print spaces out (总计财政拨款), in
/// their order; none where any letter is left.
[[nodiscard]] std::vector<std::u32string> spaced_header_words(const std::u32string& letters);

/// The words of columns that the words and pieces of a header make, one to three each, in
/// their order, with none left; of several ways the one with the fewest words that look
/// like pieces. Nothing where there is no way.
[[nodiscard]] std::optional<std::vector<std::u32string>> joined_header_words(
    const std::vector<std::u32string>& pieces);

}  // namespace budgetdiff::import
