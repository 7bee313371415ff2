#include "import/text/flow.hpp"

#include <budgetdiff/text/unicode.hpp>

namespace budgetdiff::import {
namespace {

bool is_ascii_alnum(char32_t c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

}  // namespace

void Flow::append(std::u32string_view part, std::uint32_t index) {
  bool gap = false;
  for (const char32_t c : part) {
    if (is_space(c)) {
      gap = true;
      continue;
    }
    if (gap && !text.empty() && origin.back() == index && is_ascii_alnum(text.back()) &&
        is_ascii_alnum(c)) {
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
