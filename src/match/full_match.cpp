#include "match/full_match.hpp"

#include "match/calibration.hpp"
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
  out.confidence = confidence_of(group);
  out.evidence = group_evidence(corpus, group);
  return out;
}

void mark(const std::vector<std::size_t>& positions, std::vector<bool>& taken) {
  for (const std::size_t i : positions) {
    taken[i] = true;
  }
}

std::vector<Message> evidence_between(const Corpus& corpus, const OneToOne& pairing,
                                      std::size_t from, std::size_t to) {
  return pair_evidence(corpus.side(Side::from)[from], corpus.side(Side::to)[to],
                       features_between(corpus, pairing, from, to));
}

/// The likeliest suggestion for each project that stands alone: a partner, or
/// a group that it may be a part of.
std::vector<DoubtfulMatch> doubtful_matches(const Corpus& corpus, const OneToOne& pairing,
                                            const Grouped& grouped, std::vector<bool> settled_from,
                                            std::vector<bool> settled_to) {
  std::vector<DoubtfulMatch> found;
  for (const PairedProjects& pair : pairing.doubtful) {
    if (!settled_from[pair.from] && !settled_to[pair.to]) {
      found.push_back({{pair.from},
                       {pair.to},
                       probability_per_mille(pair.margin),
                       evidence_between(corpus, pairing, pair.from, pair.to)});
    }
  }
  for (const DoubtfulPart& doubt : grouped.doubtful) {
    const auto& [side, part, whole, score] = doubt.part;
    if (side == Side::from ? settled_from[part] : settled_to[part]) {
      continue;
    }
    DoubtfulMatch match{doubt.from, doubt.to, probability_per_mille(score),
                        evidence_between(corpus, pairing, side == Side::from ? part : whole,
                                         side == Side::from ? whole : part)};
    std::sort(match.from.begin(), match.from.end());
    std::sort(match.to.begin(), match.to.end());
    found.push_back(std::move(match));
  }
  std::sort(found.begin(), found.end(), [](const DoubtfulMatch& a, const DoubtfulMatch& b) {
    return std::tie(b.confidence, a.to, a.from) < std::tie(a.confidence, b.to, b.from);
  });
  // Of two suggestions for one project the surer stays.
  std::vector<bool> suggested_from(settled_from.size());
  std::vector<bool> suggested_to(settled_to.size());
  std::vector<DoubtfulMatch> out;
  for (DoubtfulMatch& match : found) {
    const auto open = [](const std::vector<std::size_t>& positions,
                         const std::vector<bool>& settled, const std::vector<bool>& suggested) {
      return std::none_of(positions.begin(), positions.end(),
                          [&](std::size_t i) { return !settled[i] && suggested[i]; });
    };
    if (open(match.from, settled_from, suggested_from) &&
        open(match.to, settled_to, suggested_to)) {
      mark(match.from, suggested_from);
      mark(match.to, suggested_to);
      out.push_back(std::move(match));
    }
  }
  return out;
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
  const Grouped grouped = group_projects(corpus, pairing, full.constraints);
  for (const ProjectGroup& group : grouped.groups) {
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
  out.doubtful = doubtful_matches(corpus, pairing, grouped, taken_from, taken_to);
  add_unpaired(taken_from, taken_to, out);
  sort_groups(out);
  return full;
}

}  // namespace budgetdiff::matching
