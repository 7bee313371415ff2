#include "import/layout_guesses.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
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

namespace {

/// How far apart two places stand, in lines of a text or in points of a page; none where they are
/// not on one page, or have no such places.
std::optional<double> distance(const Place& one, const Place& other) {
  if (one.file != other.file || one.sheet != other.sheet) {
    return std::nullopt;
  }
  if (one.line > 0 && other.line > 0) {
    return std::abs(one.line - other.line);
  }
  if (one.page != other.page || !one.box || !other.box) {
    return std::nullopt;
  }
  const auto middle = [](const Box& box) { return (box.top + box.bottom) / 2; };
  return std::abs(middle(*one.box) - middle(*other.box));
}

}  // namespace

void name_guesses(ImportedTable& table) {
  for (Finding& guess : table.provenance.findings) {
    if (guess.code != "layout-guess" || !guess.project.empty()) {
      continue;
    }
    std::optional<double> nearest;
    for (std::size_t i = 0; i < table.provenance.projects.size(); ++i) {
      const ProjectPlace& project = table.provenance.projects[i];
      const auto see = [&](const Place& place) {
        const std::optional<double> far = distance(guess.place, place);
        if (far && (!nearest || *far < *nearest)) {
          nearest = far;
          guess.project = table.snapshot.projects[i].name;
        }
      };
      see(project.place);
      std::for_each(project.indicators.begin(), project.indicators.end(), see);
    }
  }
}

}  // namespace budgetdiff::import
