/// What a project lacks: goal, indicators, or one of the families of indicators.

#include "check/rules.hpp"

#include <algorithm>
#include <array>

namespace budgetdiff::check_rules {
namespace {

/// By category, or by name where a form has no categories or another place for it.
bool measures_satisfaction(const Indicator& one) {
  return family_of(one) == Family::satisfaction || one.name.find("满意") != std::string::npos;
}

bool measures_benefit(const Indicator& one) {
  return family_of(one) == Family::benefit || family_of_level1(one.level1) == Family::benefit;
}

bool measures_output(const Indicator& one) {
  return family_of(one) == Family::output || family_of_level1(one.level1) == Family::output;
}

struct Part {
  bool (*measured)(const Indicator&);
  const char* code;
  Severity severity;
  const char* in_project;
  const char* in_table;
};

const std::array<Part, 3> parts{{
    {measures_output, "output-missing", Severity::warning, BD_TR("no indicator measures an output"),
     BD_TR("no project has an indicator of output")},
    {measures_benefit, "benefit-missing", Severity::note, BD_TR("no indicator measures a benefit"),
     BD_TR("no project has an indicator of benefit")},
    {measures_satisfaction, "satisfaction-missing", Severity::note,
     BD_TR("no indicator measures satisfaction"),
     BD_TR("no project has an indicator of satisfaction")},
}};

bool measured(const Project& project, const Part& part) {
  return std::any_of(project.indicators.begin(), project.indicators.end(), part.measured);
}

void check_projects(const std::vector<Project>& projects, const Part& part, Report& report) {
  for (std::size_t p = 0; p < projects.size(); ++p) {
    if (!projects[p].indicators.empty() && !measured(projects[p], part)) {
      report.project(p, part.code, part.severity, {part.in_project, {}});
    }
  }
}

}  // namespace

void check_parts(const Snapshot& snapshot, Report& report) {
  const auto& projects = snapshot.projects;
  // A narrative without indicators is a form.
  const bool has_indicators = std::any_of(projects.begin(), projects.end(),
                                          [](const Project& p) { return !p.indicators.empty(); });
  const bool has_goals = std::any_of(projects.begin(), projects.end(),
                                     [](const Project& p) { return !p.goal.empty(); });
  for (std::size_t p = 0; p < projects.size(); ++p) {
    if (has_goals && projects[p].goal.empty()) {
      report.project(p, "goal-missing", Severity::warning, {BD_TR("the project has no goal"), {}});
    }
    if (has_indicators && projects[p].indicators.empty()) {
      report.project(p, "indicators-missing", Severity::warning,
                     {BD_TR("the project has no indicators"), {}});
    }
  }
  // A form has all three. Where two are filled in and the third nowhere, the
  // table lacks it; a form with 产出 alone may be another form.
  std::array<bool, parts.size()> anywhere{};
  for (std::size_t i = 0; i < parts.size(); ++i) {
    anywhere[i] = std::any_of(projects.begin(), projects.end(),
                              [&](const Project& project) { return measured(project, parts[i]); });
  }
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (anywhere[i]) {
      check_projects(projects, parts[i], report);
    } else if (std::count(anywhere.begin(), anywhere.end(), true) == 2) {
      if (projects.size() == 1) {
        check_projects(projects, parts[i], report);
      } else {
        report.table(parts[i].code, parts[i].severity, {parts[i].in_table, {}});
      }
    }
  }
}

}  // namespace budgetdiff::check_rules
