#pragma once

/// Holds a change set and its review against a policy.

#include <budgetdiff/base/result.hpp>
#include <budgetdiff/model/change_set.hpp>
#include <budgetdiff/model/comment.hpp>
#include <budgetdiff/model/finding.hpp>
#include <budgetdiff/model/policy.hpp>

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace budgetdiff {

/// All that a policy can speak of.
struct GateInput {
  const ChangeSet& changes;
  const std::vector<Thread>& threads;  ///< marked by mark_outdated()
  const std::vector<Finding>& from_findings;
  const std::vector<Finding>& to_findings;
  const std::set<std::string>& columns;  ///< keys of all columns of money in either table
};

/// One change that breaks one rule.
struct BrokenRule {
  std::size_t rule = 0;                ///< position in the policy
  std::string change;                  ///< its id; empty for findings and what is unexplained
  std::string thread;                  ///< of open_comment: the comment's id
  CommentedChange about;               ///< in words, with its values; a finding's project
  std::optional<Amount> delta;         ///< in the later unit
  std::optional<std::string> percent;  ///< of the earlier amount
  std::optional<Finding> finding;      ///< of a rule on findings
  bool in_later = false;               ///< it was found in the later table
  Message why;                         ///< what is wrong
  Message missing;                     ///< what would make up for it; empty: nothing
};

/// Every break, rule by rule, each in the order of the change set. All
/// comparisons are exact. An Error only where a rule cannot be applied: its
/// amount is in a unit that the snapshots' cannot be compared with, or it names a column that
/// neither the program nor either table knows.
/// REQUIRES: threads are on the pair of the change set.
[[nodiscard]] Result<std::vector<BrokenRule>> gate(const Policy& policy, const GateInput& input);

}  // namespace budgetdiff
