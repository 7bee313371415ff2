/// What stands in a table twice: projects, indicators, goals.

#include "check/rules.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <map>
#include <tuple>

namespace budgetdiff::check_rules {
namespace {

/// A goal shorter than this (in characters) says too little to be a copy.
constexpr std::size_t least_goal = 12;

void check_projects(const Snapshot& snapshot, Report& report) {
  // A code tells projects of one name apart, and so does another unit.
  std::map<std::tuple<std::string, std::string, std::string>, std::size_t> seen;
  for (std::size_t p = 0; p < snapshot.projects.size(); ++p) {
    const Project& project = snapshot.projects[p];
    const auto [first, added] = seen.try_emplace(
        {fold_name(project.name), project.code, fold_name(project.spending_unit)}, p);
    if (!added) {
      report.project(p, "project-doubled", Severity::warning,
                     {BD_TR("project {0} and project {1} of the table have the same name"),
                      {std::to_string(first->second + 1), std::to_string(p + 1)}});
    }
  }
}

void check_indicators(const Snapshot& snapshot, Report& report) {
  for (std::size_t p = 0; p < snapshot.projects.size(); ++p) {
    std::map<std::tuple<std::string, std::string, std::string>, std::size_t> seen;
    const std::vector<Indicator>& indicators = snapshot.projects[p].indicators;
    for (std::size_t i = 0; i < indicators.size(); ++i) {
      const Indicator& one = indicators[i];
      const auto [first, added] =
          seen.try_emplace({one.level1, one.level2, fold_name(one.name)}, i);
      if (!added && !one.name.empty()) {
        report.indicator(p, i, "indicator-doubled", Severity::warning,
                         {BD_TR("indicators {0} and {1} of the project have the same name: {2}"),
                          {std::to_string(first->second + 1), std::to_string(i + 1), one.name}});
      }
    }
  }
}

void check_goals(const Snapshot& snapshot, Report& report) {
  std::map<std::string, std::size_t> seen;
  for (std::size_t p = 0; p < snapshot.projects.size(); ++p) {
    const Project& project = snapshot.projects[p];
    if (to_code_points(project.goal).size() < least_goal) {
      continue;
    }
    const auto [first, added] = seen.try_emplace(fold_name(project.goal), p);
    if (!added) {
      report.project(p, "goal-copied", Severity::warning,
                     {BD_TR("the goal is word for word that of {0}"),
                      {snapshot.projects[first->second].name}});
    }
  }
}

}  // namespace

void check_doubles(const Snapshot& snapshot, Report& report) {
  check_projects(snapshot, report);
  check_indicators(snapshot, report);
  check_goals(snapshot, report);
}

}  // namespace budgetdiff::check_rules
