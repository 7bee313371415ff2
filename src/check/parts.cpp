/// What a project lacks: goal, indicators, satisfaction.

#include "check/rules.hpp"

#include <algorithm>

namespace budgetdiff::check_rules {
namespace {

bool measures_satisfaction(const Indicator& indicator) {
  return indicator.level1.find("满意") != std::string::npos ||
         indicator.level2.find("满意") != std::string::npos;
}

bool measures_satisfaction(const Project& project) {
  return std::any_of(project.indicators.begin(), project.indicators.end(),
                     [](const Indicator& one) { return measures_satisfaction(one); });
}

}  // namespace

void check_parts(const Snapshot& snapshot, Report& report) {
  const auto& projects = snapshot.projects;
  // A narrative without indicators, or a form without that category, is a form.
  const bool has_indicators = std::any_of(projects.begin(), projects.end(),
                                          [](const Project& p) { return !p.indicators.empty(); });
  const bool has_goals = std::any_of(projects.begin(), projects.end(),
                                     [](const Project& p) { return !p.goal.empty(); });
  const bool has_satisfaction = std::any_of(
      projects.begin(), projects.end(), [](const Project& p) { return measures_satisfaction(p); });
  for (std::size_t p = 0; p < projects.size(); ++p) {
    if (has_goals && projects[p].goal.empty()) {
      report.project(p, "goal-missing", Severity::warning, {BD_TR("the project has no goal"), {}});
    }
    if (has_indicators && projects[p].indicators.empty()) {
      report.project(p, "indicators-missing", Severity::warning,
                     {BD_TR("the project has no indicators"), {}});
    } else if (has_satisfaction && !measures_satisfaction(projects[p])) {
      report.project(p, "satisfaction-missing", Severity::note,
                     {BD_TR("no indicator measures satisfaction"), {}});
    }
  }
}

}  // namespace budgetdiff::check_rules
