#include "import/table/shared_cells.hpp"

#include <utility>

namespace budgetdiff::import {
namespace {

/// Whose cells print merges over projects and carries over pages. Goals that a page cuts have
/// rules of their own (project_halves.hpp).
bool is_carried(Role role) {
  return role == Role::spending_unit || role == Role::department || role == Role::project_type ||
         role == Role::year;
}

bool is_shared(Role role) {
  return is_carried(role) || role == Role::goal || role == Role::annual_goal;
}

/// The cells of shared columns that cover a row, each with its role.
std::vector<std::pair<Role, const Cell*>> shared_cells(const Grid& grid, std::size_t row,
                                                       const Header& header, const ColumnMap& map) {
  std::vector<std::pair<Role, const Cell*>> out;
  for (std::size_t c = 0; c < grid.columns() && c < map.size(); ++c) {
    const Cell* const cell = grid.at(row, c);
    const Role role = map[c] < header.columns.size() ? header.columns[map[c]].role : Role::none;
    // A cell over several columns is a heading's or a sum's.
    if (cell != nullptr && cell->column == c && cell->columns == 1 && is_shared(role)) {
      out.emplace_back(role, cell);
    }
  }
  return out;
}

/// Whether a page may cut a cell. A line below it at the foot tells nothing: some programs draw it.
bool may_be_cut(const Cell& cell, const Grid& grid, bool merges) {
  return cell.row + cell.rows == grid.rows() && grid.place.page > 0 &&
         (cell.open_below || cell.rows > 1 || merges);
}

}  // namespace

Flow* flow_of(ProjectText& project, Role role, bool names_unit) {
  switch (role) {
    case Role::project_name:
      return &project.name;
    case Role::project_code:
      return &project.code;
    case Role::project_type:
      return &project.type;
    case Role::year:
      return &project.year;
    case Role::department:
      return names_unit ? &project.department : &project.spending_unit;
    case Role::spending_unit:
      return &project.spending_unit;
    case Role::goal:
      return &project.goal;
    case Role::annual_goal:
      return &project.annual_goal;
    case Role::indicators:
      return &project.indicators;
    default:
      return nullptr;
  }
}

void SharedCells::see_row(std::vector<ProjectText>& projects, const Grid& grid, std::size_t row,
                          const Header& header, const ColumnMap& map, Places& places,
                          bool at_head) {
  if (!at_head) {
    return;
  }
  head_ = row;
  for (const auto& [role, cell] : shared_cells(grid, row, header, map)) {
    if (!is_carried(role)) {
      continue;
    }
    Last& last = last_[role];
    last.from_above = last.at_foot;
    if (cell->is_blank()) {
      last.at_foot = last.at_foot && may_be_cut(*cell, grid, last.merges);
      continue;
    }
    for (const std::size_t i : std::exchange(last.waiting, {})) {
      Flow* const flow = flow_of(projects[i], role, header.has(Role::spending_unit));
      if (flow->empty()) {
        places.append(*flow, *cell);
      }
    }
  }
}

void SharedCells::fill(ProjectText& project, std::size_t before, const Grid& grid, std::size_t row,
                       const Header& header, const ColumnMap& map, Places& places) {
  const bool names_unit = header.has(Role::spending_unit);
  for (const auto& [role, cell] : shared_cells(grid, row, header, map)) {
    Flow* const flow = flow_of(project, role, names_unit);
    const bool blank = cell->is_blank();
    Last& last = last_[role];
    last.merges = last.merges || cell->row < row;
    if (flow->empty() && !blank && cell->row < row) {
      places.append(*flow, *cell);
    }
    if (!is_carried(role)) {
      continue;
    }
    const bool goes_on = last.from_above && cell->row <= head_;
    const bool repeats = blank_repeats_ && role != Role::project_type;
    if (flow->empty() && blank && (goes_on || repeats)) {
      *flow = last.text;
    }
    last.at_foot = may_be_cut(*cell, grid, last.merges);
    if (flow->empty() && blank && last.at_foot) {
      last.waiting.push_back(before);
    }
    if (!flow->empty()) {
      last.text = *flow;
    }
  }
}

}  // namespace budgetdiff::import
