#include "import/stream/tokens.hpp"

#include "import/text/page_structure.hpp"

#include <utility>

namespace budgetdiff::import {

std::vector<StreamToken> tokens_of(const std::vector<Line>& lines) {
  std::vector<StreamToken> out;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::u32string& text = lines[i].text;
    StreamToken token{{}, i, true};
    for (const char32_t c : text) {
      if (!is_space(c)) {
        token.text += c;
        continue;
      }
      if (!token.text.empty()) {
        out.push_back(std::exchange(token, {{}, i, false}));
        if (out.size() > most_tokens) {
          return out;
        }
      }
    }
    if (!token.text.empty()) {
      out.push_back(std::move(token));
    }
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
