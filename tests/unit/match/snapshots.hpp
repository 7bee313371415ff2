#pragma once

/// Short ways to write snapshots in tests of the matcher.

#include <budgetdiff/model/alignment.hpp>
#include <budgetdiff/model/snapshot.hpp>

#include <set>
#include <string>
#include <utility>
#include <vector>

namespace budgetdiff::test {

inline Indicator indicator(std::string name, std::string level2 = "数量指标",
                           std::string target = "≥90%") {
  Indicator out;
  out.level1 = "产出指标";
  out.level2 = std::move(level2);
  out.name = std::move(name);
  out.annual_target = std::move(target);
  return out;
}

inline Project project(std::string name, std::string goal = {}, std::string total = {},
                       std::vector<std::string> indicators = {}) {
  Project out;
  out.name = std::move(name);
  out.goal = std::move(goal);
  if (!total.empty()) {
    out.funding.set(column::total, Amount::parse(total).value());
  }
  for (std::string& text : indicators) {
    out.indicators.push_back(indicator(std::move(text)));
  }
  return out;
}

inline Snapshot snapshot(int year, std::vector<Project> projects) {
  Snapshot out;
  out.department = "示例局";
  out.year = year;
  out.unit = "万元";
  out.projects = std::move(projects);
  return out;
}

/// A group by the names of its projects, so that tests read like documents.
using NamedGroup = std::pair<std::multiset<std::string>, std::multiset<std::string>>;

inline std::multiset<NamedGroup> named_groups(const Alignment& alignment, const Snapshot& from,
                                              const Snapshot& to) {
  std::multiset<NamedGroup> out;
  for (const AlignedGroup& group : alignment.groups) {
    NamedGroup named;
    for (const std::size_t i : group.from) {
      named.first.insert(from.projects[i].name);
    }
    for (const std::size_t j : group.to) {
      named.second.insert(to.projects[j].name);
    }
    out.insert(std::move(named));
  }
  return out;
}

}  // namespace budgetdiff::test
