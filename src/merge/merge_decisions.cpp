#include <budgetdiff/merge/merge_decisions.hpp>

#include <algorithm>

namespace budgetdiff {
namespace {

bool holds(const std::vector<Decision>& list, const Decision& one) {
  return std::find(list.begin(), list.end(), one) != list.end();
}

bool shares(const std::vector<ProjectName>& a, const std::vector<ProjectName>& b) {
  return std::any_of(a.begin(), a.end(), [&](const ProjectName& name) {
    return std::find(b.begin(), b.end(), name) != b.end();
  });
}

}  // namespace

MergedDecisions merge_decisions(const std::vector<Decision>& base,
                                const std::vector<Decision>& preferred,
                                const std::vector<Decision>& other) {
  MergedDecisions out{preferred, {}};
  std::erase_if(out.decisions,
                [&](const Decision& one) { return holds(base, one) && !holds(other, one); });
  for (const Decision& one : other) {
    if (holds(base, one) || holds(out.decisions, one)) {
      continue;
    }
    const bool spoken = std::any_of(preferred.begin(), preferred.end(), [&](const Decision& own) {
      return !holds(base, own) && (shares(own.from, one.from) || shares(own.to, one.to));
    });
    (spoken ? out.passed_over : out.decisions).push_back(one);
  }
  return out;
}

}  // namespace budgetdiff
