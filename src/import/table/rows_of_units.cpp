#include "import/table/rows_of_units.hpp"

#include "import/layout_guesses.hpp"
#include "import/text/flow.hpp"

#include <cstddef>
#include <iterator>
#include <string>
#include <utility>

namespace budgetdiff::import {

std::vector<Finding> give_rows_of_department(TableRecords& records) {
  std::vector<Finding> out;
  std::vector<ProjectText>& projects = records.projects;
  const auto is_department = [&](const std::string& name) {
    return !name.empty() && (name == records.department || name == records.labelled);
  };
  for (std::size_t i = 0; i + 1 < projects.size(); ++i) {
    ProjectText& unit = projects[i];
    ProjectText& next = projects[i + 1];
    if (!is_department(published(unit.name.text)) || !unit.money.empty() || !unit.goal.empty() ||
        !unit.annual_goal.empty() || unit.rows.empty() || next.rows.empty()) {
      continue;
    }
    // 质量指标 without a first level is below the one above.
    for (IndicatorText& row : next.rows) {
      if (!row.level1.empty()) {
        break;
      }
      row.level1 = unit.rows.back().level1;
    }
    out.push_back(layout_guess(unit.rows.front().place, published(next.name.text)));
    next.rows.insert(next.rows.begin(), std::make_move_iterator(unit.rows.begin()),
                     std::make_move_iterator(unit.rows.end()));
    unit.rows.clear();
  }
  return out;
}

}  // namespace budgetdiff::import
