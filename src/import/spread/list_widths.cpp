#include "import/spread/list_widths.hpp"

#include "import/stream/line_room.hpp"
#include "import/text/source_lines.hpp"

#include <algorithm>

namespace budgetdiff::import {

ListWidths first_widths(const std::vector<ListPiece>& pieces, const std::vector<Role>& roles) {
  // Goals are the widest column, and fill it: many lines are as wide as that, and none is wider.
  std::vector<int> widths;
  widths.reserve(pieces.size());
  for (const ListPiece& piece : pieces) {
    widths.push_back(width_of(piece.token.text));
  }
  std::sort(widths.rbegin(), widths.rend());
  constexpr int letter = 2;
  const std::size_t some = std::max<std::size_t>(3, widths.size() / 40);
  std::size_t at = 0;
  while (at + some < widths.size() && widths[at + some] + letter < widths[at]) {
    ++at;
  }
  int widest = at < widths.size() ? widths[at] : 0;
  // In a short list they are few, and told by their marks.
  int prose = 0;
  for (const ListPiece& piece : pieces) {
    if (piece.token.text.find_first_of(U"，。；") != std::u32string::npos) {
      prose = std::max(prose, printed_width(piece.token.text));
    }
  }
  if (widest * 3 < prose * 2) {
    widest = prose;
  }
  ListWidths out(roles.size(), 0);
  for (std::size_t c = 0; c < roles.size(); ++c) {
    out[c] =
        roles[c] == Role::goal || roles[c] == Role::annual_goal ? widest : -(widest - 2 * letter);
  }
  return out;
}

ListWidths widths_of(const std::vector<ListPiece>& pieces, const std::vector<ListPlace>& places,
                     std::size_t columns) {
  std::vector<std::vector<int>> all(columns);
  std::vector<std::vector<int>> full(columns);  // lines of cells that go on
  std::vector<int> last(columns, 0);
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const std::size_t c = places[i].column;
    if (c == ListPlace::none) {
      continue;
    }
    const int width = width_of(pieces[i].token.text);
    all[c].push_back(width);
    if (!places[i].begins && pieces[i].token.starts_line) {
      full[c].push_back(last[c]);
    }
    last[c] = width;
  }
  ListWidths out(columns, 0);
  for (std::size_t c = 0; c < columns; ++c) {
    if (all[c].empty()) {
      continue;
    }
    // Few are dealt wrongly, and these are much wider than the others.
    constexpr std::size_t some = 3;
    constexpr std::size_t part = 5;
    constexpr int letter = 2;
    const bool known = full[c].size() >= some;
    std::vector<int>& widths = known ? full[c] : all[c];
    std::sort(widths.rbegin(), widths.rend());
    const int likely = widths[widths.size() / (known ? part : part * part)];
    for (const int width : all[c]) {
      out[c] = width <= likely + letter ? std::max(out[c], width) : out[c];
    }
  }
  return out;
}

}  // namespace budgetdiff::import
