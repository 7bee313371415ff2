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

std::u32string end_of(const Cell& cell) {
  const std::u32string text = cell.packed();
  return text.substr(text.size() - std::min(ending, text.size()));
}

void doubt_other_ends(const std::vector<std::vector<const Cell*>>& cells,
                      std::vector<Grid>& grids) {
  constexpr std::size_t least = 4;
  constexpr std::size_t of_ten = 8;
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
    std::map<std::size_t, const Cell*> by_row;
    for (const Cell* const cell : names[g]) {
      by_row[cell->row] = cell;
    }
    for (const Cell* const cell : targets[g]) {
      const auto name = by_row.find(cell->row);
      const std::u32string& first = cell->lines.front().text;
      if (name != by_row.end() && is_full(name->second->lines.back().text) && is_full(first) &&
          is_words(first)) {
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
      doubt_other_ends(cells_of(columns, grids, c), grids);
    }
    if (c > 0 && kinds[c - 1] == Role::level3 && holds_targets(kinds[c])) {
      doubt_full_names(cells_of(columns, grids, c - 1), cells_of(columns, grids, c), grids);
    }
  }
}

}  // namespace budgetdiff::import
