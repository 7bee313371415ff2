#include "import/table/remarks_below.hpp"

#include "import/text/read_list.hpp"

#include <algorithm>
#include <cstddef>

namespace budgetdiff::import {
namespace {

/// A row that has a name and nothing else.
bool is_name_alone(const ProjectText& row) {
  return !row.name.empty() && row.money.empty() && row.goal.empty() && row.annual_goal.empty() &&
         !row.has_indicators() && row.code.empty() && row.type.empty() && row.number.empty() &&
         row.spending_unit.empty() && row.department.empty() && row.source.empty();
}

}  // namespace

void leave_remarks_below(TableRecords& records) {
  std::vector<ProjectText>& projects = records.projects;
  std::size_t rows = projects.size();
  while (rows > 0 && is_name_alone(projects[rows - 1])) {
    --rows;
  }
  const auto end = projects.begin() + static_cast<std::ptrdiff_t>(rows);
  if (rows == 0 || std::any_of(projects.begin(), end, is_name_alone)) {
    return;
  }
  for (auto row = end; row != projects.end(); ++row) {
    records.findings.push_back(
        {"text-left-over",
         Severity::warning,
         row->place,
         "",
         {BD_TR("a line amid the table's rows was left out: {0}"), {quote(row->name.text)}}});
  }
  projects.erase(end, projects.end());
  for (SubtotalText& subtotal : records.subtotals) {
    subtotal.behind = std::min(subtotal.behind, rows);
  }
}

}  // namespace budgetdiff::import
