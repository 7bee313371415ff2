#include "import/sheet/sheet_grids.hpp"

#include "import/text/symbol_fonts.hpp"

#include <algorithm>
#include <utility>

namespace budgetdiff::import {
namespace {

constexpr std::size_t most_text = std::size_t{256} << 20U;

}  // namespace

std::string to_cell_name(std::size_t row, std::size_t column) {
  std::string letters;
  for (std::size_t rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
    letters.insert(letters.begin(), static_cast<char>('A' + (rest - 1) % 26));
  }
  return letters + std::to_string(row + 1);
}

std::string logical_text(std::string_view stored) {
  return stored == "1" || stored == "true" ? "TRUE" : stored.empty() ? "" : "FALSE";
}

SheetGrids::SheetGrids(std::string importer, std::string file) : file_(std::move(file)) {
  document_.importer = std::move(importer);
}

void SheetGrids::begin(const std::string& name) {
  name_ = name;
  head_.clear();
  cells_.clear();
  merged_.clear();
  hidden_rows_.clear();
  hidden_columns_.clear();
  hidden_cells_.clear();
  without_value_.clear();
  struck_.clear();
  rows_ = 0;
  columns_ = 0;
}

bool SheetGrids::add(std::size_t row, std::size_t column, const std::string& text) {
  if (text.empty() || row >= most_rows || column >= most_columns) {
    return true;
  }
  Cell cell;
  cell.row = row;
  cell.column = column;
  cell.place.sheet = name_;
  cell.place.cell = to_cell_name(row, column);
  if (text.size() > Grid::largest_cell) {
    return beyond(cell.place, {BD_TR("the cell holds more than {0} KB of text"),
                               {std::to_string(Grid::largest_cell >> 10U)}});
  }
  text_ += text.size();
  if (text_ > most_text || ++filled_ > Grid::most_filled) {
    return too_large();
  }
  cell.lines = text_lines(published_text(text), cell.place);
  if (hidden_rows_.contains(row) || hidden_columns_.contains(column)) {
    hidden_cells_[{row, column}] = std::move(cell);
    return true;
  }
  rows_ = std::max(rows_, row + 1);
  columns_ = std::max(columns_, column + 1);
  cells_[{row, column}] = std::move(cell);
  return true;
}

bool SheetGrids::expect(std::size_t cells) {
  return cells <= Grid::most_filled - std::min(filled_, Grid::most_filled) || too_large();
}

bool SheetGrids::refuse(std::size_t row, std::size_t column, Message what, Message what_to_do) {
  Place place;
  place.sheet = name_;
  place.cell = to_cell_name(row, column);
  problem_ = Error{file_, std::move(place), std::move(what), std::move(what_to_do)};
  return false;
}

void SheetGrids::struck(std::size_t row, std::size_t column, const StruckText& text) {
  if (row < most_rows && column < most_columns && !text.empty() && unfilled_ < Grid::most_filled) {
    unfilled_ += struck_.emplace(std::pair(row, column), text).second ? 1U : 0U;
  }
}

void SheetGrids::merge(const MergedArea& area) {
  merged_.push_back(area);
}

void SheetGrids::not_as_shown(std::size_t row, std::size_t column, const std::string& code) {
  auto& [place, cells] = not_as_shown_[code];
  if (cells++ == 0) {
    place.sheet = name_;
    place.cell = to_cell_name(row, column);
  }
}

void SheetGrids::without_value(std::size_t row, std::size_t column, NoValue why) {
  if (row < most_rows && column < most_columns && unfilled_ < Grid::most_filled) {
    unfilled_ += without_value_[why].emplace(row, column).second ? 1U : 0U;
  }
}

void SheetGrids::say_without_value() {
  for (auto& [why, cells] : std::exchange(without_value_, {})) {
    std::erase_if(cells, [&](const auto& cell) {
      return hidden_rows_.contains(cell.first) || hidden_columns_.contains(cell.second);
    });
    if (cells.empty()) {
      continue;
    }
    Place place;
    place.sheet = name_;
    place.cell = to_cell_name(cells.begin()->first, cells.begin()->second);
    document_.findings.push_back(
        {"cell-without-value",
         Severity::warning,
         place,
         "",
         {why == NoValue::error
              ? BD_TR("an error stands in cells ({0}) and no value, they were taken as blank: {1}")
              : BD_TR("formulas stand in cells ({0}) and were never computed, they were taken as "
                      "blank: {1}; open the workbook in a spreadsheet program and save it"),
          {std::to_string(cells.size()), cell_ranges(cells)}}});
  }
}

void SheetGrids::say_struck() {
  StruckText all;
  Place place;
  for (const auto& [cell, text] : std::exchange(struck_, {})) {
    if (hidden_rows_.contains(cell.first) || hidden_columns_.contains(cell.second)) {
      continue;
    }
    if (all.empty()) {
      place.sheet = name_;
      place.cell = to_cell_name(cell.first, cell.second);
    }
    all.add(text);
  }
  if (auto finding = all.finding(place)) {
    document_.findings.push_back(*std::move(finding));
  }
}

/// A merged cell whose first rows are hidden shows its text in those that are not.
void SheetGrids::show_hidden_merges() {
  std::size_t steps = Grid::most_positions;  // areas of a hostile sheet lie over one another
  for (MergedArea& area : merged_) {
    const auto found = hidden_cells_.find({area.row, area.column});
    if (found == hidden_cells_.end() || hidden_columns_.contains(area.column)) {
      continue;
    }
    const std::size_t end = std::min(area.row + area.rows, rows_);
    std::size_t first = area.row;
    while (first < end && hidden_rows_.contains(first) && steps > 0) {
      ++first;
      --steps;
    }
    if (first < end && !hidden_rows_.contains(first)) {
      area.rows -= first - area.row;
      area.row = first;
      found->second.row = first;
      cells_[{first, area.column}] = std::move(found->second);
      hidden_cells_.erase(found);
    }
  }
}

bool SheetGrids::end() {
  show_hidden_merges();
  if (!hidden_cells_.empty()) {
    Place place;
    place.sheet = name_;
    document_.findings.push_back({"cells-hidden",
                                  Severity::note,
                                  place,
                                  "",
                                  {BD_TR("{0} cells stand in hidden rows or columns of the sheet "
                                         "and were passed over"),
                                   {std::to_string(hidden_cells_.size())}}});
  }
  for (const auto& [code, one] : std::exchange(not_as_shown_, {})) {
    document_.findings.push_back(
        {"number-format",
         Severity::warning,
         one.first,
         "",
         {BD_TR("{0} cells from here have a number format that is not understood, {1}: their "
                "numbers were taken as stored"),
          {std::to_string(one.second), code}}});
  }
  say_without_value();
  say_struck();
  if (cells_.empty()) {
    return true;
  }
  if (rows_ > (Grid::most_positions - positions_) / columns_) {
    return too_large();
  }
  positions_ += rows_ * columns_;
  // Areas of a real sheet do not overlap; those of a hostile one may all be the
  // whole sheet, which would take cells times positions of work.
  std::size_t covered = 0;
  for (const MergedArea& area : merged_) {
    const auto found = cells_.find({area.row, area.column});
    if (found == cells_.end()) {
      continue;
    }
    Cell& cell = found->second;
    cell.rows = std::clamp<std::size_t>(area.rows, 1, rows_ - area.row);
    cell.columns = std::clamp<std::size_t>(area.columns, 1, columns_ - area.column);
    covered += cell.rows * cell.columns;
    if (covered > 2 * rows_ * columns_) {
      return beyond(cell.place, {BD_TR("merged cells lie over one another"), {}});
    }
  }
  Grid grid(rows_, columns_);
  grid.place.sheet = name_;
  for (const std::string& line : head_) {
    for (TextLine& one : text_lines(published_text(line), grid.place)) {
      document_.blocks.emplace_back(std::move(one));
    }
  }
  for (auto& [place, cell] : cells_) {
    grid.add(std::move(cell));
  }
  document_.blocks.emplace_back(std::move(grid));
  cells_.clear();
  return true;
}

void SheetGrids::pass_over(const std::string& name) {
  Place place;
  place.sheet = name;
  document_.findings.push_back({"sheet-passed-over",
                                Severity::note,
                                place,
                                "",
                                {BD_TR("the sheet {0} is hidden and was passed over"), {name}}});
}

bool SheetGrids::beyond(Place place, Message what) {
  problem_ = Error{
      file_, std::move(place), std::move(what), {BD_TR("save the part with the table alone"), {}}};
  return false;
}

bool SheetGrids::too_large() {
  Place place;
  place.sheet = name_;
  return beyond(std::move(place), {BD_TR("the sheet is too large to read"), {}});
}

}  // namespace budgetdiff::import
