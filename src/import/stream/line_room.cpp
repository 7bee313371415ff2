#include "import/stream/line_room.hpp"

#include "import/text/source_lines.hpp"

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace budgetdiff::import {

int printed_width(const std::u32string& text) {
  constexpr std::ptrdiff_t some = 8;
  const auto narrow = std::count_if(text.begin(), text.end(), [](char32_t c) { return c < 0x80; });
  return width_of(text) + static_cast<int>(narrow / some);
}

int room_behind(int width, int column, const std::u32string& next) {
  constexpr std::u32string_view closing = U"，。；、：）》”！？%％)";
  constexpr std::u32string_view opening = U"（(《“‘【[";
  std::size_t end = 0;
  // No line ends with a mark that opens what the next one begins with.
  while (end + 1 < next.size() && opening.find(next[end]) != opening.npos) {
    ++end;
  }
  const std::size_t first = end++;
  const auto latin = [](char32_t letter) {
    return (letter >= U'A' && letter <= U'Z') || (letter >= U'a' && letter <= U'z') ||
           letter == U'/' || is_digit(letter);
  };
  while (end < next.size() &&
         ((latin(next[first]) && latin(next[end])) || closing.find(next[end]) != closing.npos)) {
    ++end;
  }
  return column - width - printed_width(next.substr(0, end));
}

}  // namespace budgetdiff::import
