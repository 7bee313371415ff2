/// Names that say less than they should.

#include "check/rules.hpp"

#include <budgetdiff/text/unicode.hpp>

namespace budgetdiff::check_rules {

void check_names(const std::vector<ReadIndicator>& indicators, Report& report) {
  for (const ReadIndicator& one : indicators) {
    const std::string& name = one.published->name;
    if (name.ends_with("（0）") || name.ends_with("(0)")) {
      report.indicator(one.project, one.indicator, "name-leftover", Severity::note,
                       {BD_TR("the name ends in a stray zero in brackets: {0}"), {name}});
    }
    if (!name.empty() && !one.target().numeric && fold_name(name) == fold_name(one.target_text())) {
      report.indicator(one.project, one.indicator, "target-repeats-name", Severity::note,
                       {BD_TR("the target only repeats the indicator's name: {0}"), {name}});
    }
  }
}

}  // namespace budgetdiff::check_rules
