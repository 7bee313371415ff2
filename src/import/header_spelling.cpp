#include "import/header_spelling.hpp"

#include "import/traditional_letters.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <array>

namespace budgetdiff::import {

bool opens_bracket(char c) {
  return c == '(' || c == '[' || c == '{';
}

bool closes_bracket(char c) {
  return c == ')' || c == ']' || c == '}';
}

namespace {

bool is_ascii_digit(char c) {
  return c >= '0' && c <= '9';
}

/// Brackets of Chinese print that compatibility folding leaves alone.
std::string ascii_brackets(std::string text) {
  struct Pair {
    std::string_view from;
    char to;
  };
  constexpr std::array<Pair, 6> pairs{
      {{"【", '['}, {"】", ']'}, {"〔", '['}, {"〕", ']'}, {"〈", '['}, {"〉", ']'}}};
  for (const Pair& pair : pairs) {
    for (std::size_t at = text.find(pair.from); at != std::string::npos;
         at = text.find(pair.from, at)) {
      text.replace(at, pair.from.size(), 1, pair.to);
    }
  }
  return text;
}

}  // namespace

std::string unit_spelling(std::string_view cell) {
  return ascii_brackets(fold_width(cell));
}

std::string part_by_brackets(std::string_view text, Brackets keep) {
  std::string out;
  int depth = 0;
  for (const char c : text) {
    if (opens_bracket(c)) {
      ++depth;
    } else if (closes_bracket(c)) {
      depth = std::max(0, depth - 1);
    } else if (keep == Brackets::both || (depth > 0) == (keep == Brackets::inside)) {
      out += c;
    }
  }
  return out;
}

std::string_view without_numbering(std::string_view text) {
  while (!text.empty() && (text.back() == ':' || text.back() == '*')) {
    text.remove_suffix(1);
  }
  for (const std::string_view part_of : {"其中:", "其中,"}) {
    if (text.starts_with(part_of)) {
      text.remove_prefix(part_of.size());
    }
  }
  std::size_t at = 0;
  while (at < text.size() && is_ascii_digit(text[at])) {
    ++at;
  }
  // 2024-2026年 and 1-8月 are times.
  const bool span = at + 1 < text.size() && text[at] == '-' && is_ascii_digit(text[at + 1]);
  if (at > 0 && at < text.size() && (text[at] == '.' || text[at] == '-') && !span) {
    return text.substr(at + 1);
  }
  const std::size_t mark = text.find("、");
  if (mark != std::string_view::npos && mark <= 6) {
    return text.substr(mark + std::string_view("、").size());
  }
  return text;
}

std::string header_spelling(std::string_view cell) {
  return simplified(unit_spelling(cell));
}

}  // namespace budgetdiff::import
