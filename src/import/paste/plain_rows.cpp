#include "import/paste/plain_rows.hpp"

#include "import/vocabulary.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <utility>

namespace budgetdiff::import {
namespace {

Role role_of(const PastedCell& cell) {
  return look_up_header(to_utf8(packed(cell))).role;
}

bool is_label(const PastedCell& cell) {
  return role_of(cell) != Role::none;
}

}  // namespace

void PlainRows::add(const PastedCell& lines, std::size_t column) {
  if (lines.empty()) {
    return;
  }
  Cell cell;
  cell.row = height_;
  cell.column = column;
  cell.lines = lines;
  cell.place = lines.front().place;
  cells_.push_back(std::move(cell));
}

void PlainRows::add_grid(const Grid& grid) {
  for (Cell cell : grid.cells()) {
    cell.row += height_;
    cells_.push_back(std::move(cell));
  }
  height_ += grid.rows();
  label_cells_ = 0;
}

void PlainRows::add_line(const PastedCell& lines) {
  if (!lines.empty()) {
    lines_.push_back(cells_.size());
  }
  add(lines, 0);
  ++height_;
  label_cells_ = 0;
}

void PlainRows::add_row(const PastedRow& row, const std::vector<std::size_t>& columns) {
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    add(row.cells[i], columns[i]);
  }
  ++height_;
}

void PlainRows::add_labels(const PastedRow& row) {
  const std::size_t k = row.cells.size();
  const bool money = role_of(row.cells.front()) == Role::money;
  const bool values = heads_ && std::none_of(row.cells.begin(), row.cells.end(), is_label);
  const bool below = k + 1 == label_cells_ && (money || values);
  if (!below) {
    heads_ = k > 2 && std::all_of(row.cells.begin(), row.cells.end(), is_label);
    const bool spans =
        heads_ || (k > 2 && (role_of(row.cells[1]) == Role::money || row.cells[1].empty()));
    label_cells_ = spans ? k : 0;
  }
  std::vector<std::size_t> columns(k);
  for (std::size_t i = 0; i < k; ++i) {
    columns[i] = i + (below ? 1 : 0);
  }
  add_row(row, columns);
}

std::optional<Grid> PlainRows::grid() && {
  std::size_t columns = 1;
  for (const Cell& cell : cells_) {
    columns = std::max(columns, cell.column + cell.columns);
  }
  for (const std::size_t line : lines_) {
    cells_[line].columns = columns;
  }
  if (height_ > Grid::most_positions / columns || cells_.size() > Grid::most_filled) {
    return std::nullopt;
  }
  Grid grid(height_, columns);
  if (!cells_.empty()) {
    grid.place = cells_.front().place;
  }
  grid.doubts = std::move(doubts_);
  for (Cell& cell : cells_) {
    grid.add(std::move(cell));
  }
  return grid;
}

}  // namespace budgetdiff::import
