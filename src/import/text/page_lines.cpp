#include "import/text/page_lines.hpp"

#include "import/traditional_letters.hpp"

#include <budgetdiff/model/money_unit.hpp>
#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <array>

namespace budgetdiff::import {
bool is_colon(char32_t c) {
  return c == ':' || c == U'：';
}

bool is_bare_integer(const Line& line) {
  return line.text.size() <= 4 && std::all_of(line.text.begin(), line.text.end(), is_digit);
}

bool is_open(char32_t c) {
  constexpr std::u32string_view set = U":：≥≤≧≦＞＜><=＝.-~～";
  return is_digit(c) || set.find(c) != set.npos;
}

bool is_continued_mark(std::u32string_view published) {
  constexpr std::size_t longest = 12;
  const std::string text =
      published.size() > longest ? std::string{} : header_spelling(to_utf8(published));
  return text == "续表" || text == "(续表)" || text == "(续)" || text == "(续上表)" ||
         text == "续上表";
}

bool is_page_mark(const Line& line) {
  constexpr std::u32string_view openers = U"第共续-—–~·pP（(";
  if (line.text.size() > 24 ||
      (!is_digit(line.text.front()) && openers.find(line.text.front()) == openers.npos)) {
    return false;
  }
  if (is_continued_mark(line.text)) {
    return true;
  }
  const std::string text = header_spelling(to_utf8(line.text));
  std::string shape;  // digits as one 9
  for (const char c : text) {
    const bool digit = c >= '0' && c <= '9';
    if (!digit || shape.empty() || shape.back() != '9') {
      shape += digit ? '9' : c;
    }
  }
  constexpr auto shapes = std::to_array<std::string_view>(
      {"第9页", "第9页共9页", "第9页,共9页", "第9页/共9页", "共9页第9页", "共9页,第9页", "-9-",
       "—9—", "–9–", "--9--", "——9——", "~9~", "·9·", "page9", "page9of9", "9of9", "p.9",
       "第9页(共9页)"});
  return std::find(shapes.begin(), shapes.end(), shape) != shapes.end();
}

std::optional<std::size_t> after_label(const std::u32string& text, Role role) {
  const std::size_t limit = std::min<std::size_t>(text.size(), 24);
  for (std::size_t at = 1; at < limit; ++at) {
    if (is_colon(text[at])) {
      const Term term = look_up_header(to_utf8(text.substr(0, at)));
      return term.role == role ? std::optional(at + 1) : std::nullopt;
    }
  }
  return std::nullopt;
}

std::size_t begin_of_label(const std::u32string& text, std::size_t from, std::size_t end) {
  for (std::size_t colon = from; colon < std::min(end, text.size()); ++colon) {
    for (std::size_t at = from; is_colon(text[colon]) && at < colon; ++at) {
      if (look_up_header(to_utf8(text.substr(at, colon - at))).role != Role::none) {
        return at;
      }
    }
  }
  return end;
}

bool opens_department(const Line& line) {
  return after_label(line.text, Role::department).has_value();
}

bool is_title(const Line& line) {
  return line.text.size() <= 80 && line.text.find(U'表') != std::u32string::npos &&
         is_table_title(to_utf8(line.text));
}

std::optional<UnitLabel> unit_label_in(std::u32string_view published) {
  constexpr std::u32string_view label = U"单位";
  const std::u32string text = simplified(published);
  for (std::size_t at = text.rfind(label); at != text.npos;
       at = at == 0 ? at : text.rfind(label, at - 1)) {
    std::size_t colon = at + label.size();
    if (colon < text.size() && is_colon(text[colon])) {
      const std::u32string unit(published.substr(colon + 1));
      if (std::string spelled = money_unit_said(to_utf8(unit)); !spelled.empty()) {
        std::size_t begin = at;
        for (const std::u32string_view before : {U"金额", U"货币", U"资金"}) {
          if (std::u32string_view(text).substr(0, at).ends_with(before)) {
            begin = at - before.size();
          }
        }
        while (begin > 0 && (text[begin - 1] == U'（' || text[begin - 1] == '(')) {
          --begin;
        }
        return UnitLabel{begin, std::move(spelled)};
      }
    }
    if (at == 0) {
      break;
    }
  }
  return std::nullopt;
}

}  // namespace budgetdiff::import
