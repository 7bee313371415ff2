#include "import/table/foreign_bytes.hpp"

#include <cstddef>

namespace budgetdiff::import {
namespace {

bool is_ascii_letter(unsigned char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// Défense, Straße, año: among many ASCII letters few others, each alone.
bool looks_western(std::string_view bytes) {
  constexpr std::size_t ascii_to_one = 4;
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
  std::size_t letters = 0;
  std::size_t high = 0;
  std::size_t runs = 0;
  std::size_t alone = 0;
  for (std::size_t at = 0; at < bytes.size();) {
    if (byte(at) < 0x80) {
      letters += is_ascii_letter(byte(at)) ? 1U : 0U;
      ++at;
      continue;
    }
    const std::size_t begin = at;
    while (at < bytes.size() && byte(at) >= 0x80) {
      ++at;
    }
    high += at - begin;
    ++runs;
    const bool between = (begin > 0 && is_ascii_letter(byte(begin - 1))) ||
                         (at < bytes.size() && is_ascii_letter(byte(at)));
    alone += at - begin == 1 && between ? 1U : 0U;
  }
  return runs > 0 && alone * 5 >= runs * 4 && high * ascii_to_one <= letters;
}

/// More than half of the letters of two bytes begin below 0xA1, as those of Shift_JIS do and
/// only rare ones of GB18030.
bool looks_japanese(std::string_view bytes) {
  constexpr std::size_t least = 4;
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
  std::size_t letters = 0;
  std::size_t low = 0;
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    if (byte(at) < 0x80) {
      continue;
    }
    ++letters;
    low += byte(at) < 0xA1 ? 1U : 0U;
    ++at;
  }
  return letters >= least && low * 5 > letters * 3;
}

}  // namespace

bool looks_foreign(std::string_view bytes) {
  return looks_western(bytes) || looks_japanese(bytes);
}

}  // namespace budgetdiff::import
