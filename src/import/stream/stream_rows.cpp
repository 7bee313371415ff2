#include "import/stream/stream_rows.hpp"

#include "import/stream/row_doubts.hpp"
#include "import/stream/row_search.hpp"
#include "import/stream/short_lines.hpp"
#include "import/stream/stream_amounts.hpp"
#include "import/stream/value_text.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace budgetdiff::import {
namespace {

/// Rows of so many in a hundred may be guesses.
constexpr std::size_t most_doubtful = 30;

bool holds_cut_cell(const std::vector<std::u32string>& texts) {
  for (std::size_t i = 1; i < texts.size(); ++i) {
    if (is_cut_short(texts[i - 1], texts[i]) || is_cut_short(texts[i], texts[i - 1])) {
      return true;
    }
  }
  return false;
}

/// The cells of the rows, below the header.
Grid grid_of(const StreamColumns& columns, const std::vector<Line>& lines,
             const std::vector<StreamToken>& tokens, const RowSearch::Found& found) {
  const std::size_t head = columns.grid.rows();
  Grid grid(head + found.doubtful.size(), columns.header.columns.size());
  grid.place = columns.grid.place;
  for (const Cell& cell : columns.grid.cells()) {
    grid.add(cell);
  }
  // A cell's tokens are neighbours, but for levels that were lifted.
  const std::vector<StreamPlace>& at = found.places;
  std::vector<Place> places(found.doubtful.size());
  std::vector<std::vector<std::u32string>> texts(places.size());  // behind the names
  for (std::size_t i = 0; i < at.size();) {
    std::size_t next = i + 1;
    while (next < at.size() && at[next].row == at[i].row && at[next].column == at[i].column) {
      ++next;
    }
    Cell cell = cell_of(lines, tokens, i, next, at[i].row + head, at[i].column);
    if (const Role role = columns.header.columns[at[i].column].role;
        role != Role::level1 && role != Role::level2 && role != Role::level3) {
      texts[at[i].row].push_back(joined(tokens, i, next));
    }
    if (places[at[i].row].empty()) {
      places[at[i].row] = cell.place;
    }
    grid.add(std::move(cell));
    i = next;
  }
  for (std::size_t row = 0; row < places.size(); ++row) {
    if (found.doubtful[row] || found.close[row] || holds_cut_cell(texts[row])) {
      grid.doubts.push_back(places[row]);
    }
  }
  return grid;
}

/// What the cells say of the columns whose header says nothing.
std::vector<Role> settled_roles(const StreamColumns& columns, const std::vector<Grid>& grids) {
  std::size_t height = columns.grid.rows();
  for (const Grid& grid : grids) {
    height += grid.rows();
  }
  Grid all_rows(height, columns.header.columns.size());
  std::size_t at = 0;
  for (const Grid& grid : grids) {
    for (Cell cell : grid.cells()) {
      cell.row += at;
      all_rows.add(std::move(cell));
    }
    at += grid.rows();
  }
  Header header = columns.header;
  settle_columns(header, all_rows, columns.grid.rows(), at);
  std::vector<Role> out;
  std::transform(header.columns.begin(), header.columns.end(), std::back_inserter(out),
                 [](const Column& column) { return column.role; });
  return out;
}

/// The best rows of all tables: what their columns are like is learned from all of them.
std::vector<RowSearch::Found> best_rows(const std::vector<std::vector<StreamToken>>& tables,
                                        const std::vector<Role>& roles) {
  std::vector<ColumnFacts> facts(roles.size());
  std::size_t count = 0;
  std::vector<RowSearch> rows;
  rows.reserve(tables.size());
  for (const auto& table : tables) {
    rows.emplace_back(table, roles);
    count += rows.back().measure(facts);
  }
  std::vector<RowSearch::Found> out;
  for (RowSearch& one : rows) {
    one.learn(facts, count);
    out.push_back(one.run());
  }
  return out;
}

}  // namespace

StreamRows::StreamRows(const std::vector<Line>& lines, StreamColumns columns)
    : lines_(lines), columns_(std::move(columns)) {}

std::size_t StreamRows::add(std::vector<StreamToken> tokens) {
  tables_.push_back(std::move(tokens));
  return tables_.size() - 1;
}

std::vector<StreamTable> StreamRows::read() {
  std::vector<Role> roles = columns_.kinds;
  std::vector<Grid> grids;
  std::vector<RowSearch::Found> found;
  const auto deal = [&] {
    found = best_rows(tables_, roles);
    grids.clear();
    for (std::size_t i = 0; i < tables_.size(); ++i) {
      lift_levels(found[i].places, tables_[i], 0, roles);
      place_amounts(found[i], tables_[i], roles);
      grids.push_back(grid_of(columns_, lines_, tables_[i], found[i]));
    }
  };
  deal();
  std::vector<Role> known = settled_roles(columns_, grids);
  for (std::size_t c = 0; c < roles.size(); ++c) {
    known[c] = roles[c] != columns_.header.columns[c].role ? roles[c] : known[c];
  }
  if (known != roles) {
    roles = std::move(known);
    deal();
  }
  doubt_rows(columns_, grids);
  for (Grid& grid : grids) {
    doubt_short_lines(roles, columns_.grid.rows(), grid);
  }
  std::vector<StreamTable> out;
  for (std::size_t i = 0; i < grids.size(); ++i) {
    const auto guesses = std::count(found[i].doubtful.begin(), found[i].doubtful.end(), true);
    const bool doubtful =
        static_cast<std::size_t>(guesses) * 100 > found[i].doubtful.size() * most_doubtful;
    out.push_back({std::move(grids[i]), doubtful});
  }
  return out;
}

}  // namespace budgetdiff::import
