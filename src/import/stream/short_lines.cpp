#include "import/stream/short_lines.hpp"

#include "import/page/word_kinds.hpp"
#include "import/stream/line_room.hpp"

#include <algorithm>
#include <string>

namespace budgetdiff::import {
namespace {

/// Print that parts words, or marks that we do not know, leaves a letter's room.
constexpr int least_room = 4;

bool is_narrow(char32_t letter) {
  return letter < 0x80;
}

/// Whether a change of fonts may have parted a line in two.
bool may_be_one_line(const std::u32string& line, const std::u32string& next) {
  return is_narrow(line.back()) != is_narrow(next.front());
}

bool goes_on_behind_short_line(const Cell& cell, int column) {
  for (std::size_t i = 0; i + 1 < cell.lines.size(); ++i) {
    const std::u32string& line = cell.lines[i].text;
    const std::u32string& next = cell.lines[i + 1].text;
    if (!line.empty() && !next.empty() && !may_be_one_line(line, next) &&
        room_behind(printed_width(line), column, next) >= least_room) {
      return true;
    }
  }
  return false;
}

bool holds_comparator(const Cell& cell) {
  return cell.lines.size() > 1 &&
         std::any_of(cell.lines.begin(), cell.lines.end(), [](const TextLine& line) {
           return !line.text.empty() && kind_of(line.text).compares;
         });
}

}  // namespace

void doubt_short_lines(const std::vector<Role>& roles, std::size_t head, Grid& grid) {
  for (std::size_t c = 0; c < roles.size(); ++c) {
    const bool name = roles[c] == Role::level3;
    if (!name && !holds_targets(roles[c])) {
      continue;
    }
    std::vector<const Cell*> cells;
    int widest = 0;
    for (const Cell& cell : grid.cells()) {
      if (cell.row >= head && cell.column == c) {
        cells.push_back(&cell);
        for (const TextLine& line : cell.lines) {
          widest = std::max(widest, printed_width(line.text));
        }
      }
    }
    for (const Cell* const cell : cells) {
      if (goes_on_behind_short_line(*cell, widest) || (name && holds_comparator(*cell))) {
        grid.doubts.push_back(cell->place);
      }
    }
  }
}

}  // namespace budgetdiff::import
