#include "import/page/header_grid.hpp"

#include "import/page/group_unit.hpp"
#include "import/page/lines.hpp"
#include "import/page/text_parts.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>

namespace budgetdiff::import {
namespace {

/// Adds the category over the columns of a group.
void add_heading(Grid& grid, const HeaderGroup& group) {
  Cell cell;
  cell.column = group.first;
  cell.columns = group.cells;
  for (const PdfLine& line : group.heading) {
    cell.place = cell.lines.empty() ? line.line.place : cell.place;
    cell.lines.push_back(line.line);
  }
  grid.add(std::move(cell));
}

}  // namespace

void add_header_cells(const HeaderBand& header, const std::vector<HeaderGroup>& groups,
                      const std::vector<PdfWord>& words, int page, Grid& grid) {
  for (const HeaderGroup& group : groups) {
    add_heading(grid, group);
  }
  const std::size_t header_row = groups.empty() ? 0 : 1;
  std::u32string unit = is_text(words) ? std::u32string{} : unit_over_money(words, header);
  for (std::size_t c = 0; c < grid.columns() && c < header.cells.size(); ++c) {
    const bool in_group = std::any_of(groups.begin(), groups.end(), [&](const HeaderGroup& one) {
      return one.first <= c && c < one.first + one.cells;
    });
    Cell cell;
    cell.row = in_group ? header_row : 0;
    cell.rows = header_row + 1 - cell.row;
    cell.column = c;
    for (PdfLine& line : lines_of(header.cells[c].words, page)) {
      cell.place = line.line.place;
      cell.lines.push_back(std::move(line.line));
    }
    if (!unit.empty() && header.cells[c].term.role == Role::money) {
      cell.lines.push_back({std::exchange(unit, {}), cell.place});
    }
    grid.add(std::move(cell));
  }
}

}  // namespace budgetdiff::import
