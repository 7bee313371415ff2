#include "import/text/raised_text.hpp"

#include <algorithm>
#include <array>

namespace budgetdiff::import {
namespace {

bool is_plain_digit(char c) {
  return c >= '0' && c <= '9';
}

}  // namespace

void add_raised(std::string& out, std::string_view raised) {
  constexpr auto signs =
      std::to_array<std::string_view>({"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"});
  if (out.empty() || !is_plain_digit(out.back()) || raised.empty() ||
      !std::all_of(raised.begin(), raised.end(), is_plain_digit)) {
    out += raised;
    return;
  }
  for (const char digit : raised) {
    out += signs[static_cast<std::size_t>(digit - '0')];
  }
}

}  // namespace budgetdiff::import
