#include "import/text/raised_text.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>

namespace budgetdiff::import {
namespace {

constexpr bool is_plain_digit(char32_t c) {
  return c >= U'0' && c <= U'9';
}

constexpr std::u32string_view signs = U"⁰¹²³⁴⁵⁶⁷⁸⁹";

template <typename Text>
bool are_digits_behind_a_number(const Text& before, const Text& raised) {
  const auto is_digit_of = [](auto c) { return is_plain_digit(static_cast<char32_t>(c)); };
  return !before.empty() && is_digit_of(before.back()) && !raised.empty() &&
         std::all_of(raised.begin(), raised.end(), is_digit_of);
}

}  // namespace

void add_raised(std::string& out, std::string_view raised) {
  if (!are_digits_behind_a_number(std::string_view(out), raised)) {
    out += raised;
    return;
  }
  for (const char digit : raised) {
    out += to_utf8(signs.substr(static_cast<std::size_t>(digit - '0'), 1));
  }
}

void add_raised(std::u32string& out, std::u32string_view raised) {
  if (!are_digits_behind_a_number(std::u32string_view(out), raised)) {
    out += raised;
    return;
  }
  for (const char32_t digit : raised) {
    out += signs[digit - U'0'];
  }
}

}  // namespace budgetdiff::import
