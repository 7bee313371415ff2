#pragma once

/// What a project holds that stands in one of the years alone, for reports to print whole: nothing
/// stands beside it that it could be compared with, and a reader must judge it by itself.

#include <budgetdiff/model/change_set.hpp>

#include <optional>
#include <string>
#include <vector>

namespace budgetdiff {

/// One thing that is said of a project or an indicator.
struct WholeField {
  std::string key;  ///< for Wording::key(); "" where the value needs no name
  std::string value;
};

struct WholeIndicator {
  std::string name;
  std::string category;            ///< "产出指标/数量指标"; "" where the form has none
  std::vector<WholeField> values;  ///< one target without a name, or period's and year's; weight
};

struct WholeProject {
  std::vector<WholeField> fields;  ///< unit, type, code; amounts by source, with a unit that is
                                   ///< not the report's
  std::vector<WholeField> goals;
  std::vector<WholeIndicator> indicators;
};

/// The content of a project that was added or removed; nothing of any other change, nor where a
/// change set was read that does not carry it.
[[nodiscard]] std::optional<WholeProject> whole_project(const ProjectChange& change,
                                                        const ChangeSet& changes);

}  // namespace budgetdiff
