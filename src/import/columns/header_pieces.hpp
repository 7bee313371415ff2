#pragma once

/// Words of headers that narrow columns break.

#include "import/vocabulary.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace budgetdiff::import {

/// Words and pieces of words that one header may have.
inline constexpr std::size_t most_header_pieces = 12;

/// What a word says in the header of such a list: 小计 below a group is the total, and a word that
/// only heads others (资金来源) is of money and of no column.
[[nodiscard]] Term term_of_list_header(const std::u32string& word);

/// Whether the published list has a column of this kind.
[[nodiscard]] bool is_list_role(Role role);

/// Whether a text is part of the word of such a column.
[[nodiscard]] bool is_header_piece(const std::u32string& word);

/// The words of such columns that letters make up which print spaces out (总计财政拨款), in
/// their order, the last perhaps a piece of one (其他资); none where any letter is left.
[[nodiscard]] std::vector<std::u32string> spaced_header_words(const std::u32string& letters);

/// The words of a line; letters that print spaces out (总 计 财 政 拨 款) are the words of
/// columns that they make up.
[[nodiscard]] std::vector<std::u32string> words_of_header(std::u32string_view line);

/// Whether the first word of a line is that of names and opens a bracket: 项目名称（资金使
[[nodiscard]] bool opens_bracket(const std::vector<std::u32string>& words);

/// 项目名称 / （资金使: a word that opens a bracket and does not close it.
[[nodiscard]] bool goes_on_in_bracket(const std::vector<std::u32string>& words);

/// The words of columns that the words and pieces of a header make, one to three each, in
/// their order, with none left; of several ways the one with the fewest words that look
/// like pieces. Nothing where there is no way.
[[nodiscard]] std::optional<std::vector<std::u32string>> joined_header_words(
    const std::vector<std::u32string>& pieces);

}  // namespace budgetdiff::import
