#include "import/columns/lost_hyphens.hpp"

#include "import/text/amount_run.hpp"
#include "import/text/source_lines.hpp"

#include <algorithm>
#include <cstddef>

namespace budgetdiff::import {
namespace {

bool is_dash(char32_t c) {
  return c == '-' || c == U'－' || c == U'—' || c == U'–';
}

/// Whether a word that is an amount begins at `at`: one of another column, put right
/// behind.
bool is_amount_word(std::u32string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && !is_space(text[end])) {
    ++end;
  }
  const std::u32string_view word = text.substr(at, end - at);
  return word.find('.') != word.npos && read_published_amount(word).has_value();
}

/// Whether a code of `digits` digits begins at `at` and no dash stands behind it.
bool is_bare_code(std::u32string_view text, std::size_t at, std::size_t digits) {
  if (at + digits >= text.size()) {
    return false;
  }
  for (std::size_t i = at; i < at + digits; ++i) {
    if (!is_digit(text[i])) {
      return false;
    }
  }
  constexpr std::u32string_view goes_on = U"、.．，；%％ ";
  const char32_t next = text[at + digits];
  if (is_amount_word(text, at + digits)) {
    return true;
  }
  return !is_digit(next) && !is_dash(next) && goes_on.find(next) == goes_on.npos;
}

/// Whether `。2、` behind an item ends right before `at`.
bool follows_number(std::u32string_view text, std::size_t at) {
  if (at < 3 || text[at - 1] != U'、' || !is_digit(text[at - 2])) {
    return false;
  }
  std::size_t number = at - 2;
  while (number > 0 && is_digit(text[number - 1])) {
    --number;
  }
  while (number > 0 && is_space(text[number - 1])) {
    --number;
  }
  const std::u32string_view before = text.substr(0, number);
  return before.ends_with(U'。') &&
         (before.find(U"指标") != before.npos || before.find(U"标值") != before.npos);
}

/// Whether `1-产出指标；` ends right before `at`.
bool follows_level(std::u32string_view text, std::size_t at) {
  constexpr std::size_t longest = 10;
  if (at == 0 || text[at - 1] != U'；') {
    return false;
  }
  for (std::size_t i = at - 1; i-- > 1 && at - i <= longest + 2;) {
    if (is_dash(text[i])) {
      return is_digit(text[i - 1]) && at - i > 3;
    }
    if (text[i] == U'；' || text[i] == U'。' || text[i] == U'：' || text[i] == ':') {
      return false;
    }
  }
  return false;
}

}  // namespace

std::vector<std::u32string> at_lost_hyphens(std::u32string_view line) {
  std::vector<std::u32string> out;
  std::size_t begin = 0;
  for (std::size_t at = 1; at + 1 < line.size(); ++at) {
    const std::size_t digits = is_bare_code(line, at, 1) && follows_number(line, at)  ? 1
                               : is_bare_code(line, at, 2) && follows_level(line, at) ? 2
                                                                                      : 0;
    if (digits > 0) {
      out.push_back(std::u32string(line.substr(begin, at + digits - begin)) + U'-');
      begin = at + digits;
    }
  }
  out.emplace_back(line.substr(begin));
  return out;
}

std::size_t lost_hyphen_in(std::u32string_view word, int width) {
  constexpr int slack = 4;
  const auto joins = [](char32_t c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  };
  if (width_of(word) <= width + slack) {
    return std::u32string_view::npos;
  }
  // A year before the hyphen, and one behind it: 2022-2024年.
  std::size_t found = std::u32string_view::npos;
  for (std::size_t at = 4; at + 4 <= word.size(); ++at) {
    const int own = width_of(word.substr(0, at)) + 1;
    const bool year = std::all_of(word.begin() + static_cast<std::ptrdiff_t>(at) - 4,
                                  word.begin() + static_cast<std::ptrdiff_t>(at) + 4, joins) &&
                      (at + 4 == word.size() || !joins(word[at + 4])) &&
                      (at == 4 || !joins(word[at - 5]));
    if (year && own <= width + 2 && own >= width - slack) {
      found = found == std::u32string_view::npos ? at : std::u32string_view::npos;
    }
  }
  return found;
}

}  // namespace budgetdiff::import
