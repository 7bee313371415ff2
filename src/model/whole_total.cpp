#include <budgetdiff/model/whole_total.hpp>

#include <algorithm>

namespace budgetdiff {

std::optional<Amount> whole_total(const Snapshot& snapshot) {
  if (const Amount* const stated = snapshot.stated_total.total()) {
    return *stated;
  }
  const bool any =
      std::any_of(snapshot.projects.begin(), snapshot.projects.end(),
                  [](const Project& project) { return project.funding.total() != nullptr; });
  return any ? std::optional(sum_of_totals(snapshot)) : std::nullopt;
}

}  // namespace budgetdiff
