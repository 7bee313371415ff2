#include "import/table/cut_values.hpp"

#include "import/table/amounts_below.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

namespace budgetdiff::import {

namespace {

Flow* flow_of(Role role, ProjectText& project) {
  return role == Role::project_name    ? &project.name
         : role == Role::project_code  ? &project.code
         : role == Role::project_type  ? &project.type
         : role == Role::spending_unit ? &project.spending_unit
                                       : nullptr;
}

}  // namespace

void CutValues::begin_row() {
  std::erase_if(values_, [](const Value& one) { return one.foot == 0; });
}

void CutValues::take(const Grid& grid, const Cell& value, Role role) {
  if (!grid.edges.empty()) {
    std::erase_if(values_, [](const Value& one) { return one.foot > 0; });
    if (value.row + value.rows == grid.rows()) {
      values_.push_back({role, grid.edges[value.column], grid.place.page, 0});
    }
    return;
  }
  const std::optional<Box>& box = value.lines.empty() ? std::nullopt : value.lines.back().place.box;
  if (grid.place.page > 0 && box) {
    std::erase_if(values_, [&](const Value& one) { return one.page != grid.place.page; });
    values_.push_back({role, box->left, grid.place.page, box->bottom});
  }
}

/// A text alone that begins where one of the lowest of the page before does.
bool CutValues::go_on_without_lines(const Grid& grid, ProjectText& project) {
  constexpr double same_place = 2;
  const std::vector<const Cell*> cells = grid.filled_cells(0);
  if (cells.size() != 1 || cells.front()->column == 0 || cells.front()->lines.empty() ||
      !cells.front()->lines.front().place.box || label_term(*cells.front()).role != Role::none ||
      values_.empty() || grid.place.page != values_.front().page + 1) {
    return false;
  }
  double foot = 0;
  for (const Value& one : values_) {
    foot = std::max(foot, one.foot);
  }
  const double left = cells.front()->lines.front().place.box->left;
  const auto value = std::find_if(values_.begin(), values_.end(), [&](const Value& one) {
    return one.foot > foot - same_place && std::abs(one.left - left) < same_place;
  });
  Flow* const flow = value != values_.end() ? flow_of(value->role, project) : nullptr;
  if (flow == nullptr || flow->empty()) {
    return false;
  }
  places_.append(*flow, *cells.front());
  values_.clear();
  return true;
}

bool CutValues::go_on(const Grid& grid, ProjectText& project) {
  if (grid.edges.empty()) {
    return go_on_without_lines(grid, project);
  }
  constexpr double same_place = 6;
  const Cell* const side = grid.begins_at(0, 0);
  const std::vector<const Cell*> cells = grid.filled_cells(0);
  if (values_.empty() || cells.empty() || side == nullptr || !side->is_blank() || side->rows > 1 ||
      grid.edges.empty() || grid.place.page != values_.front().page + 1) {
    return false;
  }
  std::vector<std::pair<Flow*, const Cell*>> rests;
  for (const Cell* cell : cells) {
    const auto value = std::find_if(values_.begin(), values_.end(), [&](const Value& one) {
      return one.foot == 0 && std::abs(one.left - grid.edges[cell->column]) < same_place;
    });
    Flow* const flow = value != values_.end() ? flow_of(value->role, project) : nullptr;
    if (flow == nullptr || flow->empty() || label_term(*cell).role != Role::none) {
      return false;
    }
    rests.emplace_back(flow, cell);
  }
  for (const auto& [flow, cell] : rests) {
    places_.append(*flow, *cell);
  }
  return true;
}

}  // namespace budgetdiff::import
