#include "import/table/rows_of_units.hpp"

#include "import/identity.hpp"
#include "import/layout_guesses.hpp"
#include "import/table/money_records.hpp"

#include <cstddef>
#include <iterator>
#include <optional>
#include <string>
#include <utility>

namespace budgetdiff::import {
namespace {

/// Whether a row's total is that of the projects right below it.
bool sums_projects_below(const std::vector<ProjectText>& projects, std::size_t row) {
  const std::optional<Amount> whole = total_of(projects[row].money);
  Amount sum;
  for (std::size_t i = row + 1; whole && i < projects.size(); ++i) {
    const std::optional<Amount> one = total_of(projects[i].money);
    if (!one) {
      return false;
    }
    sum += *one;
    if (sum >= *whole) {
      return sum == *whole;
    }
  }
  return false;
}

/// Whether a row is a unit's, which has no indicators: the department's without amounts, and in
/// print any public body's with those of the projects below it.
bool is_of_unit(const TableRecords& records, std::size_t row, bool printed) {
  const ProjectText& unit = records.projects[row];
  const std::string name = published(unit.name.text);
  if (name.empty() || !unit.goal.empty() || !unit.annual_goal.empty()) {
    return false;
  }
  const bool department = name == records.department || name == records.labelled;
  return unit.money.empty() ? department
                            : printed && (department || names_public_body(name)) &&
                                  sums_projects_below(records.projects, row);
}

/// Puts the rows, list or lists of the first before those of the other.
void prepend_indicators(ProjectText& unit, ProjectText& next) {
  // 质量指标 without a first level is below the one above.
  for (IndicatorText& row : next.rows) {
    if (!row.level1.empty() || unit.rows.empty()) {
      break;
    }
    row.level1 = unit.rows.back().level1;
  }
  next.rows.insert(next.rows.begin(), std::make_move_iterator(unit.rows.begin()),
                   std::make_move_iterator(unit.rows.end()));
  unit.rows.clear();
  unit.append_lists(next);
  next.lists = std::exchange(unit.lists, {});
  next.indicators = std::exchange(unit.indicators, {});
  next.typed_lines = std::exchange(unit.typed_lines, {});
}

}  // namespace

std::vector<Finding> give_rows_of_units(TableRecords& records, bool printed) {
  std::vector<Finding> out;
  for (std::size_t i = 0; i + 1 < records.projects.size(); ++i) {
    ProjectText& unit = records.projects[i];
    ProjectText& next = records.projects[i + 1];
    // A project of rows takes rows: nothing else says that these are its own.
    const bool fits = unit.rows.empty() || !next.rows.empty();
    if (unit.has_indicators() && fits && is_of_unit(records, i, printed)) {
      out.push_back(layout_guess(unit.rows.empty() ? unit.place : unit.rows.front().place,
                                 published(next.name.text)));
      prepend_indicators(unit, next);
    }
  }
  return out;
}

}  // namespace budgetdiff::import
