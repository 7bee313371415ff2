#include "match/unchanged.hpp"

#include <string_view>
#include <unordered_map>

namespace budgetdiff::matching {
namespace {

struct Places {
  std::size_t earlier = 0;
  std::size_t later = 0;
  std::size_t position = 0;  ///< of the first earlier one
};

/// Whether the name may hold a year, in whatever width or era.
bool may_be_dated(std::string_view name) {
  if (name.find("平成") != std::string_view::npos || name.find("令和") != std::string_view::npos) {
    return true;
  }
  for (std::size_t i = 0; i < name.size(); ++i) {
    // "\uFF10" to "\uFF19" are EF BC 90 to EF BC 99.
    if ((name[i] >= '0' && name[i] <= '9') ||
        (name.compare(i, 2, "\xEF\xBC") == 0 && i + 2 < name.size() && name[i + 2] >= '\x90' &&
         name[i + 2] <= '\x99')) {
      return true;
    }
  }
  return false;
}

/// Has contents of its own to be known by, beside the name and the amounts.
bool says_something(const Project& project) {
  return !project.goal.empty() || !project.annual_goal.empty() || !project.indicators.empty();
}

bool alike(const Project& a, const Project& b) {
  return a.code == b.code && a.type == b.type && a.spending_unit == b.spending_unit &&
         a.funding.identical(b.funding) && a.goal == b.goal && a.annual_goal == b.annual_goal &&
         a.indicators == b.indicators && a.extra == b.extra;
}

}  // namespace

Namesakes find_namesakes(const Snapshot& from, const Snapshot& to, const Constraints& constraints) {
  std::unordered_map<std::string_view, Places> names;
  names.reserve(from.projects.size());
  for (std::size_t i = 0; i < from.projects.size(); ++i) {
    Places& places = names[from.projects[i].name];
    if (places.earlier++ == 0) {
      places.position = i;
    }
  }
  Namesakes out;
  out.of_later.assign(to.projects.size(), Namesakes::none);
  std::vector<Places*> found(to.projects.size(), nullptr);
  for (std::size_t j = 0; j < to.projects.size(); ++j) {
    const auto at = names.find(to.projects[j].name);
    if (at != names.end()) {
      found[j] = &at->second;
      ++at->second.later;
      out.of_later[j] = at->second.position;
    }
  }
  for (std::size_t j = 0; j < to.projects.size() && from.unit == to.unit; ++j) {
    if (found[j] == nullptr || found[j]->earlier != 1 || found[j]->later != 1) {
      continue;
    }
    const Candidate pair{found[j]->position, j};
    const Project& project = to.projects[j];
    if (constraints.allows(pair) && !may_be_dated(project.name) && says_something(project) &&
        alike(from.projects[pair.from], project)) {
      out.unchanged.push_back(pair);
    }
  }
  return out;
}

}  // namespace budgetdiff::matching
