#pragma once

/// Points of the calendar and the clock: 6月15日, 第三季度末, 15日, 下午3点 (docs/targets.md).

#include "model/target_number.hpp"

#include <budgetdiff/model/target.hpp>

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

namespace budgetdiff {

/// Takes the first of the words that a text begins with; whether there is one.
bool take_one(std::u32string_view& text, const auto& words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::u32string_view word) { return consume(text, word); });
}

/// Behind a point that is a deadline; longest first.
inline constexpr std::array<std::u32string_view, 5> befores{U"之前", U"以前", U"为止", U"前",
                                                            U"止"};
inline constexpr std::array<std::u32string_view, 3> withins{U"以内", U"之内", U"内"};

/// Takes a whole number of `least` to `most`, without sign or decimals.
std::optional<int> take_whole(std::u32string_view& text, int least, int most);

/// Takes a point of the year: with its year or without, in figures or in words.
bool take_in_year(std::u32string_view& text, Deadline& out);

/// Takes a point of a month: 15日前, 1号, 月底, 月初, 下旬. 15日 alone is counted, but for 每月15日
/// (`of_month`).
bool take_in_month(std::u32string_view& text, bool of_month, Deadline& out);

/// Takes a point of a day: 10点前, 8:30前, 下午5时30分.
bool take_clock(std::u32string_view& text, Deadline& out);

}  // namespace budgetdiff
