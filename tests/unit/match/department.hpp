#pragma once

/// A small department in which tests of the matcher place their projects.

#include "snapshots.hpp"

#include <gtest/gtest.h>
#include <budgetdiff/match/matcher.hpp>

#include <algorithm>
#include <set>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace budgetdiff::test {

inline const std::string road_goal = "保持农村公路路况良好，方便群众安全便捷出行。";
inline const std::string bridge_goal = "消除危桥安全隐患，保障桥梁通行能力。";
inline const std::string bus_goal = "保障城市公交正常运营，鼓励市民绿色出行。";

/// Other projects of a department, so that words have weights.
inline std::vector<Project> neighbours() {
  return {project("公交运营补贴专项经费", bus_goal, "900.00", {"公交线路条数", "公交准点率"}),
          project("渡口渡船安全管理经费", "保障水上交通安全。", "35.00", {"渡船检修艘次"}),
          project("治理超限超载执法工作经费", "遏制超限超载运输。", "60.00", {"检测车辆数"}),
          project("航道疏浚专项资金", "保持航道水深。", "410.00", {"疏浚土方量"})};
}

inline Snapshot year_of(int year, std::vector<Project> projects) {
  std::vector<Project> all = neighbours();
  all.insert(all.end(), projects.begin(), projects.end());
  return snapshot(year, std::move(all));
}

/// The groups but for those of neighbours(), and the whole alignment.
struct Found {
  std::multiset<NamedGroup> groups;
  Alignment alignment;
};

inline Found find(std::vector<Project> from, std::vector<Project> to,
                  const MatchOptions& options = {}) {
  const Snapshot before = year_of(2023, std::move(from));
  const Snapshot after = year_of(2024, std::move(to));
  Found found;
  found.alignment = match(before, after, options);
  found.groups = named_groups(found.alignment, before, after);
  for (const Project& other : neighbours()) {
    const auto at = found.groups.find({{other.name}, {other.name}});
    EXPECT_NE(at, found.groups.end()) << other.name;
    if (at != found.groups.end()) {
      found.groups.erase(at);
    }
  }
  return found;
}

inline const AlignedGroup& group_with(const Found& found, std::size_t later) {
  for (const AlignedGroup& group : found.alignment.groups) {
    if (std::count(group.to.begin(), group.to.end(), later) != 0) {
      return group;
    }
  }
  throw std::out_of_range("no such group");
}

}  // namespace budgetdiff::test
