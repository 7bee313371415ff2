#pragma once

/// What a gate demands of the changes between two years: docs/formats/policy.md.

#include <budgetdiff/model/amount.hpp>
#include <budgetdiff/model/comment.hpp>
#include <budgetdiff/model/finding.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace budgetdiff {

/// What a rule looks at.
enum class RuleKind {
  change,  ///< money of a project
  new_project,
  ended_project,
  loosened_target,
  doubtful_match,
  unexplained,  ///< money that the published totals do not explain
  open_comment,
  finding,
};

/// "change", "new_project", "ended_project", "loosened_target", "doubtful_match",
/// "unexplained", "open_comment", "finding".
[[nodiscard]] std::string_view to_string(RuleKind kind);

enum class ChangeDirection { any, increase, decrease };

struct PolicyRule {
  RuleKind kind = RuleKind::change;
  std::string name;  ///< in the policy's own words; empty: none
  int line = 0;      ///< where it stands in the policy's file

  std::optional<Amount> percent;  ///< change: more than this, of the earlier amount
  std::optional<Amount> amount;   ///< change, unexplained: more than this
  std::string amount_unit;        ///< of `amount`; empty: the later snapshot's
  bool both = false;              ///< percent and amount, not either
  ChangeDirection direction = ChangeDirection::any;
  std::vector<std::string> columns;  ///< of change; empty: all

  std::optional<Amount> confidence;       ///< doubtful_match: also matches made below this
  Severity severity = Severity::warning;  ///< finding: at least this
  std::vector<CommentKind> kinds;         ///< open_comment: only these; empty: all

  /// Left out: names of projects with '*' for any text, categories ("满意度指标",
  /// "产出指标/数量指标"), columns, codes of findings.
  std::vector<std::string> except_projects;
  std::vector<std::string> except_categories;
  std::vector<std::string> except_columns;
  std::vector<std::string> except_codes;

  /// What makes up for it: a comment on the change (of a kind, where one is
  /// given), resolved where that is asked for. Without it nothing does.
  bool demands_comment = false;
  std::optional<CommentKind> demanded_kind;
  bool demands_resolved = false;
};

struct Policy {
  static constexpr std::string_view schema = "budgetdiff/policy/1";

  std::vector<PolicyRule> rules;
};

}  // namespace budgetdiff
