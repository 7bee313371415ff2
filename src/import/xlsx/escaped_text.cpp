#include "import/xlsx/escaped_text.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <charconv>
#include <cstdint>
#include <optional>

namespace budgetdiff::import {
namespace {

constexpr std::size_t escape_length = 7;

/// The UTF-16 unit of `_xHHHH_` at `at`.
std::optional<char32_t> unit_at(std::string_view text, std::size_t at) {
  if (at + escape_length > text.size() || text[at] != '_' || text[at + 1] != 'x' ||
      text[at + 6] != '_') {
    return std::nullopt;
  }
  std::uint32_t unit = 0;
  const char* const end = text.data() + at + 6;
  const auto read = std::from_chars(text.data() + at + 2, end, unit, 16);
  return read.ec == std::errc() && read.ptr == end ? std::optional<char32_t>(unit) : std::nullopt;
}

}  // namespace

std::string unescaped(std::string_view text) {
  std::string out;
  std::size_t at = 0;
  for (std::size_t next = 0; (next = text.find("_x", next)) != text.npos;) {
    const std::optional<char32_t> unit = unit_at(text, next);
    if (!unit) {
      ++next;
      continue;
    }
    out += text.substr(at, next - at);
    next += escape_length;
    char32_t letter = *unit;
    if (letter >= 0xD800 && letter < 0xDC00) {
      const std::optional<char32_t> low = unit_at(text, next);
      if (low && *low >= 0xDC00 && *low < 0xE000) {
        letter = 0x10000 + ((letter - 0xD800) << 10U) + (*low - 0xDC00);
        next += escape_length;
      }
    }
    const bool space = letter == '\t' || letter == '\n' || letter == '\r';
    const bool shown = letter >= 0x20 && letter != 0x7F && !(letter >= 0xD800 && letter < 0xE000);
    if (space || shown) {
      append_utf8(out, letter);
    }
    at = next;
  }
  return out += text.substr(at);
}

}  // namespace budgetdiff::import
