#include "import/stream/row_doubts.hpp"

#include "import/text/source_lines.hpp"
#include "import/vocabulary.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <cstddef>
#include <map>
#include <string>
#include <utility>

namespace budgetdiff::import {
namespace {

constexpr std::size_t ending = 2;  ///< letters
/// So many of so many say what is usual in a column.
constexpr std::size_t least = 4;
constexpr std::size_t of_ten = 8;

std::u32string end_of(const Cell& cell) {
  const std::u32string text = cell.packed();
  return text.substr(text.size() - std::min(ending, text.size()));
}

std::u32string begin_of(const Cell& cell) {
  return cell.packed().substr(0, ending);
}

void doubt_other_ends(const std::vector<std::vector<const Cell*>>& cells,
                      std::u32string (*end_of)(const Cell&), std::vector<Grid>& grids) {
  std::map<std::u32string, std::size_t> ends;
  std::size_t count = 0;
  std::size_t most = 0;
  std::u32string usual;
  for (const auto& column : cells) {
    for (const Cell* const cell : column) {
      ++count;
      std::u32string end = end_of(*cell);
      if (const std::size_t times = ++ends[end]; times > most) {
        most = times;
        usual = std::move(end);
      }
    }
  }
  // Words of a column that has few (计划标准) end alike, too, and are no sentences.
  if (count < least || most * 10 < count * of_ten || most == count) {
    return;
  }
  for (std::size_t g = 0; g < grids.size(); ++g) {
    for (const Cell* const cell : cells[g]) {
      if (end_of(*cell) != usual) {
        grids[g].doubts.push_back(cell->place);
      }
    }
  }
}

/// The cells of a column below the header, of each grid.
std::vector<std::vector<const Cell*>> cells_of(const StreamColumns& columns,
                                               const std::vector<Grid>& grids, std::size_t column) {
  std::vector<std::vector<const Cell*>> out(grids.size());
  for (std::size_t g = 0; g < grids.size(); ++g) {
    for (const Cell& cell : grids[g].cells()) {
      if (cell.row >= columns.grid.rows() && cell.column == column && !cell.lines.empty()) {
        out[g].push_back(&cell);
      }
    }
  }
  return out;
}

/// The cells of a column by their rows.
std::map<std::size_t, const Cell*> by_row(const std::vector<const Cell*>& cells) {
  std::map<std::size_t, const Cell*> out;
  for (const Cell* const cell : cells) {
    out[cell->row] = cell;
  }
  return out;
}

/// Two columns of targets that say the same in nearly all rows: where one is broken over lines and
/// they differ, its first line may be the name's last.
void doubt_unequal_targets(const std::vector<std::vector<const Cell*>>& first,
                           const std::vector<std::vector<const Cell*>>& second,
                           std::vector<Grid>& grids) {
  std::size_t count = 0;
  std::size_t equal = 0;
  std::vector<std::pair<std::size_t, const Cell*>> odd;
  for (std::size_t g = 0; g < grids.size(); ++g) {
    const auto others = by_row(second[g]);
    for (const Cell* const cell : first[g]) {
      const auto other = others.find(cell->row);
      if (other == others.end()) {
        continue;
      }
      ++count;
      const bool same = cell->packed() == other->second->packed();
      equal += same ? 1 : 0;
      if (!same && cell->lines.size() + other->second->lines.size() > 2) {
        odd.emplace_back(g, cell);
      }
    }
  }
  if (count >= least && equal * 10 >= count * of_ten) {
    for (const auto& [g, cell] : odd) {
      grids[g].doubts.push_back(cell->place);
    }
  }
}

bool is_words(const std::u32string& text) {
  return std::none_of(text.begin(), text.end(), is_digit) &&
         text.find_first_of(comparator_signs) == text.npos;
}

void doubt_full_names(const std::vector<std::vector<const Cell*>>& names,
                      const std::vector<std::vector<const Cell*>>& targets,
                      std::vector<Grid>& grids) {
  constexpr int letter = 2;
  int full = 0;
  for (const auto& column : names) {
    for (const Cell* const cell : column) {
      for (std::size_t i = 0; i + 1 < cell->lines.size(); ++i) {
        full = std::max(full, width_of(cell->lines[i].text));
      }
    }
  }
  const auto is_full = [&](const std::u32string& line) {
    const int width = width_of(line);
    return full > 0 && width <= full && width + letter >= full;
  };
  for (std::size_t g = 0; g < grids.size(); ++g) {
    const auto names_by_row = by_row(names[g]);
    for (const Cell* const cell : targets[g]) {
      const auto name = names_by_row.find(cell->row);
      const std::u32string& first = cell->lines.front().text;
      if (name != names_by_row.end() && is_full(name->second->lines.back().text) &&
          is_full(first) && is_words(first)) {
        grids[g].doubts.push_back(cell->place);
      }
    }
  }
}

}  // namespace

void doubt_rows(const StreamColumns& columns, std::vector<Grid>& grids) {
  const std::vector<Role>& kinds = columns.kinds;
  for (std::size_t c = 0; c < kinds.size(); ++c) {
    if (kinds[c] == Role::remark || kinds[c] == Role::none) {
      doubt_other_ends(cells_of(columns, grids, c), begin_of, grids);
      doubt_other_ends(cells_of(columns, grids, c), end_of, grids);
    }
    if (c > 0 && holds_targets(kinds[c - 1]) && holds_targets(kinds[c]) &&
        kinds[c - 1] != kinds[c]) {
      doubt_unequal_targets(cells_of(columns, grids, c - 1), cells_of(columns, grids, c), grids);
    }
    if (c > 0 && kinds[c - 1] == Role::level3 && holds_targets(kinds[c])) {
      doubt_full_names(cells_of(columns, grids, c - 1), cells_of(columns, grids, c), grids);
    }
  }
}

}  // namespace budgetdiff::import
