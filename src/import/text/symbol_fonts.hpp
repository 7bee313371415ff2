#pragma once

/// Letters of symbol fonts. Symbol and Wingdings have codes of one byte; documents give
/// them as code points U+F020 … U+F0FF of the private use area, or as the Latin letter
/// of that byte. Without the font they say nothing: ≥95% would be 95%.

#include <string>
#include <string_view>

namespace budgetdiff::import {

enum class SymbolFont { none, symbol, wingdings, wingdings_2 };

/// The font of a name in any case: "Symbol", "Wingdings 2".
[[nodiscard]] SymbolFont symbol_font(std::string_view name);

/// `text` with the letters of `font`, private or Latin, as what they show. What shows
/// no sign that tables use stays as it is.
[[nodiscard]] std::u32string as_shown(std::u32string_view text, SymbolFont font);
[[nodiscard]] std::string as_shown(std::string_view utf8, SymbolFont font);

/// Text whose fonts are lost: private code points alone, Symbol's but for the boxes that
/// forms tick.
[[nodiscard]] std::u32string without_private_signs(std::u32string text);

/// UTF-8 of a document as all readers take it: NFC, signs of symbol fonts as what they show,
/// radicals as the letters they are.
[[nodiscard]] std::u32string published_text(std::string_view utf8);

}  // namespace budgetdiff::import
