#include "import/spread/moved_columns.hpp"

#include "import/stream/value_text.hpp"
#include "import/vocabulary.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

namespace budgetdiff::import {
namespace {

/// Columns of which number `from` comes to stand at `to`, before it.
ColumnMask rotated(ColumnMask mask, std::size_t to, std::size_t from) {
  ColumnMask out = 0;
  for (std::size_t c = 0; c < most_list_columns; ++c) {
    const std::size_t at = c == from ? to : c >= to && c < from ? c + 1 : c;
    out |= (mask >> c & 1U) << at;
  }
  return out;
}

}  // namespace

void place_comparator(ListText& list) {
  std::vector<HeaderPieces>& columns = list.header.columns;
  const auto is_comparator = [](const HeaderPieces& one) { return one.role == Role::comparator; };
  const auto signs =
      std::count_if(list.pieces.begin(), list.pieces.end(), [](const ListPiece& one) {
        return one.token.text.size() == 1 &&
               comparator_signs.find(one.token.text.front()) != comparator_signs.npos;
      });
  constexpr std::ptrdiff_t some = 2;
  if (signs < some || std::any_of(columns.begin(), columns.end(), is_comparator)) {
    return;
  }
  const auto named = std::find_if(columns.begin(), columns.end(), [](const HeaderPieces& one) {
    return (one.role == Role::remark || one.role == Role::none) &&
           (one.text.find(U"方向") != one.text.npos || one.text.find(U"性质") != one.text.npos ||
            one.text.find(U"符号") != one.text.npos);
  });
  if (named == columns.end()) {
    return;
  }
  named->role = Role::comparator;
  // It stands before the values.
  const auto from = named - columns.begin();
  const auto to = std::find_if(columns.begin(), columns.end(),
                               [](const HeaderPieces& one) { return holds_targets(one.role); }) -
                  columns.begin();
  if (from > to) {
    std::rotate(columns.begin() + to, columns.begin() + from, columns.begin() + from + 1);
    for (ListPiece& piece : list.pieces) {
      piece.below =
          rotated(piece.below, static_cast<std::size_t>(to), static_cast<std::size_t>(from));
    }
  }
}

void place_explanations(ListText& list) {
  std::vector<HeaderPieces>& columns = list.header.columns;
  const auto word = std::find_if(columns.begin(), columns.end(), [](const HeaderPieces& one) {
    return (one.role == Role::remark || one.role == Role::none) &&
           one.text.find(U"解释") != one.text.npos;
  });
  const auto name = std::find_if(columns.begin(), columns.end(),
                                 [](const HeaderPieces& one) { return one.role == Role::level3; });
  std::size_t before = 0;
  std::size_t behind = 0;
  const auto is_sign = [](const std::u32string& text) {
    return comparator_signs.find(text.front()) != comparator_signs.npos;
  };
  for (std::size_t i = 0; i + 1 < list.pieces.size(); ++i) {
    const std::u32string& text = list.pieces[i].token.text;
    const std::u32string& next = list.pieces[i + 1].token.text;
    if (!list.pieces[i + 1].token.starts_line) {
      before += text.starts_with(U"反映") && is_sign(next) ? 1U : 0U;
      behind += is_sign(text) && next.starts_with(U"反映") ? 1U : 0U;
    }
  }
  const auto from = word - columns.begin();
  const auto to = name - columns.begin() + 1;
  if (word == columns.end() || before <= behind || from <= to) {
    return;
  }
  std::rotate(columns.begin() + to, columns.begin() + from, columns.begin() + from + 1);
  for (ListPiece& piece : list.pieces) {
    piece.below =
        rotated(piece.below, static_cast<std::size_t>(to), static_cast<std::size_t>(from));
  }
}

}  // namespace budgetdiff::import
