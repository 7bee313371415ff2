#include "import/page/row_grid.hpp"

#include <algorithm>

namespace budgetdiff::import {

RowGrid::RowGrid(const std::vector<ColumnText>& columns, std::size_t first, std::size_t rows,
                 std::vector<SumLine> sums)
    : columns_(columns),
      first_(first),
      sums_(std::move(sums)),
      grid_(first + rows + 2 + sums_.size(), columns.size()) {
  for (std::size_t s = 0; s < sums_.size(); ++s) {
    for (auto& [column, line] : sums_[s].cells) {
      Cell cell;
      cell.row = first_ + sums_[s].above + 1 + s;
      cell.column = column;
      cell.place = line.line.place;
      cell.lines.push_back(std::move(line.line));
      grid_.add(std::move(cell));
    }
  }
}

void RowGrid::place(std::size_t c, std::size_t row, std::size_t rows, std::size_t begin,
                    std::size_t end) {
  Cell cell;
  cell.row = grid_row(row);
  cell.rows = grid_row(row + rows - 1) + 1 - cell.row;
  cell.column = c;
  const std::vector<PdfLine>& lines = columns_[c].lines;
  cell.place = lines[begin].line.place;
  for (std::size_t i = begin; i < end; ++i) {
    cell.lines.push_back(lines[i].line);
  }
  grid_.add(std::move(cell));
}

/// The grid's row of a row (from 1) of indicators, or of those before and behind them.
std::size_t RowGrid::grid_row(std::size_t row) const {
  const auto sums = std::count_if(sums_.begin(), sums_.end(),
                                  [&](const SumLine& sum) { return sum.above < row; });
  return first_ + row + static_cast<std::size_t>(sums);
}

}  // namespace budgetdiff::import
