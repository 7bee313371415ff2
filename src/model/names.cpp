/// The words by which enumerations are known in JSON and reports.

#include <budgetdiff/model/alignment.hpp>
#include <budgetdiff/model/change_set.hpp>
#include <budgetdiff/model/finding.hpp>

namespace budgetdiff {

std::string_view to_string(Severity severity) {
  switch (severity) {
    case Severity::note:
      return "note";
    case Severity::warning:
      return "warning";
    case Severity::error:
      return "error";
  }
  return "";
}

std::string_view to_string(MatchMethod method) {
  switch (method) {
    case MatchMethod::pinned:
      return "pinned";
    case MatchMethod::code:
      return "code";
    case MatchMethod::exact:
      return "exact";
    case MatchMethod::normalized:
      return "normalized";
    case MatchMethod::year_rolled:
      return "year_rolled";
    case MatchMethod::similar:
      return "similar";
    case MatchMethod::none:
      return "none";
  }
  return "";
}

std::string_view to_string(IndicatorChangeKind kind) {
  switch (kind) {
    case IndicatorChangeKind::added:
      return "added";
    case IndicatorChangeKind::removed:
      return "removed";
    case IndicatorChangeKind::changed:
      return "changed";
    case IndicatorChangeKind::renamed:
      return "renamed";
    case IndicatorChangeKind::reclassified:
      return "reclassified";
    case IndicatorChangeKind::moved:
      return "moved";
  }
  return "";
}

std::string_view to_string(FormPart part) {
  switch (part) {
    case FormPart::category:
      break;
    case FormPart::funding:
      return "funding";
    case FormPart::target:
      return "target";
    case FormPart::field:
      return "field";
  }
  return "category";
}

std::string_view to_string(ProjectChangeKind kind) {
  switch (kind) {
    case ProjectChangeKind::added:
      return "added";
    case ProjectChangeKind::removed:
      return "removed";
    case ProjectChangeKind::changed:
      return "changed";
    case ProjectChangeKind::renamed:
      return "renamed";
    case ProjectChangeKind::split:
      return "split";
    case ProjectChangeKind::merged:
      return "merged";
    case ProjectChangeKind::regrouped:
      return "regrouped";
    case ProjectChangeKind::unchanged:
      return "unchanged";
  }
  return "";
}

}  // namespace budgetdiff
