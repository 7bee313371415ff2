#include <budgetdiff/model/amount.hpp>

#include <algorithm>
#include <cassert>
#include <stdexcept>

namespace budgetdiff {
namespace {

using Integer = Amount::Integer;

Integer times_power_of_ten(Integer value, int power) {
  for (; power > 0; --power) {
    if (__builtin_mul_overflow(value, Integer{10}, &value)) {
      throw std::overflow_error("amount out of range");
    }
  }
  return value;
}

std::string digits_of(Integer value) {
  std::string out;
  do {
    out += static_cast<char>('0' + static_cast<int>(value % 10));
    value /= 10;
  } while (value != 0);
  std::reverse(out.begin(), out.end());
  return out;
}

std::optional<Amount> parse_decimal(std::string_view text, int max_digits, int max_scale) {
  bool negative = false;
  if (!text.empty() && text.front() == '-') {
    negative = true;
    text.remove_prefix(1);
  }
  Integer mantissa = 0;
  int digits = 0;
  int scale = 0;
  bool point = false;
  bool digit_after = false;
  bool digit_before = false;
  for (const char c : text) {
    if (c == '.') {
      if (point || !digit_before) {
        return std::nullopt;
      }
      point = true;
      continue;
    }
    if (c < '0' || c > '9') {
      return std::nullopt;
    }
    (point ? digit_after : digit_before) = true;
    if (mantissa != 0 || c != '0') {
      ++digits;
    }
    scale += point ? 1 : 0;
    if (digits > max_digits || scale > max_scale) {
      return std::nullopt;
    }
    mantissa = mantissa * 10 + (c - '0');
  }
  if (!digit_before || (point && !digit_after)) {
    return std::nullopt;
  }
  return Amount(negative ? -mantissa : mantissa, scale);
}

}  // namespace

std::optional<Amount> Amount::parse(std::string_view text) {
  return parse_decimal(text, max_digits, max_scale);
}

std::optional<Amount> Amount::parse_computed(std::string_view text) {
  return parse_decimal(text, 36, 24);
}

std::string Amount::to_string() const {
  std::string digits = digits_of(mantissa_ < 0 ? -mantissa_ : mantissa_);
  const auto decimals = static_cast<std::size_t>(scale_);
  if (digits.size() <= decimals) {
    digits.insert(0, decimals + 1 - digits.size(), '0');
  }
  if (scale_ > 0) {
    digits.insert(digits.size() - decimals, 1, '.');
  }
  if (mantissa_ < 0) {
    digits.insert(0, 1, '-');
  }
  return digits;
}

std::string Amount::grouped() const {
  std::string text = to_string();
  std::size_t point = std::min(text.find('.'), text.size());
  const std::size_t first = text.front() == '-' ? 1 : 0;
  while (point > first + 3) {
    point -= 3;
    text.insert(point, 1, ',');
  }
  return text;
}

Amount Amount::reduced(int least_scale) const {
  Amount out = *this;
  while (out.scale_ > least_scale && out.mantissa_ % 10 == 0) {
    out.mantissa_ /= 10;
    --out.scale_;
  }
  return out;
}

Amount Amount::with_scale_at_least(int scale) const {
  if (scale <= scale_) {
    return *this;
  }
  return {times_power_of_ten(mantissa_, scale - scale_), scale};
}

Amount operator+(const Amount& a, const Amount& b) {
  const int scale = std::max(a.scale_, b.scale_);
  Integer sum = 0;
  if (__builtin_add_overflow(a.with_scale_at_least(scale).mantissa_,
                             b.with_scale_at_least(scale).mantissa_, &sum)) {
    throw std::overflow_error("amount out of range");
  }
  return {sum, scale};
}

Amount operator-(const Amount& a, const Amount& b) {
  return a + -b;
}

std::strong_ordering operator<=>(const Amount& a, const Amount& b) {
  const int scale = std::max(a.scale_, b.scale_);
  return a.with_scale_at_least(scale).mantissa_ <=> b.with_scale_at_least(scale).mantissa_;
}

std::optional<std::string> percent_of(const Amount& part, const Amount& whole, int decimals) {
  assert(decimals >= 0);
  if (whole.is_zero()) {
    return std::nullopt;
  }
  const int scale = std::max(part.scale(), whole.scale());
  Integer numerator = times_power_of_ten(part.with_scale_at_least(scale).mantissa(), decimals + 2);
  Integer denominator = whole.with_scale_at_least(scale).mantissa();
  // Of what is negative as much as of what is not: from -3 to 3 is an increase.
  denominator = denominator < 0 ? -denominator : denominator;
  const bool negative = numerator < 0;
  if (negative) {
    numerator = -numerator;
  }
  Integer quotient = numerator / denominator;
  if ((numerator % denominator) * 2 >= denominator) {
    ++quotient;
  }
  return Amount(negative ? -quotient : quotient, decimals).to_string();
}

}  // namespace budgetdiff
