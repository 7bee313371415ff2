#pragma once

/// Header words in traditional letters (項目名稱, 預算數): the words are listed in simplified
/// ones, and cells are compared in these. What a table says is kept as published.

#include <string>
#include <string_view>

namespace budgetdiff::import {

/// The simplified letter of a traditional one that header words or titles may hold; `letter`
/// itself for all others.
[[nodiscard]] char32_t simplified(char32_t letter);

/// The same for a text.
[[nodiscard]] std::string simplified(std::string text);

/// The same letter by letter.
[[nodiscard]] std::u32string simplified(std::u32string_view text);

/// All these letters, in the order of their code points.
[[nodiscard]] std::u32string_view traditional_letters();

}  // namespace budgetdiff::import
