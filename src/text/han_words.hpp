#pragma once

/// Words of Chinese text, by ICU's own dictionary but without ICU's breaker for
/// it, whose making takes longer than a whole comparison of two snapshots
/// (docs/benchmarks.md). The words are the same; a test holds them together.

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace budgetdiff {

/// Whether ICU's rules join `c` with no Han character beside it and look for no
/// words of another language in it: true for what Chinese budgets are made of,
/// false for kana, combining marks, rare ideographs and the like.
[[nodiscard]] bool stands_apart_from_han(char32_t c);

/// The ideographs that word_ends_in_han() knows.
[[nodiscard]] constexpr bool is_common_han(char32_t c) {
  return c >= 0x4E00 && c <= 0x9FFF;
}

/// Where each word of `run` ends, in characters; the last is its length.
/// Nothing where this ICU's dictionary cannot be read so.
/// REQUIRES: is_common_han() of every character, at least one.
[[nodiscard]] std::optional<std::vector<std::size_t>> word_ends_in_han(std::u32string_view run);

}  // namespace budgetdiff
