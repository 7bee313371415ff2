#include "import/sheet/decimal_text.hpp"

#include <algorithm>
#include <charconv>
#include <cstddef>

namespace budgetdiff::import {
namespace {

constexpr std::size_t exact_digits = 15;
constexpr int largest_exponent = 40;

bool is_digit_char(char c) {
  return c >= '0' && c <= '9';
}

}  // namespace

std::optional<std::string> decimal_text(std::string_view stored, int decimals, int shift) {
  std::string digits;
  int point = -1;
  int exponent = 0;
  bool negative = false;
  std::size_t at = 0;
  if (at < stored.size() && (stored[at] == '-' || stored[at] == '+')) {
    negative = stored[at] == '-';
    ++at;
  }
  for (; at < stored.size(); ++at) {
    const char c = stored[at];
    if (is_digit_char(c)) {
      digits += c;
    } else if (c == '.' && point < 0) {
      point = static_cast<int>(digits.size());
    } else if ((c == 'e' || c == 'E') && !digits.empty()) {
      std::string_view rest = stored.substr(at + 1);
      if (rest.starts_with('+')) {
        rest.remove_prefix(1);
      }
      const auto read = std::from_chars(rest.data(), rest.data() + rest.size(), exponent);
      if (read.ec != std::errc() || read.ptr != rest.data() + rest.size()) {
        return std::nullopt;
      }
      break;
    } else {
      return std::nullopt;
    }
  }
  if (digits.empty() || digits.size() > 400 || exponent > largest_exponent ||
      exponent < -largest_exponent) {
    return std::nullopt;
  }
  int whole = (point < 0 ? static_cast<int>(digits.size()) : point) + exponent;
  whole += shift;
  // Leading zeros are no digits of the number.
  const std::size_t first = std::min(digits.find_first_not_of('0'), digits.size());
  digits.erase(0, first);
  whole -= static_cast<int>(first);
  if (digits.size() > exact_digits) {
    const bool up = digits[exact_digits] >= '5';
    digits.resize(exact_digits);
    std::size_t i = digits.size();
    bool carry = up;
    while (carry && i > 0) {
      --i;
      carry = digits[i] == '9';
      digits[i] = carry ? '0' : static_cast<char>(digits[i] + 1);
    }
    if (carry) {
      digits.insert(digits.begin(), '1');
      ++whole;
    }
  }
  while (!digits.empty() && digits.back() == '0' && static_cast<int>(digits.size()) > whole) {
    digits.pop_back();
  }
  if (digits.empty()) {
    whole = 0;
    negative = false;
  }
  std::string out;
  if (whole <= 0) {
    out = "0";
    digits.insert(0, static_cast<std::size_t>(-whole), '0');
    whole = 0;
  } else {
    if (static_cast<int>(digits.size()) < whole) {
      digits.append(static_cast<std::size_t>(whole) - digits.size(), '0');
    }
    out = digits.substr(0, static_cast<std::size_t>(whole));
  }
  std::string behind = digits.substr(static_cast<std::size_t>(whole));
  while (static_cast<int>(behind.size()) < decimals) {
    behind += '0';
  }
  if (!behind.empty()) {
    out += "." + behind;
  }
  return (negative ? "-" : "") + out;
}

}  // namespace budgetdiff::import
