#pragma once

/// The numbers of targets, in figures and in Chinese (docs/targets.md).

#include <budgetdiff/model/amount.hpp>

#include <optional>
#include <string_view>

namespace budgetdiff {

/// Takes `word` off the head of `text`, if it begins so.
bool consume(std::u32string_view& text, std::u32string_view word);

[[nodiscard]] constexpr bool is_digit(char32_t c) {
  return c >= U'0' && c <= U'9';
}

struct Number {
  Amount value;
  bool chinese = false;
  bool percent = false;  ///< 百分之…, …成
};

/// Takes a number off the head of `text`: 1,234.5, -3, 二十三, 百分之九十, 八成. Nothing, and
/// `text` as it was, where none stands there.
[[nodiscard]] std::optional<Number> read_number(std::u32string_view& text);

/// `amount` times ten to the `power`.
[[nodiscard]] Amount shifted(const Amount& amount, int power);

/// Takes 万 and 亿 off the head of a unit; returns the power of ten they stand for.
int take_multiplier(std::u32string_view& unit);

}  // namespace budgetdiff
