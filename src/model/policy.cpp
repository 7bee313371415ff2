#include <budgetdiff/model/policy.hpp>

namespace budgetdiff {

std::string_view to_string(RuleKind kind) {
  switch (kind) {
    case RuleKind::change:
      return "change";
    case RuleKind::new_project:
      return "new_project";
    case RuleKind::ended_project:
      return "ended_project";
    case RuleKind::loosened_target:
      return "loosened_target";
    case RuleKind::doubtful_match:
      return "doubtful_match";
    case RuleKind::unexplained:
      return "unexplained";
    case RuleKind::open_comment:
      return "open_comment";
    case RuleKind::finding:
      return "finding";
  }
  return "";
}

}  // namespace budgetdiff
