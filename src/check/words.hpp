#pragma once

/// Looking for words and signs in names and targets.

#include <algorithm>
#include <string_view>

namespace budgetdiff::check_rules {

/// Signs of bounds, as fold_width() leaves them.
inline constexpr std::u32string_view lower_signs = U"≥≧⩾>";
inline constexpr std::u32string_view upper_signs = U"≤≦⩽<";

/// Of UTF-8 and of code points.
template <class Char>
[[nodiscard]] constexpr bool is_digit(Char c) {
  return c >= Char{'0'} && c <= Char{'9'};
}

/// The first of `words` that `text` ends with, empty if none.
[[nodiscard]] std::string_view ending_of(std::string_view text, const auto& words) {
  const auto at = std::find_if(words.begin(), words.end(),
                               [&](std::string_view word) { return text.ends_with(word); });
  return at == words.end() ? std::string_view{} : std::string_view(*at);
}

[[nodiscard]] bool ends_with_one(std::string_view text, const auto& words) {
  return !ending_of(text, words).empty();
}

[[nodiscard]] bool has_one(std::string_view text, const auto& words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
    return text.find(word) != std::string_view::npos;
  });
}

[[nodiscard]] bool is_one(std::string_view text, const auto& words) {
  return std::find(words.begin(), words.end(), text) != words.end();
}

}  // namespace budgetdiff::check_rules
