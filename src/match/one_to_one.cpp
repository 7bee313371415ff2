#include "match/one_to_one.hpp"

#include "match/assignment.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <map>
#include <string_view>
#include <unordered_map>

namespace budgetdiff::matching {
namespace {

/// Names equal and nothing against it: no other partner needs to be looked at.
constexpr std::int64_t settled_odds = 5000;

constexpr int tie_bits = 26;

/// Makes the best assignment unique without looking at positions: the same for
/// (a,b) and (b,a), and of projects alike in everything first goes with first.
std::int64_t tie_breaker(const ProjectView& a, const ProjectView& b) {
  const std::uint64_t mixed = (a.content ^ b.content) * 0x9E3779B97F4A7C15ULL;
  const auto apart = static_cast<std::int64_t>(
      a.occurrence > b.occurrence ? a.occurrence - b.occurrence : b.occurrence - a.occurrence);
  const std::int64_t order = 1023 - std::min<std::int64_t>(apart * apart, 1023);
  return static_cast<std::int64_t>(mixed >> 50) << 10 | order;
}

class Pairing {
 public:
  Pairing(const Corpus& corpus, const Constraints& constraints)
      : corpus_(corpus),
        constraints_(constraints),
        from_(corpus.side(Side::from)),
        to_(corpus.side(Side::to)),
        open_from_(from_.size()),
        open_to_(to_.size()) {
    for (std::size_t side = 0; side < 2; ++side) {
      rank_[side].resize(corpus.canonical[side].size());
      for (std::size_t i = 0; i < rank_[side].size(); ++i) {
        rank_[side][corpus.canonical[side][i]] = i;
      }
    }
    for (std::size_t i = 0; i < open_from_.size(); ++i) {
      open_from_[i] = !constraints.closed_from[i];
    }
    for (std::size_t j = 0; j < open_to_.size(); ++j) {
      open_to_[j] = !constraints.closed_to[j];
    }
  }

  OneToOne run() {
    take_unchanged();
    settle_unchanged();
    settle_equal_names();
    compare_candidates();
    doubt_reused_codes();
    take_likely();
    note_doubtful();
    std::sort(out_.pairs.begin(), out_.pairs.end(),
              [](const PairedProjects& a, const PairedProjects& b) { return a.from < b.from; });
    return std::move(out_);
  }

 private:
  /// What the corpus found unchanged has no weights and is compared with nothing.
  void take_unchanged() {
    for (const auto& [i, j] : corpus_.unchanged) {
      const PairFeatures features = features_of_unchanged(from_[i], to_[j]);
      const std::int64_t odds = score(features);
      open_from_[i] = false;
      open_to_[j] = false;
      out_.pairs.push_back({i, j, features, odds, odds});
    }
  }

  [[nodiscard]] bool allowed(std::size_t i, std::size_t j) const {
    return !std::binary_search(constraints_.forbidden.begin(), constraints_.forbidden.end(),
                               Candidate{i, j});
  }

  /// Projects alike in everything, first with first. Where years move, last
  /// year's line may look like this year's other one: those are left open.
  void settle_unchanged() {
    std::map<std::pair<std::uint64_t, std::size_t>, std::size_t> later;
    for (std::size_t j = 0; j < to_.size(); ++j) {
      if (open_to_[j]) {
        later.emplace(std::pair(to_[j].content, to_[j].occurrence), j);
      }
    }
    for (std::size_t i = 0; i < from_.size(); ++i) {
      const auto found = later.find({from_[i].content, from_[i].occurrence});
      if (open_from_[i] && from_[i].name.years.empty() && found != later.end() &&
          allowed(i, found->second)) {
        settle(i, found->second);
      }
    }
  }

  /// Takes the pair if nothing speaks against it.
  void settle(std::size_t i, std::size_t j) {
    const PairFeatures features = compare(corpus_, from_[i], to_[j]);
    const std::int64_t odds = score(features);
    if (features.names != PairFeatures::Names::different && odds >= settled_odds) {
      open_from_[i] = false;
      open_to_[j] = false;
      out_.pairs.push_back({i, j, features, odds, odds});
    }
  }

  /// Names that stand once on either side, and whose contents agree.
  void settle_equal_names() {
    struct Places {
      std::array<std::size_t, 2> count{};
      std::array<std::size_t, 2> position{};
    };
    std::unordered_map<std::u32string_view, Places> names;
    for (const Side side : {Side::from, Side::to}) {
      const auto at = static_cast<std::size_t>(side);
      for (std::size_t i = 0; i < corpus_.side(side).size(); ++i) {
        Places& places = names[corpus_.side(side)[i].name.skeleton];
        ++places.count[at];
        places.position[at] = i;
      }
    }
    for (std::size_t i = 0; i < from_.size(); ++i) {
      const Places& places = names.at(from_[i].name.skeleton);
      if (places.count != std::array<std::size_t, 2>{1, 1}) {
        continue;
      }
      const std::size_t j = places.position[1];
      if (open_from_[i] && open_to_[j] && allowed(i, j)) {
        settle(i, j);
      }
    }
  }

  void compare_candidates() {
    for (const Candidate& candidate : find_candidates(corpus_, open_from_, open_to_)) {
      if (constraints_.closed_from[candidate.from] || constraints_.closed_to[candidate.to] ||
          !allowed(candidate.from, candidate.to)) {
        continue;
      }
      ScoredPair pair;
      pair.at = candidate;
      pair.features = compare(corpus_, from_[candidate.from], to_[candidate.to]);
      pair.score = score(pair.features);
      out_.compared.push_back(pair);
    }
  }

