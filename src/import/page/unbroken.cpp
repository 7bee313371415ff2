#include "import/page/unbroken.hpp"

#include "import/text/source_lines.hpp"

namespace budgetdiff::import {

int unbreakable(std::u32string_view text) {
  constexpr std::u32string_view open = U"（(《“";
  constexpr std::u32string_view close = U"）)》”，。、；：%％‰";
  const auto in = [](char32_t c, std::u32string_view set) { return set.find(c) != set.npos; };
  const auto latin = [](char32_t c) { return c > U' ' && c < 0x7f; };
  std::size_t end = 1;
  while (end < text.size() && (in(text[end - 1], open) || in(text[end], close) ||
                               (latin(text[end - 1]) && latin(text[end])))) {
    ++end;
  }
  return width_of(text.substr(0, end));
}

}  // namespace budgetdiff::import
