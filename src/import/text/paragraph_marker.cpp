#include "import/text/paragraph_marker.hpp"

#include "import/text/source_lines.hpp"

#include <cstddef>

namespace budgetdiff::import {
namespace {

constexpr std::u32string_view chinese_digits = U"一二三四五六七八九十";

bool opens_bracket(char32_t c) {
  return c == U'（' || c == '(';
}
bool closes_bracket(char32_t c) {
  return c == U'）' || c == ')';
}

/// 一 … 九十九.
int read_chinese(std::u32string_view text) {
  int value = 0;
  bool ten = false;
  for (const char32_t c : text) {
    const auto digit = static_cast<int>(chinese_digits.find(c)) + 1;
    if (digit == 10) {
      value = value == 0 ? 10 : value * 10;
      ten = true;
    } else {
      value = ten ? value + digit : digit;
    }
  }
  return value;
}

}  // namespace

std::optional<ParagraphMarker> paragraph_marker(std::u32string_view text) {
  using Style = ParagraphMarker::Style;
  const auto get = [&](std::size_t i) { return i < text.size() ? text[i] : char32_t{0}; };
  if (get(0) >= U'①' && get(0) <= U'⑳') {
    return ParagraphMarker{Style::circled, static_cast<int>(get(0) - U'①') + 1, false};
  }
  constexpr std::u32string_view goal = U"目标";
  const bool of_goal = text.starts_with(goal);  // 目标1：…, as the ministry's form has it
  const bool ordinal = get(0) == U'第';
  const bool bracketed = opens_bracket(get(0));
  const std::size_t begin = (of_goal ? goal.size() : ordinal || bracketed ? 1 : 0);
  std::size_t end = begin;
  while (end < begin + 3 && is_digit(get(end))) {
    ++end;
  }
  const bool digits = end > begin;
  if (!digits) {
    while (end < begin + 3 && get(end) != 0 &&
           chinese_digits.find(get(end)) != chinese_digits.npos) {
      ++end;
    }
  }
  if (end == begin) {
    return std::nullopt;
  }
  const std::u32string_view number = text.substr(begin, end - begin);
  int value = 0;
  if (digits) {
    for (const char32_t c : number) {
      value = value * 10 + static_cast<int>(c >= U'０' ? c - U'０' : c - U'0');
    }
  } else {
    value = read_chinese(number);
  }
  const char32_t mark = get(end);
  if (of_goal) {
    return mark == U'：' || mark == ':' || mark == U'、' || mark == '.'
               ? std::optional(ParagraphMarker{Style::goal, value, false})
               : std::nullopt;
  }
  if (ordinal) {
    return mark == U'，' || mark == U'、' || mark == ','
               ? std::optional(ParagraphMarker{Style::ordinal, value, false})
               : std::nullopt;
  }
  if (bracketed) {
    if (!closes_bracket(mark)) {
      return std::nullopt;
    }
    return ParagraphMarker{digits ? Style::bracketed_digits : Style::bracketed_chinese, value,
                           false};
  }
  if (digits) {
    const bool point = mark == '.' || mark == U'．';
    return point || mark == U'、' || closes_bracket(mark)
               ? std::optional(
                     ParagraphMarker{Style::digits, value, point && is_digit(get(end + 1))})
               : std::nullopt;
  }
  return mark == U'、' || mark == U'是' || mark == '.' || mark == U'．'
             ? std::optional(ParagraphMarker{Style::chinese, value, false})
             : std::nullopt;
}

}  // namespace budgetdiff::import
