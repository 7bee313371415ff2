#include "import/stream/tokens.hpp"

#include "import/text/page_structure.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <string_view>
#include <utility>

namespace budgetdiff::import {

namespace {

/// Justified print puts blanks between all letters of a line: 反 映 办 理. Joins such letters of
/// line `line`, the last one.
void join_spaced(std::vector<StreamToken>& tokens, std::size_t line) {
  constexpr std::size_t least = 4;
  std::size_t first = tokens.size();
  while (first > 0 && tokens[first - 1].line == line) {
    --first;
  }
  std::size_t kept = first;
  for (std::size_t at = first; at < tokens.size();) {
    std::size_t next = at;
    while (next < tokens.size() && tokens[next].text.size() == 1 && is_cjk(tokens[next].text[0])) {
      ++next;
    }
    const std::size_t joined = next - at >= least ? next : at + 1;
    StreamToken token = std::move(tokens[at]);
    for (std::size_t i = at + 1; i < joined; ++i) {
      token.text += tokens[i].text;
    }
    tokens[kept++] = std::move(token);
    at = joined;
  }
  tokens.resize(kept);
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
    join_spaced(out, i);
    if (out.size() > most_tokens) {
      return out;
    }
  }
  return out;
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
