#pragma once

/// Money: an exact decimal number. No floating point anywhere.

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace budgetdiff {

/// A signed decimal number with the number of decimals it was published with:
/// 21.21 and 21.210 compare equal and print differently.
///
/// Limits: at most `max_digits` digits and `max_scale` decimals are read, so
/// that 10^4 times as many projects as any budget has still add up in any
/// unit; arithmetic that does not fit throws std::overflow_error.
class Amount {
 public:
  static constexpr int max_digits = 18;
  static constexpr int max_scale = 8;
  __extension__ using Integer = __int128;

  Amount() = default;

  /// REQUIRES: 0 <= scale <= 24 (conversion between units adds some)
  Amount(Integer mantissa, int scale) : mantissa_(mantissa), scale_(scale) {}

  /// Reads `-?digits[.digits]`, the form of the canonical JSON. Nothing else:
  /// separators, signs of other kinds and blanks are the importers' business.
  [[nodiscard]] static std::optional<Amount> parse(std::string_view text);

  /// The same for a number that arithmetic made (a difference after conversion
  /// between units), which may be longer: up to 36 digits and 24 decimals.
  [[nodiscard]] static std::optional<Amount> parse_computed(std::string_view text);

  /// The value is mantissa() / 10^scale().
  [[nodiscard]] Integer mantissa() const { return mantissa_; }
  [[nodiscard]] int scale() const { return scale_; }

  [[nodiscard]] bool is_zero() const { return mantissa_ == 0; }
  [[nodiscard]] bool is_negative() const { return mantissa_ < 0; }

  /// Canonical text: no separators, no plus, no "-0", scale() decimals.
  [[nodiscard]] std::string to_string() const;

  /// For people: thousands separated by commas, "15,765.62".
  [[nodiscard]] std::string grouped() const;

  /// The same value with trailing zero decimals removed down to `least_scale`.
  [[nodiscard]] Amount reduced(int least_scale = 0) const;

  /// The same value with at least `scale` decimals.
  [[nodiscard]] Amount with_scale_at_least(int scale) const;

  [[nodiscard]] Amount abs() const { return mantissa_ < 0 ? -*this : *this; }

  /// Sum and difference carry the larger of the two scales.
  friend Amount operator+(const Amount& a, const Amount& b);
  friend Amount operator-(const Amount& a, const Amount& b);
  Amount operator-() const { return {-mantissa_, scale_}; }
  Amount& operator+=(const Amount& other) { return *this = *this + other; }
  Amount& operator-=(const Amount& other) { return *this = *this - other; }

  /// By value: 1.0 == 1.00.
  friend bool operator==(const Amount& a, const Amount& b) { return std::is_eq(a <=> b); }
  friend std::strong_ordering operator<=>(const Amount& a, const Amount& b);

  /// By value and scale: what the canonical text says.
  [[nodiscard]] bool identical(const Amount& other) const {
    return mantissa_ == other.mantissa_ && scale_ == other.scale_;
  }

 private:
  Integer mantissa_ = 0;
  int scale_ = 0;
};

/// `part` of `whole` in percent, rounded half away from zero to `decimals`:
/// "-12.5" (no sign for what is not negative, no "%"). Absent when `whole` is zero. A negative
/// `whole` counts as much as it is: from -3 to 3 is an increase.
[[nodiscard]] std::optional<std::string> percent_of(const Amount& part, const Amount& whole,
                                                    int decimals = 2);

}  // namespace budgetdiff
