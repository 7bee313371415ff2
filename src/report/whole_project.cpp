#include "report/whole_project.hpp"

namespace budgetdiff {
namespace {

void add(std::vector<WholeField>& out, const std::string& key, const std::string& value) {
  if (!value.empty()) {
    out.push_back({key, value});
  }
}

/// Sources; one that repeats the total says nothing more.
void add_sources(const Project& project, const std::string& unit, std::vector<WholeField>& out) {
  const Amount* total = project.funding.total();
  for (const auto& [key, amount] : project.funding.items()) {
    if (key == column::total || amount.is_zero() || (total != nullptr && amount == *total)) {
      continue;
    }
    out.push_back({key, amount.grouped() + (unit.empty() ? "" : " " + unit)});
  }
}

WholeIndicator whole_indicator(const Indicator& indicator) {
  WholeIndicator out;
  out.name = indicator.name;
  out.category = indicator.level1;
  if (!indicator.level2.empty()) {
    out.category += (out.category.empty() ? "" : "/") + indicator.level2;
  }
  const std::string& period = indicator.period_target;
  const std::string& annual = indicator.annual_target;
  if (!period.empty() && !annual.empty() && period != annual) {
    add(out.values, "period_target", period);
    add(out.values, "annual_target", annual);
  } else {
    add(out.values, "", annual.empty() ? period : annual);
  }
  add(out.values, "weight", indicator.weight);
  return out;
}

}  // namespace

std::optional<WholeProject> whole_project(const ProjectChange& change, const ChangeSet& changes) {
  const bool is_added = change.from.empty();
  const std::vector<ProjectRef>& side = is_added ? change.to : change.from;
  const bool alone = is_added || change.to.empty();
  if (!alone || side.size() != 1 || !side.front().content) {
    return std::nullopt;
  }
  const Project& project = *side.front().content;
  WholeProject out;
  add(out.fields, "spending_unit", project.spending_unit);
  add(out.fields, "type", project.type);
  add(out.fields, "code", project.code);
  const std::string& unit = is_added ? changes.to.unit : changes.from.unit;
  add_sources(project, unit == changes.to.unit ? "" : unit, out.fields);
  add(out.goals, "goal", project.goal);
  if (project.annual_goal != project.goal) {
    add(out.goals, "annual_goal", project.annual_goal);
  }
  for (const Indicator& indicator : project.indicators) {
    out.indicators.push_back(whole_indicator(indicator));
  }
  return out;
}

}  // namespace budgetdiff
