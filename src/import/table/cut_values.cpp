#include "import/table/cut_values.hpp"

#include "import/table/amounts_below.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace budgetdiff::import {

void CutValues::take(const Grid& grid, const Cell& value, Role role) {
  if (!grid.edges.empty() && value.row + value.rows == grid.rows()) {
    values_.push_back({role, grid.edges[value.column], grid.place.page});
  }
}

bool CutValues::go_on(const Grid& grid, ProjectText& project) {
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
      return std::abs(one.left - grid.edges[cell->column]) < same_place;
    });
    Flow* const flow = value == values_.end()               ? nullptr
                       : value->role == Role::project_name  ? &project.name
                       : value->role == Role::project_code  ? &project.code
                       : value->role == Role::project_type  ? &project.type
                       : value->role == Role::spending_unit ? &project.spending_unit
                                                            : nullptr;
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
