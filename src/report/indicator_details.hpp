#pragma once

/// What reports say of an indicator beside its targets.

#include <budgetdiff/model/change_set.hpp>

#include <string>
#include <vector>

namespace budgetdiff {

/// Another weight, or another value of a member that only the document has.
struct DetailChange {
  std::string field;  ///< "weight" or "extra:KEY", for Wording::field()
  std::string from;   ///< "": not there
  std::string to;
};

/// Those of an indicator that is on both sides, in order; but for a weight that only one of the
/// forms has, which is said once.
[[nodiscard]] std::vector<DetailChange> detail_changes(const IndicatorChange& change,
                                                       const ChangeSet& changes);

/// Which of several projects an indicator is of: the part of a split or a merger, both sides of a
/// regrouping where they differ.
[[nodiscard]] std::string part_of(const IndicatorChange& change, const ProjectChange& project);

}  // namespace budgetdiff
