#include "match/offshoot.hpp"

#include <algorithm>
#include <iterator>

namespace budgetdiff::matching {
namespace {

constexpr std::int64_t related_odds = 4700;
/// Without a word in common in the names the form may be a mere copy.
constexpr std::int64_t copied_odds = 3700;

/// The shorter of two goals where the longer one says it all; null where it does not.
const ProjectView* goal_taken_over(const ProjectView& a, const ProjectView& b) {
  if (a.goal_hash == 0 || b.goal_hash == 0) {
    return nullptr;
  }
  const ProjectView& shorter = a.goal_tokens.sum <= b.goal_tokens.sum ? a : b;
  const bool all = a.goal_hash == b.goal_hash ||
                   20 * shared_weight(a.goal_tokens, b.goal_tokens) >= 19 * shorter.goal_tokens.sum;
  return all ? &shorter : nullptr;
}

bool share_half_of_indicators(const ProjectView& a, const ProjectView& b) {
  std::vector<std::uint64_t> equal;
  std::set_intersection(a.indicators.begin(), a.indicators.end(), b.indicators.begin(),
                        b.indicators.end(), std::back_inserter(equal));
  return !equal.empty() && 2 * equal.size() >= std::max(a.indicators.size(), b.indicators.size());
}

bool share_telling_words(const ProjectView& a, const ProjectView& b) {
  constexpr int telling = 150;  // per mille
  const std::int64_t least = std::min(a.name_tokens.sum, b.name_tokens.sum);
  return least > 0 && shared_weight(a.name_tokens, b.name_tokens) * 1000 >= telling * least;
}

}  // namespace

Offshoot find_offshoot(const Corpus& corpus, const ProjectView& part, const ProjectView& whole,
                       const std::vector<ProjectView>& views,
                       const std::vector<std::size_t>& members) {
  std::vector<const ProjectView*> group = {&whole};
  for (const std::size_t i : members) {
    group.push_back(&views[i]);
  }
  Offshoot best;
  for (const ProjectView* one : group) {
    const ProjectView* goal =
        share_half_of_indicators(part, *one) ? goal_taken_over(part, *one) : nullptr;
    if (goal == nullptr) {
      continue;
    }
    auto own = std::count_if(group.begin(), group.end(), [&](const ProjectView* other) {
      return other->goal_hash == goal->goal_hash;
    });
    own += part.goal_hash == goal->goal_hash ? 1 : 0;
    if (corpus.count_of_goal(goal->goal_hash) > static_cast<std::size_t>(own)) {
      continue;  // a goal that others have as well is a phrase
    }
    const std::int64_t odds = share_telling_words(part, *one) ? related_odds : copied_odds;
    if (odds > best.odds) {
      best = {odds, one};
    }
  }
  return best;
}

}  // namespace budgetdiff::matching
