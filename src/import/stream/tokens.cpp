#include "import/stream/tokens.hpp"

#include "import/text/page_structure.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <string_view>
#include <utility>

namespace budgetdiff::import {

namespace {

/// Joins tokens from `first` on: each with those up to `end_of` its place.
template <typename EndOf>
void join_runs(std::vector<StreamToken>& tokens, std::size_t first, EndOf end_of) {
  std::size_t kept = first;
  for (std::size_t at = first; at < tokens.size();) {
    const std::size_t end = end_of(at);
    StreamToken token = std::move(tokens[at]);
    for (std::size_t i = at + 1; i < end; ++i) {
      token.text += tokens[i].text;
    }
    tokens[kept++] = std::move(token);
    at = end;
  }
  tokens.resize(kept);
}

/// Where the tokens of line `line`, the last one, begin.
std::size_t begin_of_last_line(const std::vector<StreamToken>& tokens, std::size_t line) {
  std::size_t first = tokens.size();
  while (first > 0 && tokens[first - 1].line == line) {
    --first;
  }
  return first;
}

constexpr std::size_t letters_of_year = 4;

bool is_number(const StreamToken& token, std::size_t longest) {
  return token.text.size() <= longest &&
         std::all_of(token.text.begin(), token.text.end(), is_digit);
}

/// Behind the month and day of a day whose tokens up to `next` are joined; `part`: which of 年月日
/// was its last.
std::size_t behind_day(const std::vector<StreamToken>& tokens, std::size_t next, char32_t part,
                       bool cut) {
  constexpr std::u32string_view parts = U"年月日";
  constexpr std::size_t longest = 2;
  for (std::size_t p = parts.find(part) + 1; p < parts.size(); ++p) {
    if (next >= tokens.size() || !is_number(tokens[next], longest)) {
      return next;
    }
    if (next + 1 == tokens.size()) {
      return cut ? next + 1 : next;  // the line ends inside
    }
    if (tokens[next + 1].text.front() != parts[p]) {
      return next;
    }
    next += 2;
  }
  const bool limit =
      next < tokens.size() && (tokens[next].text == U"前" || tokens[next].text == U"底前");
  return limit ? next + 1 : next;
}

/// Joins the days of the last line, from token `first` on, that some programs space out (2025 年 12
/// 月 31 日 前): no cell ends inside one that has its year. `cut`: the next line begins with 月 or
/// 日.
void join_days(std::vector<StreamToken>& tokens, std::size_t first, bool cut) {
  join_runs(tokens, first, [&](std::size_t at) {
    const std::u32string& text = tokens[at].text;
    const std::size_t end = at + 1;
    if (is_number(tokens[at], letters_of_year) && text.size() == letters_of_year &&
        end < tokens.size() && tokens[end].text == U"年") {
      return behind_day(tokens, end + 1, U'年', cut);
    }
    if (text.size() == letters_of_year + 1 && text.back() == U'年' && is_digit(text.front())) {
      return behind_day(tokens, end, U'年', cut);
    }
    if (at == first && at > 0 && text == U"月" &&
        tokens[at - 1].text.find(U'年') == letters_of_year &&
        is_digit(tokens[at - 1].text.back())) {
      return behind_day(tokens, end, U'月', cut);
    }
    return end;
  });
}

bool closes(char32_t c) {
  return std::u32string_view(U"，。；、：）》”！？】").find(c) != std::u32string_view::npos;
}

}  // namespace

std::vector<StreamToken> tokens_of(const std::vector<Line>& lines) {
  std::vector<StreamToken> out;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::u32string& text = lines[i].text;
    StreamToken token{{}, i, true, false};
    // Print may cut a line before a mark that no line begins with.
    if (!out.empty() && closes(text.front())) {
      token = std::move(out.back());
      out.pop_back();
    }
    for (const char32_t c : text) {
      if (!is_space(c)) {
        token.text += c;
        continue;
      }
      if (!token.text.empty()) {
        out.push_back(std::exchange(token, {{}, i, false, false}));
        if (out.size() > most_tokens) {
          return out;
        }
      }
    }
    if (!token.text.empty()) {
      out.push_back(std::move(token));
    }
    const std::size_t first = begin_of_last_line(out, i);
    constexpr std::size_t least_spaced = 4;
    join_spaced(out, first, least_spaced);
    join_days(out, first,
              i + 1 < lines.size() &&
                  (lines[i + 1].text.front() == U'月' || lines[i + 1].text.front() == U'日'));
    if (out.size() > most_tokens) {
      return out;
    }
  }
  return out;
}

void join_spaced(std::vector<StreamToken>& tokens, std::size_t first, std::size_t least) {
  join_runs(tokens, first, [&](std::size_t at) {
    std::size_t next = at;
    while (next < tokens.size() && tokens[next].text.size() == 1 && is_cjk(tokens[next].text[0])) {
      ++next;
    }
    return next - at >= least ? next : at + 1;
  });
}

std::u32string joined(const std::vector<StreamToken>& tokens, std::size_t begin, std::size_t end) {
  std::u32string out;
  for (std::size_t i = begin; i < end; ++i) {
    out += tokens[i].text;
  }
  return out;
}

bool may_join(const StreamToken& before, const StreamToken& token) {
  constexpr std::size_t spaced = 2;
  return token.starts_line || (before.text.size() <= spaced && token.text.size() <= spaced);
}

Cell cell_of(const std::vector<Line>& lines, const std::vector<StreamToken>& tokens,
             std::size_t begin, std::size_t end, std::size_t row, std::size_t column) {
  Cell cell;
  cell.row = row;
  cell.column = column;
  cell.place = place_of(lines[tokens[begin].line]);
  for (std::size_t i = begin; i < end; ++i) {
    if (cell.lines.empty() || tokens[i].starts_line) {
      cell.lines.push_back({{}, place_of(lines[tokens[i].line])});
    } else {
      cell.lines.back().text += U' ';
    }
    cell.lines.back().text += tokens[i].text;
  }
  return cell;
}

}  // namespace budgetdiff::import
