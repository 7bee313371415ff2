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

/// What letters of two bytes begin with, where both are of the upper half: so are all of EUC-KR and
/// EUC-JP and of GB2312, and not of Big5.
struct UpperLetters {
  std::size_t all = 0;
  std::size_t others = 0;  ///< not both bytes are of the upper half
  std::size_t kana = 0;    ///< GB2312 has them in the same place
  std::size_t behind_hangul = 0;
  std::size_t behind_common_kanji = 0;
};

UpperLetters upper_letters(std::string_view bytes) {
  UpperLetters out;
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    if (byte(at) < 0x80) {
      continue;
    }
    const unsigned char lead = byte(at);
    ++at;
    const bool upper = lead >= 0xA1 && at < bytes.size() && byte(at) >= 0xA1;
    if (upper && lead < 0xA4) {
      continue;  // signs
    }
    ++out.all;
    out.others += upper ? 0U : 1U;
    out.kana += upper && (lead == 0xA4 || lead == 0xA5) ? 1U : 0U;
    out.behind_hangul += upper && lead > 0xC8 ? 1U : 0U;
    out.behind_common_kanji += upper && lead >= 0xD0 ? 1U : 0U;
  }
  return out;
}

/// Hangul take B0 to C8, and the common kanji of EUC-JP B0 to CF, in the order of their sounds.
/// There stand the Chinese letters of the first two thirds of the alphabet: of any sixteen in a
/// published table one begins with more (项, 目, 一, 支, 元), of any forty two.
bool looks_like_euc(std::string_view bytes) {
  constexpr std::size_t least = 16;
  constexpr std::size_t least_kanji = 80;
  constexpr std::size_t few = 30;  // one of so many
  const UpperLetters letters = upper_letters(bytes);
  if (letters.all < least || letters.others * few > letters.all) {
    return false;
  }
  const bool is_korean = letters.behind_hangul * few <= letters.all;
  const bool is_japanese =
      letters.kana * 8 > letters.all ||
      (letters.all >= least_kanji && letters.behind_common_kanji * few <= letters.all);
  return is_korean || is_japanese;
}

}  // namespace

bool looks_foreign(std::string_view bytes) {
  return looks_western(bytes) || looks_japanese(bytes) || looks_like_euc(bytes);
}

}  // namespace budgetdiff::import
