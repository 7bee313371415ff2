#include "import/columns/lost_hyphens.hpp"

#include "import/text/amount_run.hpp"
#include "import/text/source_lines.hpp"
#include "import/vocabulary.hpp"

#include <budgetdiff/text/unicode.hpp>

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

/// Whether more than `digits` digits stand at `at`, and no dash behind them: a level's code has no
/// more, so what follows is of another column (2、2 and 7%。, 11 and 56.63万元).
bool is_code_and_number(std::u32string_view text, std::size_t at, std::size_t digits) {
  std::size_t end = at;
  while (end < text.size() && is_digit(text[end])) {
    ++end;
  }
  return end > at + digits && end < text.size() && !is_dash(text[end]);
}

/// Whether two years stand at `at`, one right behind the other: 20222024年.
bool are_years(std::u32string_view text, std::size_t at) {
  constexpr std::size_t both = 8;
  if (at + both >= text.size() || (at > 0 && is_digit(text[at - 1])) || text[at + both] != U'年') {
    return false;
  }
  const auto year = [&](std::size_t begin) {
    int out = 0;
    for (std::size_t i = begin; i < begin + both / 2; ++i) {
      out = text[i] >= '0' && text[i] <= '9' ? out * 10 + static_cast<int>(text[i] - U'0')
                                             : -1'000'000;
    }
    return out;
  };
  constexpr int first = 1990;
  constexpr int last = 2099;
  return year(at) >= first && year(at + both / 2) >= year(at) && year(at + both / 2) <= last;
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
      // A second level has two digits, of which the line before may hold the first.
      const bool whole = i > 1 ? !is_digit(text[i - 2])
                               : is_level1_category(to_utf8(text.substr(i + 1, at - i - 2)));
      return is_digit(text[i - 1]) && whole && at - i > 3;
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
    const auto is_code = [&](std::size_t length) {
      return is_bare_code(line, at, length) || is_code_and_number(line, at, length);
    };
    const std::size_t digits = is_code(1) && follows_number(line, at)  ? 1
                               : is_code(2) && follows_level(line, at) ? 2
                               : are_years(line, at)                   ? 4
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
