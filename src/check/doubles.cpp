/// What stands in a table twice: projects, indicators.

#include "check/rules.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <map>
#include <tuple>

namespace budgetdiff::check_rules {
namespace {

void check_projects(const Snapshot& snapshot, Report& report) {
  // A code tells projects of one name apart, and so does another unit.
  std::map<std::tuple<std::string, std::string, std::string>, std::size_t> seen;
  std::map<std::string, std::size_t> codes;
  for (std::size_t p = 0; p < snapshot.projects.size(); ++p) {
    const Project& project = snapshot.projects[p];
    const auto [first, added] = seen.try_emplace(
        {fold_name(project.name), project.code, fold_name(project.spending_unit)}, p);
    if (!added) {
      report.project(p, "project-doubled", Severity::warning,
                     {BD_TR("project {0} and project {1} of the table have the same name"),
                      {std::to_string(first->second + 1), std::to_string(p + 1)}});
    }
    // Several units may have a project of one code.
    const auto [other, new_code] = codes.try_emplace(project.code, p);
    if (!project.code.empty() && !new_code && added &&
        snapshot.projects[other->second].spending_unit == project.spending_unit) {
      report.project(p, "project-doubled", Severity::warning,
                     {BD_TR("project {0} and project {1} of the table have one code: {2}"),
                      {std::to_string(other->second + 1), std::to_string(p + 1), project.code}});
    }
  }
}

/// Where an indicator was met first in its project.
using Seen = std::map<std::tuple<std::string, std::string, std::string>, std::size_t>;

void check_indicators(const Project& project, std::size_t p, Report& report) {
  Seen by_category;
  Seen by_targets;
  for (std::size_t i = 0; i < project.indicators.size(); ++i) {
    const Indicator& one = project.indicators[i];
    const std::string name = fold_name(one.name);
    if (name.empty()) {
      continue;
    }
    const auto [same, added] =
        by_category.try_emplace({bare_category(one.level1), bare_category(one.level2), name}, i);
    // 满意度 of two groups of people may well be one name and one target.
    const auto [copy, other] =
        by_targets.try_emplace({name, one.period_target, one.annual_target}, i);
    const Indicator& first = project.indicators[copy->second];
    if (!added) {
      report.indicator(p, i, "indicator-doubled", Severity::warning,
                       {BD_TR("indicators {0} and {1} of the project have the same name: {2}"),
                        {std::to_string(same->second + 1), std::to_string(i + 1), one.name}});
    } else if (!other && category_of(one) != Category::satisfaction &&
               category_of(first) != Category::satisfaction) {
      report.indicator(p, i, "indicator-doubled", Severity::warning,
                       {BD_TR("indicator {1} repeats indicator {0} under another category: {2}"),
                        {std::to_string(copy->second + 1), std::to_string(i + 1), one.name}});
    }
  }
}

}  // namespace

void check_doubles(const Snapshot& snapshot, Report& report) {
  check_projects(snapshot, report);
  for (std::size_t p = 0; p < snapshot.projects.size(); ++p) {
    check_indicators(snapshot.projects[p], p, report);
  }
}

}  // namespace budgetdiff::check_rules
