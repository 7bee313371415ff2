/// The words by which enumerations are known in JSON and reports.

#include <budgetdiff/model/alignment.hpp>
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

}  // namespace budgetdiff
