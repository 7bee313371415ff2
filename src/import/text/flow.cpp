#include "import/text/flow.hpp"

#include <budgetdiff/text/unicode.hpp>

namespace budgetdiff::import {
namespace {

/// Letters and digits of scripts that part their words by blanks: Latin, Cyrillic, and the
/// Uyghur, Tibetan and Mongolian that names of autonomous areas have beside the Chinese.
bool parts_words(char32_t c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         (c >= 0xC0 && c <= 0x24F) || (c >= 0x400 && c <= 0x52F) || (c >= 0x600 && c <= 0x6FF) ||
         (c >= 0xF00 && c <= 0xFFF) || (c >= 0x1800 && c <= 0x18AF) ||
         (c >= 0xFB50 && c <= 0xFDFF) || (c >= 0xFE70 && c <= 0xFEFC);
}

}  // namespace

void Flow::append(std::u32string_view part, std::uint32_t index) {
  bool gap = false;
  for (const char32_t c : part) {
    if (is_space(c)) {
      gap = true;
      continue;
    }
    if (gap && !text.empty() && origin.back() == index && parts_words(text.back()) &&
        parts_words(c)) {
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

std::string published(std::u32string_view text) {
  return to_nfc(to_utf8(text));
}

}  // namespace budgetdiff::import
