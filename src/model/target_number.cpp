#include "model/target_number.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>

namespace budgetdiff {
namespace {

using namespace std::string_view_literals;

int chinese_digit(char32_t c) {
  constexpr std::u32string_view digits = U"零一二三四五六七八九";
  if (c == U'〇') {
    return 0;
  }
  if (c == U'两' || c == U'俩') {
    return 2;
  }
  const std::size_t at = digits.find(c);
  return at == std::u32string_view::npos ? -1 : static_cast<int>(at);
}

int chinese_power(char32_t c) {
  switch (c) {
    case U'十':
      return 1;
    case U'百':
      return 2;
    case U'千':
      return 3;
    case U'万':
      return 4;
    case U'亿':
      return 8;
    default:
      return -1;
  }
}

long long power_of_ten(int exponent) {
  long long value = 1;
  for (; exponent > 0; --exponent) {
    value *= 10;
  }
  return value;
}

/// 二十三, 一百零五, 三千, 两万; nothing past 10^12.
std::optional<Amount> chinese_number(std::u32string_view& text) {
  std::size_t used = 0;
  long long total = 0;    // closed by 万 or 亿
  long long section = 0;  // below 万
  long long digit = -1;
  bool any = false;
  while (used < text.size() && used < 16) {
    const int d = chinese_digit(text[used]);
    const int power = chinese_power(text[used]);
    if (d >= 0) {
      // 二〇二四: digits in a row are a date or a code, not a count.
      if (digit > 0) {
        return std::nullopt;
      }
      digit = d;
    } else if (power > 0 && power < 4) {
      section += (digit < 0 ? 1 : digit) * power_of_ten(power);
      digit = -1;
    } else if (power >= 4 && any) {
      total = (total + section + std::max(digit, 0LL)) * power_of_ten(power);
      section = 0;
      digit = -1;
    } else {
      break;
    }
    any = true;
    ++used;
  }
  if (!any) {
    return std::nullopt;
  }
  text.remove_prefix(used);
  return Amount(total + section + std::max(digit, 0LL), 0);
}

/// 1,234.5 and -3; separators only between groups of three.
std::optional<Amount> arabic_number(std::u32string_view& text) {
  std::string digits;
  std::size_t at = 0;
  if (!text.empty() && (text[0] == U'-' || text[0] == U'−')) {
    digits = "-";
    at = 1;
  }
  const std::size_t first = at;
  bool point = false;
  while (at < text.size()) {
    const char32_t c = text[at];
    if (is_digit(c)) {
      digits += static_cast<char>(c);
    } else if (c == U'.' && !point && at > first && at + 1 < text.size() &&
               is_digit(text[at + 1])) {
      point = true;
      digits += '.';
    } else if (c == U',' && !point && at > first && at + 3 < text.size() &&
               is_digit(text[at + 1]) && is_digit(text[at + 2]) && is_digit(text[at + 3]) &&
               (at + 4 == text.size() || !is_digit(text[at + 4]))) {
      // a thousands separator
    } else {
      break;
    }
    ++at;
  }
  if (at == first) {
    return std::nullopt;
  }
  const auto amount = Amount::parse(digits);
  if (amount) {
    text.remove_prefix(at);
  }
  return amount;
}

}  // namespace

bool consume(std::u32string_view& text, std::u32string_view word) {
  if (text.substr(0, word.size()) != word) {
    return false;
  }
  text.remove_prefix(word.size());
  return true;
}

std::optional<Number> read_number(std::u32string_view& text) {
  std::u32string_view rest = text;
  if (consume(rest, U"百分之")) {
    if (rest == U"百") {
      text = {};
      return Number{Amount(100, 0), true, true};
    }
    std::optional<Amount> value = arabic_number(rest);
    if (!value) {
      value = chinese_number(rest);
    }
    if (value) {
      text = rest;
      return Number{*value, false, true};
    }
    return std::nullopt;
  }
  if (const auto value = arabic_number(rest)) {
    text = rest;
    return Number{*value, false, false};
  }
  if (const auto value = chinese_number(rest)) {
    if (consume(rest, U"成")) {
      text = rest;
      return Number{shifted(*value, 1), false, true};
    }
    text = rest;
    return Number{*value, true, false};
  }
  return std::nullopt;
}

Amount shifted(const Amount& amount, int power) {
  const Amount wide = amount.with_scale_at_least(power);
  return Amount(wide.mantissa(), wide.scale() - power);
}

int take_multiplier(std::u32string_view& unit) {
  for (const auto& [word, power] :
       {std::pair{U"百万"sv, 6}, {U"千万"sv, 7}, {U"万"sv, 4}, {U"亿"sv, 8}}) {
    if (consume(unit, word)) {
      return power + take_multiplier(unit);
    }
  }
  // 千元, but not 千克 or 千米, which are units of their own.
  if (unit.substr(0, 2) == U"千元") {
    unit.remove_prefix(1);
    return 3;
  }
  return 0;
}

}  // namespace budgetdiff
