#pragma once

/// What a correction changes, in budget terms and few words.

#include "cli/context.hpp"

#include <budgetdiff/model/change_set.hpp>
#include <budgetdiff/model/snapshot.hpp>

#include <string>
#include <vector>

namespace budgetdiff::cli {

/// The change set from one version of an edition to the next.
[[nodiscard]] ChangeSet changes_between(const Snapshot& before, const Snapshot& after);

/// "total 15,765.62 -> 15,800.00 万元, 1 project added, 2 changed, 3 targets".
[[nodiscard]] std::string change_summary(const Context& context, const ChangeSet& changes);

/// The projects that are not as they were, each with its kind and money; at most `most`.
[[nodiscard]] std::vector<std::string> changed_projects(const Context& context,
                                                        const ChangeSet& changes, std::size_t most);

}  // namespace budgetdiff::cli
