#include "import/table/grid.hpp"

#include "import/text/source_lines.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace budgetdiff::import {

std::u32string Cell::packed() const {
  std::size_t size = 0;
  for (const TextLine& line : lines) {
    size += line.text.size();
  }
  std::u32string out;
  out.reserve(size);
  for (const TextLine& line : lines) {
    std::copy_if(line.text.begin(), line.text.end(), std::back_inserter(out),
                 [](char32_t c) { return !is_space(c); });
  }
  return out;
}

bool Cell::is_blank() const {
  return std::all_of(lines.begin(), lines.end(), [](const TextLine& line) {
    return std::all_of(line.text.begin(), line.text.end(), is_space);
  });
}

Place Cell::text_place() const {
  if (lines.empty()) {
    return place;
  }
  Place out = lines.front().place;
  for (const TextLine& line : lines) {
    if (out.box && line.place.box && line.place.page == out.page) {
      out.box = Box{std::min(out.box->left, line.place.box->left),
                    std::min(out.box->top, line.place.box->top),
                    std::max(out.box->right, line.place.box->right),
                    std::max(out.box->bottom, line.place.box->bottom)};
    }
  }
  return out;
}

void Grid::add(Cell cell) {
  widest_broken_.clear();
  const std::size_t id = cells_.size();
  cell.rows = std::clamp<std::size_t>(cell.rows, 1, rows_ - cell.row);
  cell.columns = std::clamp<std::size_t>(cell.columns, 1, columns_ - cell.column);
  has_spans_ = has_spans_ || cell.rows > 1 || cell.columns > 1;
  for (std::size_t r = cell.row; r < cell.row + cell.rows; ++r) {
    for (std::size_t c = cell.column; c < cell.column + cell.columns; ++c) {
      std::size_t& owner = owner_[r * columns_ + c];
      if (owner == none) {
        owner = id;
      }
    }
  }
  cells_.push_back(std::move(cell));
}

std::vector<TextLine> Grid::take_lines(std::size_t row, std::size_t column) {
  widest_broken_.clear();
  return std::exchange(cells_[owner_[row * columns_ + column]].lines, {});
}

void Grid::append_lines(std::size_t row, std::size_t column, std::vector<TextLine> lines) {
  widest_broken_.clear();
  std::vector<TextLine>& own = cells_[owner_[row * columns_ + column]].lines;
  own.insert(own.end(), std::make_move_iterator(lines.begin()),
             std::make_move_iterator(lines.end()));
}

int Grid::widest_broken_line(std::size_t column) const {
  if (widest_broken_.empty()) {
    widest_broken_.assign(columns_, 0);
    for (const Cell& cell : cells_) {
      for (std::size_t i = 0; i + 1 < cell.lines.size(); ++i) {
        widest_broken_[cell.column] =
            std::max(widest_broken_[cell.column], width_of(without_space(cell.lines[i].text)));
      }
    }
  }
  return widest_broken_[column];
}

const Cell* Grid::at(std::size_t row, std::size_t column) const {
  if (row >= rows_ || column >= columns_) {
    return nullptr;
  }
  const std::size_t owner = owner_[row * columns_ + column];
  return owner == none ? nullptr : &cells_[owner];
}

const Cell* Grid::begins_at(std::size_t row, std::size_t column) const {
  const Cell* cell = at(row, column);
  return cell != nullptr && cell->row == row ? cell : nullptr;
}

std::vector<const Cell*> Grid::filled_cells(std::size_t row) const {
  std::vector<const Cell*> out;
  for (std::size_t column = 0; column < columns_; ++column) {
    const Cell* cell = begins_at(row, column);
    if (cell != nullptr && (out.empty() || out.back() != cell) && !cell->is_blank()) {
      out.push_back(cell);
    }
  }
  return out;
}

std::vector<TextLine> text_lines(std::u32string_view text, const Place& place) {
  std::vector<TextLine> out;
  std::size_t begin = 0;
  for (std::size_t at = 0; at <= text.size(); ++at) {
    if (at == text.size() || text[at] == U'\n' || text[at] == U'\r') {
      if (at > begin) {
        out.push_back({std::u32string(text.substr(begin, at - begin)), place});
      }
      begin = at + 1;
    }
  }
  return out;
}

}  // namespace budgetdiff::import
