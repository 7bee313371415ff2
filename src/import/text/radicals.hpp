#pragma once

/// Radicals that stand for letters. A font has one glyph for 人 and for the radical ⼈ (U+2F08),
/// and a PDF whose maker asked the font which code point a glyph has may get the latter, as does
/// what is copied out of it: ⼈⼒资源, 部⻔. Nobody publishes a radical: they are letters.

#include <string>

namespace budgetdiff::import {

/// `text` with radicals (U+2E80 … U+2FD5) as the ideographs they are.
[[nodiscard]] std::u32string without_radicals(std::u32string text);

}  // namespace budgetdiff::import
