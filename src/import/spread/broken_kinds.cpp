#include "import/spread/broken_kinds.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>

namespace budgetdiff::import {
namespace {

constexpr std::u32string_view rest_of_kind = U"指标";

bool is_kind(const std::u32string& text) {
  constexpr std::u32string_view kinds[] = {U"正向", U"反向", U"逆向", U"负向",
                                           U"中性", U"定量", U"定性"};
  return std::find(std::begin(kinds), std::end(kinds), text) != std::end(kinds);
}

bool ends_line(const std::vector<ListPiece>& pieces, std::size_t i) {
  return i + 1 == pieces.size() || pieces[i + 1].token.starts_line;
}

/// The rest of the word `i`, or the number of pieces.
std::size_t rest_of(const std::vector<ListPiece>& pieces, std::size_t i) {
  constexpr std::size_t most_lines = 3;
  for (std::size_t k = i + 1; k < pieces.size(); ++k) {
    const bool near = pieces[k].page == pieces[i].page && pieces[k].flow == pieces[i].flow &&
                      pieces[k].token.line <= pieces[i].token.line + most_lines;
    if (!near || is_kind(pieces[k].token.text)) {
      break;
    }
    if (pieces[k].token.starts_line && ends_line(pieces, k) &&
        pieces[k].token.text == rest_of_kind) {
      return k;
    }
  }
  return pieces.size();
}

}  // namespace

void join_broken_kinds(std::vector<ListPiece>& pieces) {
  constexpr std::size_t some = 3;
  std::size_t words = 0;
  std::vector<std::pair<std::size_t, std::size_t>> broken;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (!is_kind(pieces[i].token.text) || !ends_line(pieces, i)) {
      continue;
    }
    ++words;
    if (const std::size_t rest = rest_of(pieces, i); rest < pieces.size()) {
      broken.emplace_back(i, rest);
    }
  }
  if (broken.size() < some || broken.size() * 3 < words * 2) {
    return;
  }
  std::vector<bool> taken(pieces.size(), false);
  for (const auto& [word, rest] : broken) {
    pieces[word].token.text += rest_of_kind;
    taken[rest] = true;
  }
  std::vector<ListPiece> kept;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (!taken[i]) {
      kept.push_back(std::move(pieces[i]));
    }
  }
  pieces = std::move(kept);
}

}  // namespace budgetdiff::import
