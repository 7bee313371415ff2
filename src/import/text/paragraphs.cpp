#include "import/text/paragraphs.hpp"

#include <array>
#include <optional>
#include <string_view>

namespace budgetdiff::import {
namespace {

constexpr std::u32string_view chinese_digits = U"一二三四五六七八九十";

/// A number that begins a paragraph. Numbers of one style count up together.
struct Marker {
  enum class Style { digits, bracketed_digits, chinese, bracketed_chinese, circled, ordinal, goal };
  Style style = Style::digits;
  int number = 0;
  bool doubtful = false;  ///< `2.3、4号楼` may be a decimal number
};

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

std::optional<Marker> marker_at(std::u32string_view text, std::size_t at) {
  const auto get = [&](std::size_t i) { return i < text.size() ? text[i] : char32_t{0}; };
  if (get(at) >= U'①' && get(at) <= U'⑳') {
    return Marker{Marker::Style::circled, static_cast<int>(get(at) - U'①') + 1, false};
  }
  constexpr std::u32string_view goal = U"目标";
  const bool of_goal =
      text.substr(at).starts_with(goal);  // 目标1：…, as the ministry's form has it
  const bool ordinal = get(at) == U'第';
  const bool bracketed = opens_bracket(get(at));
  const std::size_t begin = at + (of_goal ? goal.size() : ordinal || bracketed ? 1 : 0);
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
               ? std::optional(Marker{Marker::Style::goal, value, false})
               : std::nullopt;
  }
  if (ordinal) {
    return mark == U'，' || mark == U'、' || mark == ','
               ? std::optional(Marker{Marker::Style::ordinal, value, false})
               : std::nullopt;
  }
  if (bracketed) {
    if (!closes_bracket(mark)) {
      return std::nullopt;
    }
    return Marker{digits ? Marker::Style::bracketed_digits : Marker::Style::bracketed_chinese,
                  value, false};
  }
  if (digits) {
    const bool point = mark == '.' || mark == U'．';
    return point || mark == U'、' || closes_bracket(mark)
               ? std::optional(
                     Marker{Marker::Style::digits, value, point && is_digit(get(end + 1))})
               : std::nullopt;
  }
  return mark == U'、' || mark == U'是' || mark == '.' || mark == U'．'
             ? std::optional(Marker{Marker::Style::chinese, value, false})
             : std::nullopt;
}

bool may_precede_paragraph(char32_t c) {
  return c == U'。' || c == U'；' || c == ';' || c == U'！' || c == U'？' || c == U'：' ||
         c == ':' || c == U'”' || c == U'…';
}

}  // namespace

std::string published_goal(const Flow& goal) {
  const std::u32string_view text = goal.text;
  struct Found {
    std::size_t at;
    Marker marker;
    bool breaks;
  };
  std::vector<Found> found;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool after_sentence = at == 0 || may_precede_paragraph(text[at - 1]);
    if (!after_sentence || (at > 0 && is_digit(text[at - 1]))) {
      continue;
    }
    if (const auto marker = marker_at(text, at)) {
      const bool counts_on = !found.empty() && found.back().marker.style == marker->style &&
                             found.back().marker.number + 1 == marker->number;
      if (marker->doubtful && at > 0 && !(counts_on && goal.starts_line(at))) {
        continue;
      }
      found.push_back({at, *marker, goal.starts_line(at)});
    }
  }
  // A style whose later numbers stand inside lines enumerates within the text.
  std::array<bool, 7> runs_on{};  // of each style
  const auto style_of = [](const Found& one) { return static_cast<std::size_t>(one.marker.style); };
  for (const Found& one : found) {
    runs_on[style_of(one)] = runs_on[style_of(one)] || (!one.breaks && one.at > 0);
  }
  std::vector<std::size_t> breaks;
  for (const Found& one : found) {
    if (one.at > 0 && one.breaks && !runs_on[style_of(one)]) {
      breaks.push_back(one.at);
    }
  }
  std::u32string out;
  std::size_t begin = 0;
  for (const std::size_t at : breaks) {
    out += text.substr(begin, at - begin);
    out += U'\n';
    begin = at;
  }
  out += text.substr(begin);
  return published(out);
}

}  // namespace budgetdiff::import
