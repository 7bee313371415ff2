#include "cli/findings.hpp"

#include <budgetdiff/check/checker.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <tuple>
#include <unordered_map>
#include <utility>

namespace budgetdiff::cli {

std::vector<Finding> findings_of(const Operand& operand) {
  std::vector<Finding> all = operand.provenance.findings;
  const std::vector<Finding> more =
      check(operand.snapshot, operand.provenance.projects.empty() ? nullptr : &operand.provenance);
  // A document may have tens of thousands of them: each is held against its like alone.
  std::unordered_multimap<std::string, std::size_t> known;
  const auto key = [](const Finding& finding) {
    std::string out = finding.code + '\n' + finding.project + '\n' + finding.message.text;
    for (const std::string& arg : finding.message.args) {
      out += '\n' + arg;
    }
    return out;
  };
  for (std::size_t i = 0; i < all.size(); ++i) {
    known.emplace(key(all[i]), i);
  }
  for (const Finding& finding : more) {
    const auto [begin, end] = known.equal_range(key(finding));
    if (std::none_of(begin, end, [&](const auto& one) { return all[one.second] == finding; })) {
      known.emplace(key(finding), all.size());
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