  /// A code says nothing where its two projects share neither name nor goal and one of them has a
  /// namesake on the other side: authorities are rebuilt, and codes given to other work.
  void doubt_reused_codes() {
    constexpr int little = 300;  // as the evidence says it
    constexpr int another_goal = 300;
    constexpr int namesake = 600;
    std::vector<int> best_from(from_.size(), 0);
    std::vector<int> best_to(to_.size(), 0);
    for (const ScoredPair& pair : out_.compared) {
      if (!pair.features.same_code) {
        best_from[pair.at.from] = std::max(best_from[pair.at.from], pair.features.name);
        best_to[pair.at.to] = std::max(best_to[pair.at.to], pair.features.name);
      }
    }
    for (ScoredPair& pair : out_.compared) {
      PairFeatures& features = pair.features;
      const bool strangers =
          features.name < little && (!features.goals || features.goal < another_goal);
      if (features.same_code && strangers &&
          std::max(best_from[pair.at.from], best_to[pair.at.to]) >= namesake) {
        features.same_code = false;
        features.reused_code = true;
        pair.score = score(features);
      }
    }
  }

  /// The best assignment of what is open among pairs above `least`.
  std::vector<const ScoredPair*> assign(std::int64_t least) {
    std::vector<Edge> edges;
    std::vector<const ScoredPair*> pairs;
    for (const ScoredPair& pair : out_.compared) {
      if (pair.score > least && open_from_[pair.at.from] && open_to_[pair.at.to]) {
        const std::int64_t weight = (pair.score - least) * (std::int64_t{1} << tie_bits) +
                                    tie_breaker(from_[pair.at.from], to_[pair.at.to]);
        edges.push_back({rank_[0][pair.at.from], rank_[1][pair.at.to], weight});
        pairs.push_back(&pair);
      }
    }
    std::vector<const ScoredPair*> taken;
    for (const std::size_t edge : best_assignment(edges, from_.size(), to_.size())) {
      taken.push_back(pairs[edge]);
    }
    return taken;
  }

  /// Pairs that are likelier than not, and what the whole would lose without
  /// each, as far as one exchange can tell.
  void take_likely() {
    std::vector<const ScoredPair*> of_from(from_.size(), nullptr);
    std::vector<const ScoredPair*> of_to(to_.size(), nullptr);
    const std::vector<const ScoredPair*> taken = assign(0);
    std::vector<std::int64_t> margin(from_.size(), 0);
    for (const ScoredPair* pair : taken) {
      of_from[pair->at.from] = pair;
      of_to[pair->at.to] = pair;
      margin[pair->at.from] = pair->score;
    }
    for (const ScoredPair& pair : out_.compared) {
      const ScoredPair* mine = of_from[pair.at.from];
      const ScoredPair* theirs = of_to[pair.at.to];
      if (mine == &pair || pair.score <= 0 || !open_from_[pair.at.from] || !open_to_[pair.at.to]) {
        continue;
      }
      const std::int64_t kept =
          (mine != nullptr ? mine->score : 0) + (theirs != nullptr ? theirs->score : 0);
      const std::int64_t loss =
          std::max<std::int64_t>(kept - pair.score - crossed(mine, theirs), 0);
      for (const ScoredPair* touched : {mine, theirs}) {
        if (touched != nullptr) {
          margin[touched->at.from] = std::min(margin[touched->at.from], loss);
        }
      }
    }
    for (const ScoredPair* pair : taken) {
      out_.pairs.push_back(
          {pair->at.from, pair->at.to, pair->features, pair->score, margin[pair->at.from]});
      open_from_[pair->at.from] = false;
      open_to_[pair->at.to] = false;
    }
  }

  void note_doubtful() {
    for (const ScoredPair* pair : assign(least_doubtful_odds)) {
      out_.doubtful.push_back(
          {pair->at.from, pair->at.to, pair->features, pair->score, pair->score});
    }
  }

  /// What the two that a new pair leaves behind would be worth to each other.
  [[nodiscard]] std::int64_t crossed(const ScoredPair* mine, const ScoredPair* theirs) const {
    if (mine == nullptr || theirs == nullptr) {
      return 0;
    }
    const Candidate left{theirs->at.from, mine->at.to};
    const auto found =
        std::lower_bound(out_.compared.begin(), out_.compared.end(), left,
                         [](const ScoredPair& a, const Candidate& b) { return a.at < b; });
    return found != out_.compared.end() && found->at == left
               ? std::max<std::int64_t>(found->score, 0)
               : 0;
  }

  const Corpus& corpus_;
  const Constraints& constraints_;
  const std::vector<ProjectView>& from_;
  const std::vector<ProjectView>& to_;
  std::vector<bool> open_from_;
  std::vector<bool> open_to_;
  std::array<std::vector<std::size_t>, 2> rank_;  ///< place in canonical order
  OneToOne out_;
};

}  // namespace

PairFeatures features_between(const Corpus& corpus, const OneToOne& pairing, std::size_t from,
                              std::size_t to) {
  const auto found =
      std::lower_bound(pairing.compared.begin(), pairing.compared.end(), Candidate{from, to},
                       [](const ScoredPair& pair, const Candidate& at) { return pair.at < at; });
  if (found != pairing.compared.end() && found->at == Candidate{from, to}) {
    return found->features;
  }
  return compare(corpus, corpus.side(Side::from)[from], corpus.side(Side::to)[to]);
}

OneToOne pair_projects(const Corpus& corpus, const Constraints& constraints) {
  return Pairing(corpus, constraints).run();
}

}  // namespace budgetdiff::matching
