#pragma once

/// The changes of a change set, one by one, as reviewers speak of them.

#include <budgetdiff/base/result.hpp>
#include <budgetdiff/model/change_set.hpp>
#include <budgetdiff/model/comment.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace budgetdiff {

/// One thing that has an id. Pointers lead into the change set.
struct ReviewedChange {
  std::string id;
  CommentedChange about;                       ///< in words, with its values
  const ProjectChange* project = nullptr;      ///< that it belongs to; null for totals and matches
  const AmountChange* amount = nullptr;        ///< of a total or funding
  const GoalChange* goal = nullptr;            ///< of a goal
  const FieldChange* text_field = nullptr;     ///< of a field
  const IndicatorChange* indicator = nullptr;  ///< of an indicator or target
  const TargetChange* target = nullptr;        ///< of a target
  const SuggestedMatch* match = nullptr;       ///< of a suggested match
};

/// Every total, suggested match, project and part of a project, in the order
/// of the change set. The change set must outlive the result.
[[nodiscard]] std::vector<ReviewedChange> reviewed_changes(const ChangeSet& changes);

/// The change whose id begins so: an error where there is none, or several.
[[nodiscard]] Result<ReviewedChange> find_change(const ChangeSet& changes, std::string_view id);

/// Whether two values that a comment keeps mean the same: equal texts, or equal
/// amounts in units that convert into each other ("21.21 万元", "212100 元").
[[nodiscard]] bool same_value(std::string_view a, std::string_view b);

}  // namespace budgetdiff
