#include "import/layout_guesses.hpp"

#include <set>
#include <string>

namespace budgetdiff::import {

Finding layout_guess(const Place& place, const std::string& project) {
  return {"layout-guess",
          Severity::warning,
          place,
          project,
          {BD_TR("what of this line belongs to which cell is a guess"), {}}};
}

Finding sum_columns_guess(const Place& place) {
  return {"column-guess",
          Severity::warning,
          place,
          "",
          {BD_TR("blank cells left no trace: which columns the amounts of 合计 belong to is a "
                 "guess"),
           {}}};
}

void add_doubts(const Grid& grid, int page, std::vector<Finding>& findings) {
  std::set<int> lines;
  for (Place place : grid.doubts) {
    place.page = page > 0 ? page : place.page;
    if (lines.insert(place.line).second) {
      findings.push_back(layout_guess(place, ""));
    }
  }
}

void doubt_project(ImportedTable& table, std::size_t project) {
  if (project < table.provenance.projects.size()) {
    table.provenance.findings.push_back(layout_guess(table.provenance.projects[project].place,
                                                     table.snapshot.projects[project].name));
  }
}

}  // namespace budgetdiff::import
