#include "match/full_match.hpp"

#include "match/decided.hpp"
#include "match/evidence.hpp"
#include "match/fixed_log.hpp"
#include "match/group_order.hpp"
#include "match/indicator_pairs.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace budgetdiff::matching {
namespace {

MatchMethod method_of(const PairFeatures& features) {
  if (features.same_code) {
    return MatchMethod::code;
  }
  switch (features.names) {
    case PairFeatures::Names::exact:
      return MatchMethod::exact;
    case PairFeatures::Names::normalized:
      return MatchMethod::normalized;
    case PairFeatures::Names::year_rolled:
      return MatchMethod::year_rolled;
    case PairFeatures::Names::different:
      break;
  }
  return MatchMethod::similar;
}

AlignedGroup to_group(const Corpus& corpus, const ProjectGroup& group) {
  AlignedGroup out;
  out.from = group.from;
  out.to = group.to;
  out.method = group.parts.empty() && group.pairs.size() == 1
                   ? method_of(group.pairs.front().features)
                   : MatchMethod::similar;
  out.confidence = probability_per_mille(group.margin);
  out.evidence = group_evidence(corpus, group);
  return out;
}

void mark(const std::vector<std::size_t>& positions, std::vector<bool>& taken) {
  for (const std::size_t i : positions) {
    taken[i] = true;
  }
}

}  // namespace

FullMatch match_fully(const Snapshot& from, const Snapshot& to, const Decisions* decisions) {
  Decided decided = look_up(decisions, from, to);
  FullMatch full(from, to, std::move(decided.constraints));
  const Corpus& corpus = full.corpus;
  Alignment& out = full.alignment;
  full.pairing = pair_projects(corpus, full.constraints);
  const OneToOne& pairing = full.pairing;
  out.year_shift = corpus.year_shift;
  out.problems = std::move(decided.problems);
  out.groups = std::move(decided.groups);
  for (const ProjectGroup& group : group_projects(corpus, pairing)) {
    out.groups.push_back(to_group(corpus, group));
  }
  std::vector<bool> taken_from(from.projects.size());
  std::vector<bool> taken_to(to.projects.size());
  for (AlignedGroup& group : out.groups) {
    mark(group.from, taken_from);
    mark(group.to, taken_to);
    std::sort(group.from.begin(), group.from.end());
    std::sort(group.to.begin(), group.to.end());
    pair_indicators(from, to, group);
  }
  for (const PairedProjects& pair : pairing.doubtful) {
    if (!taken_from[pair.from] && !taken_to[pair.to]) {
      DoubtfulMatch doubt;
      doubt.from = {pair.from};
      doubt.to = {pair.to};
      doubt.confidence = probability_per_mille(pair.margin);
      doubt.evidence = pair_evidence(corpus.side(Side::from)[pair.from],
                                     corpus.side(Side::to)[pair.to], pair.features);
      out.doubtful.push_back(std::move(doubt));
    }
  }
  std::sort(out.doubtful.begin(), out.doubtful.end(),
            [](const DoubtfulMatch& a, const DoubtfulMatch& b) {
              return std::tie(b.confidence, a.to, a.from) < std::tie(a.confidence, b.to, b.from);
            });
  add_unpaired(taken_from, taken_to, out);
  sort_groups(out);
  return full;
}

}  // namespace budgetdiff::matching
