#include "cli/findings.hpp"

#include <budgetdiff/check/checker.hpp>

#include <algorithm>
#include <tuple>
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
  // Of a joined snapshot one document after the other; the first has no name in places.
  const auto& parts = operand.provenance.parts;
  const auto document = [&](const Finding& finding) {
    return finding.place.file.empty() ? 0
                                      : 1 + (std::find_if(parts.begin(), parts.end(),
                                                          [&](const SourcePart& part) {
                                                            return part.file == finding.place.file;
                                                          }) -
                                             parts.begin());
  };
  std::stable_sort(all.begin(), all.end(), [&](const Finding& a, const Finding& b) {
    return std::tuple(document(a), a.place.page, a.place.line) <
           std::tuple(document(b), b.place.page, b.place.line);
  });
  return all;
}

}  // namespace budgetdiff::cli
