#include <budgetdiff/match/explain.hpp>

#include "match/evidence.hpp"
#include "match/exact_match.hpp"
#include "match/fixed_log.hpp"
#include "match/full_match.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace budgetdiff {
namespace {

using namespace matching;

constexpr std::size_t most_alternatives = 3;
/// What is less likely than one in a hundred did not come near.
constexpr std::int64_t least_odds = -4600;

const AlignedGroup* group_of(const Alignment& alignment, Side side, std::size_t position) {
  for (const AlignedGroup& group : alignment.groups) {
    const std::vector<std::size_t>& members = side == Side::from ? group.from : group.to;
    if (std::find(members.begin(), members.end(), position) != members.end()) {
      return &group;
    }
  }
  return nullptr;
}

bool contains(const std::vector<std::size_t>& positions, std::size_t position) {
  return std::find(positions.begin(), positions.end(), position) != positions.end();
}

/// What a reader would want to know of the partner's own match.
void add_why_lost(const FullMatch& full, Side partner_side, std::size_t partner,
                  const AlignedGroup& own, std::vector<Message>& against) {
  const AlignedGroup* theirs = group_of(full.alignment, partner_side, partner);
  if (theirs == nullptr) {
    return;
  }
  const std::vector<std::size_t>& rivals = partner_side == Side::from ? theirs->to : theirs->from;
  if (!rivals.empty()) {
    const ProjectView& rival = full.corpus.side(other(partner_side))[rivals.front()];
    against.push_back(
        {BD_TR("fits {0} better, confidence {1}"),
         {rival.project->name, Amount((theirs->confidence + 5) / 10, 2).to_string()}});
  } else if (own.from.empty() || own.to.empty()) {
    against.push_back({BD_TR("too little evidence to be made without a person"), {}});
  }
}

std::vector<MatchAlternative> alternatives_of(const FullMatch& full, Side side,
                                              std::size_t position, const AlignedGroup& group) {
  // Looked up anew: a project that was settled by its name alone has been
  // compared with nothing else.
  std::vector<bool> wanted_from(full.corpus.side(Side::from).size());
  std::vector<bool> wanted_to(full.corpus.side(Side::to).size());
  (side == Side::from ? wanted_from : wanted_to)[position] = true;
  const std::vector<std::size_t>& partners = side == Side::from ? group.to : group.from;
  std::vector<std::pair<std::int64_t, MatchAlternative>> found;
  for (const Candidate& candidate : find_candidates(full.corpus, wanted_from, wanted_to)) {
    const std::size_t partner = side == Side::from ? candidate.to : candidate.from;
    if (contains(partners, partner)) {
      continue;
    }
    const ProjectView& from = full.corpus.side(Side::from)[candidate.from];
    const ProjectView& to = full.corpus.side(Side::to)[candidate.to];
    const PairFeatures features =
        features_between(full.corpus, full.pairing, candidate.from, candidate.to);
    const std::int64_t odds = score(features);
    if (odds < least_odds) {
      continue;
    }
    MatchAlternative alternative;
    alternative.position = partner;
    alternative.confidence = probability_per_mille(odds);
    alternative.evidence = pair_evidence(from, to, features);
    alternative.against = counter_evidence(from, to, features);
    if (std::binary_search(full.constraints.forbidden.begin(), full.constraints.forbidden.end(),
                           candidate)) {
      alternative.against.push_back({BD_TR("rejected by a person"), {}});
    }
    add_why_lost(full, other(side), partner, group, alternative.against);
    found.emplace_back(odds, std::move(alternative));
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  std::vector<MatchAlternative> out;
  for (auto& [odds, alternative] : found) {
    if (out.size() < most_alternatives) {
      out.push_back(std::move(alternative));
    }
  }
  return out;
}

}  // namespace

MatchExplanation explain_match(const Snapshot& from, const Snapshot& to, MatchSide side,
                               std::size_t position, const MatchOptions& options) {
  const Side own = side == MatchSide::from ? Side::from : Side::to;
  MatchExplanation out;
  if (options.mode == MatchMode::exact) {
    const Alignment alignment = match_exactly(from, to);
    if (const AlignedGroup* group = group_of(alignment, own, position)) {
      out.group = *group;
    }
    return out;
  }
  FullMatch full = match_fully(from, to, options.decisions);
  full.corpus.include_unchanged();
  const AlignedGroup* group = group_of(full.alignment, own, position);
  if (group == nullptr) {
    return out;
  }
  out.group = *group;
  if (group->from.size() == 1 && group->to.size() == 1) {
    const ProjectView& before = full.corpus.side(Side::from)[group->from.front()];
    const ProjectView& after = full.corpus.side(Side::to)[group->to.front()];
    out.against = counter_evidence(
        before, after,
        features_between(full.corpus, full.pairing, group->from.front(), group->to.front()));
  }
  out.alternatives = alternatives_of(full, own, position, *group);
  return out;
}

}  // namespace budgetdiff
