#include "import/table/list_levels.hpp"

#include "import/table/amounts_below.hpp"
#include "import/vocabulary.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>

namespace budgetdiff::import {

namespace {

/// Whether a row names an indicator: sums and the rows of units have blank cells that mean nothing
/// for those of projects and categories.
bool has_indicator(const Grid& grid, std::size_t row, const Header& header, const ColumnMap& map) {
  for (std::size_t c = 0; c < grid.columns() && c < map.size(); ++c) {
    const Cell* const cell = grid.begins_at(row, c);
    if (cell != nullptr && cell->column == c && map[c] < header.columns.size() &&
        header.columns[map[c]].role == Role::level3 && !cell->is_blank()) {
      return true;
    }
  }
  return false;
}

/// The first row above `row` that has an indicator, behind a header that the page repeats.
std::size_t first_indicator(const Grid& grid, std::size_t row, const Header& header,
                            const ColumnMap& map) {
  std::size_t first = 0;
  for (std::size_t r = 0; r < row; ++r) {
    for (std::size_t c = 0; c < grid.columns() && c < map.size(); ++c) {
      const Cell* const cell = grid.begins_at(r, c);
      if (cell != nullptr && map[c] < header.columns.size() &&
          header.columns[map[c]].role == Role::level3 && label_term(*cell).role == Role::level3) {
        first = r + 1;
      }
    }
  }
  while (first < row && !has_indicator(grid, first, header, map)) {
    ++first;
  }
  return first;
}

}  // namespace

bool begins_blank(const Grid& grid, std::size_t row, const Header& header, const ColumnMap& map,
                  Role role) {
  if (grid.edges.empty() || row == 0) {
    return false;
  }
  for (std::size_t c = 0; c < grid.columns() && c < map.size(); ++c) {
    if (map[c] >= header.columns.size() || header.columns[map[c]].role != role) {
      continue;
    }
    const auto blank_at = [&](std::size_t r) {
      const Cell* const cell = grid.begins_at(r, c);
      return cell != nullptr && cell->column == c && cell->is_blank();
    };
    const Cell* const cell = grid.begins_at(row, c);
    const Cell* const above = grid.at(row - 1, c);
    if (above == nullptr || !blank_at(row) || cell->row + cell->rows != grid.rows()) {
      return false;
    }
    const std::size_t head = first_indicator(grid, row, header, map);
    for (std::size_t r = head + 1; r < row; ++r) {
      if (blank_at(r) && has_indicator(grid, r, header, map)) {
        return false;
      }
    }
    return !above->is_blank() ||
           (above->row == head && head < row && (above->rows > 1 || cell->rows > 1));
  }
  return false;
}

void ListLevels::resize(const Header& header) {
  carried_.resize(header.groups);
  shares_level2_.assign(header.groups, true);
  for (const Column& column : header.columns) {
    if (column.role == Role::level2 && column.group < header.groups) {
      shares_level2_[column.group] = false;
    }
  }
}

void ListLevels::forget() {
  std::fill(carried_.begin(), carried_.end(), IndicatorText{});
}

void ListLevels::see_row(const Grid& grid, std::size_t row, const Header& header,
                         const ColumnMap& map, bool at_head) {
  // A blank cell with rows of its own below is none that a page cuts.
  const bool shows = !at_head && has_indicator(grid, row, header, map);
  for (std::size_t c = 0; c < grid.columns() && c < map.size() && shows; ++c) {
    const Cell* const cell = grid.begins_at(row, c);
    const Role role = map[c] < header.columns.size() ? header.columns[map[c]].role : Role::none;
    const bool merges = role == Role::project_name || role == Role::level1 || role == Role::level2;
    repeats_blank_ = repeats_blank_ || (merges && cell != nullptr && cell->column == c &&
                                        cell->is_blank() && cell->row + cell->rows < grid.rows());
  }
  if (repeats_blank_) {
    return;
  }
  open_level1_ = open_level1_ || begins_blank(grid, row, header, map, Role::level1);
  open_level2_ = open_level2_ || begins_blank(grid, row, header, map, Role::level2);
}

void ListLevels::fill(std::vector<IndicatorText>& rows, const IndicatorText& next) {
  open_level1_ = open_level2_ = false;
  for (IndicatorText& one : rows) {
    // Of a table that leaves what repeats blank, the second level is that of the first above.
    const bool belongs =
        one.level2_open || may_belong_under(to_utf8(next.level1.text), to_utf8(one.level2.text));
    if (one.level1_open && belongs && !next.level1.empty() && next.level1.text != one.level1.text) {
      one.level1 = next.level1;
      one.level2 = one.level2_open ? Flow{} : std::move(one.level2);
      carried_.front().level1 = next.level1;
      carried_.front().level2 = one.level2;
    }
    if (one.level2_open && !next.level2.empty()) {
      one.level2 = next.level2;
    }
    one.level1_open = one.level2_open = false;
  }
}

void ListLevels::place(IndicatorText& indicator, std::size_t group) {
  if (group == 0) {
    open_level1_ = open_level1_ && indicator.level1.empty();
    open_level2_ = open_level2_ && indicator.level2.empty();
    indicator.level1_open = open_level1_;
    indicator.level2_open = open_level2_;
  }
  carry(indicator, group);
}

/// Levels that span from above have no cell of their own.
void ListLevels::carry(IndicatorText& indicator, std::size_t group) {
  IndicatorText& carried = carried_[group];
  if (group > 0 && indicator.level1.empty()) {
    indicator.level1 = carried_.front().level1;
  }
  // 中期目标 and 年度目标 side by side behind one column of each level.
  if (group > 0 && indicator.level2.empty() && shares_level2_[group] &&
      indicator.level1.text == carried_.front().level1.text) {
    indicator.level2 = carried_.front().level2;
  }
  if (!indicator.level1.empty() && indicator.level1.text != carried.level1.text) {
    carried.level1 = indicator.level1;
    carried.level2 = {};
  }
  if (!indicator.level2.empty()) {
    carried.level2 = indicator.level2;
  }
  indicator.level1 = carried.level1;
  indicator.level2 = carried.level2;
}

}  // namespace budgetdiff::import
