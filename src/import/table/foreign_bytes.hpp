#pragma once

/// Text that is in no encoding of Chinese, and that GB18030 reads all the same.

#include <string_view>

namespace budgetdiff::import {

/// Whether bytes that are no UTF-8 are of a Western, Japanese or Korean encoding (Windows-1252,
/// Latin-1, Shift_JIS, EUC-JP, EUC-KR). Nearly all of them can be read as GB18030, and give other
/// letters. Western letters stand alone between ASCII ones, where Chinese ones have two bytes each;
/// of what Shift_JIS has most begins with bytes that only rare letters of GB18030 begin with; and
/// Korean and Japanese texts lack the last third of what Chinese ones have.
[[nodiscard]] bool looks_foreign(std::string_view bytes);

}  // namespace budgetdiff::import
