#pragma once

/// Text of Taiwan and Hong Kong in Big5 (code page 950).

#include <optional>
#include <string>
#include <string_view>

namespace budgetdiff {

/// Whether bytes that are no UTF-8 are Big5, and not GB18030. Nearly all Big5 text can be read as
/// GB18030, and gives other letters. A letter's second byte tells: of Big5 half are below 0x7F and
/// none is from 0x7F to 0xA0; of simplified Chinese in GB18030 none is below 0xA1, and traditional
/// Chinese there has all kinds. False where the letters are too few to tell.
[[nodiscard]] bool looks_like_big5(std::string_view bytes);

/// Big5 as UTF-8; nothing where a byte is not of it.
[[nodiscard]] std::optional<std::string> from_big5(std::string_view bytes);

}  // namespace budgetdiff
