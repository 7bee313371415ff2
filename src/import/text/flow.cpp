#include "import/text/flow.hpp"

#include <budgetdiff/text/unicode.hpp>

namespace budgetdiff::import {
namespace {

bool is_plain_digit(char32_t c) {
  return c >= '0' && c <= '9';
}

/// Letters of scripts that part their words by blanks: all but Chinese and kana, so Latin,
/// Cyrillic, Korean, and the Uyghur, Tibetan and Mongolian that names of autonomous areas have
/// beside the Chinese.
bool is_word_letter(char32_t c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0x2AF) ||
         (c >= 0x370 && c <= 0x11FF) || (c >= 0x1800 && c <= 0x18AF) ||
         (c >= 0x1E00 && c <= 0x1FFF) || (c >= 0xAC00 && c <= 0xD7A3) ||
         (c >= 0xFB50 && c <= 0xFDFF) || (c >= 0xFE70 && c <= 0xFEFC);
}

bool parts_words(char32_t c) {
  return is_plain_digit(c) || is_word_letter(c);
}

bool is_one_of(char32_t c, std::u32string_view marks) {
  return marks.find(c) != std::u32string_view::npos;
}

/// Whether a blank between `before` and `behind` is one of such prose, at a mark of ASCII:
/// `roads, bridges`, `Keep it. See (a) and "b"`, `5% of`, `R & D`. Numbers (`1. A`), units
/// (`95 %`) and marks beside Chinese are as print leaves them.
bool parts_prose(std::u32string_view before, std::u32string_view behind) {
  const char32_t mark = before.back();
  const char32_t next = behind.front();
  const char32_t last = before.size() > 1 ? before[before.size() - 2] : U' ';
  const char32_t second = behind.size() > 1 ? behind[1] : U' ';
  if (is_word_letter(next) || is_plain_digit(next)) {
    const bool word = is_word_letter(next);
    return (is_one_of(mark, U",.") && is_word_letter(last)) ||
           (word && is_one_of(mark, U";:!?)]\"'") && is_word_letter(last)) ||
           (word && is_one_of(mark, U",;%)") && is_plain_digit(last)) ||
           (word && is_one_of(mark, U"&+-") && last == U' ');
  }
  if (!is_word_letter(mark) && !is_one_of(mark, U",.;:)")) {
    return false;
  }
  if (is_one_of(next, U"([\"'")) {
    return is_word_letter(second) && (is_word_letter(mark) || is_word_letter(last));
  }
  // R & D: a word behind the mark and a blank.
  const std::size_t word = behind.find_first_not_of(U' ', 1);
  return (is_word_letter(mark) || (mark == ')' && is_word_letter(last))) &&
         is_one_of(next, U"&+-") && second == U' ' && word != behind.npos &&
         is_word_letter(behind[word]);
}

}  // namespace

void Flow::append(std::u32string_view part, std::uint32_t index) {
  bool gap = false;
  for (std::size_t at = 0; at < part.size(); ++at) {
    const char32_t c = part[at];
    if (is_space(c)) {
      gap = true;
      continue;
    }
    if (gap && !text.empty() && origin.back() == index &&
        ((parts_words(text.back()) && parts_words(c)) || parts_prose(text, part.substr(at)))) {
      text += U' ';
      origin.push_back(index);
    }
    gap = false;
    text += c;
    origin.push_back(index);
  }
}

void Flow::append(const Flow& more) {
  text += more.text;
  origin.insert(origin.end(), more.origin.begin(), more.origin.end());
}

Flow Flow::sub(std::size_t begin, std::size_t end) const {
  Flow out;
  out.text = text.substr(begin, end - begin);
  out.origin.assign(origin.begin() + static_cast<std::ptrdiff_t>(begin),
                    origin.begin() + static_cast<std::ptrdiff_t>(end));
  return out;
}

bool ends_sentence(char32_t c) {
  return c == U'。' || c == U'！' || c == U'？' || c == U'；' || c == U'”' || c == U'…';
}

bool closes_sentence(std::u32string_view text) {
  // “有没有” is a word of a sentence, “…。” ends one.
  while (!text.empty() && (text.back() == U'”' || text.back() == U'）')) {
    text.remove_suffix(1);
    if (text.empty() || !ends_sentence(text.back())) {
      return false;
    }
  }
  return !text.empty() && ends_sentence(text.back());
}

std::string published(std::u32string_view text) {
  return to_nfc(to_utf8(text));
}

}  // namespace budgetdiff::import
