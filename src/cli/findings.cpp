#include "cli/findings.hpp"

#include <budgetdiff/check/checker.hpp>

#include <algorithm>
#include <utility>

namespace budgetdiff::cli {

std::vector<Finding> findings_of(const Operand& operand) {
  std::vector<Finding> all = operand.provenance.findings;
  const std::vector<Finding> more =
      check(operand.snapshot, operand.provenance.projects.empty() ? nullptr : &operand.provenance);
  for (const Finding& finding : more) {
    if (std::find(all.begin(), all.end(), finding) == all.end()) {
      all.push_back(finding);
    }
  }
  std::stable_sort(all.begin(), all.end(), [](const Finding& a, const Finding& b) {
    return std::pair(a.place.page, a.place.line) < std::pair(b.place.page, b.place.line);
  });
  return all;
}

}  // namespace budgetdiff::cli
