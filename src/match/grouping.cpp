#include "match/grouping.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <tuple>
#include <utility>

namespace budgetdiff::matching {
namespace {

constexpr std::size_t none = std::numeric_limits<std::size_t>::max();

class Grouping {
 public:
  Grouping(const Corpus& corpus, const OneToOne& pairing) : corpus_(corpus), pairing_(pairing) {
    for (const Side side : {Side::from, Side::to}) {
      group_of_[index(side)].assign(corpus.side(side).size(), none);
    }
    for (const PairedProjects& pair : pairing.pairs) {
      if (pair.margin >= 0) {
        group_of_[0][pair.from] = groups_.size();
        group_of_[1][pair.to] = groups_.size();
        groups_.push_back({{pair.from}, {pair.to}, {pair}, {}, pair.margin});
      }
    }
  }

  std::vector<ProjectGroup> run() {
    // One part joins at a time, the surest first: what has joined changes what
    // the others add to the whole.
    for (std::vector<Part> offers = all_offers(); !offers.empty(); offers = all_offers()) {
      bool joined = false;
      std::vector<std::size_t> changed;
      for (const Part& offer : offers) {
        const std::size_t group = group_of_[index(other(offer.side))][offer.whole];
        if (group_of_[index(offer.side)][offer.part] != none ||
            std::find(changed.begin(), changed.end(), group) != changed.end()) {
          continue;
        }
        join(offer);
        changed.push_back(group_of_[index(offer.side)][offer.part]);
        joined = true;
      }
      if (!joined) {
        break;
      }
    }
    return std::move(groups_);
  }

 private:
  static std::size_t index(Side side) { return static_cast<std::size_t>(side); }

  [[nodiscard]] const std::vector<std::size_t>& members(std::size_t group, Side side) const {
    return side == Side::from ? groups_[group].from : groups_[group].to;
  }

  /// Whether a part on `side` may join: a group grows on one side only.
  [[nodiscard]] bool may_grow(std::size_t group, Side side) const {
    return members(group, other(side)).size() == 1;
  }

  [[nodiscard]] std::vector<Part> all_offers() const {
    std::vector<Part> offers;
    for (const ScoredPair& pair : pairing_.compared) {
      const std::array<std::size_t, 2> at = {pair.at.from, pair.at.to};
      for (const Side side : {Side::from, Side::to}) {
        const std::size_t part = at[index(side)];
        const std::size_t whole = at[1 - index(side)];
        const std::size_t group = group_of_[1 - index(side)][whole];
        if (group_of_[index(side)][part] != none || group == none || !may_grow(group, side)) {
          continue;
        }
        const std::int64_t odds =
            part_score(corpus_, pair.features, side, part, whole, members(group, side));
        if (odds > 0) {
          offers.push_back({side, part, whole, odds});
        }
      }
    }
    std::sort(offers.begin(), offers.end(),
              [&](const Part& a, const Part& b) { return order_of(a) < order_of(b); });
    return offers;
  }

  /// Surest first, then by contents: the same for both directions.
  [[nodiscard]] std::tuple<std::int64_t, std::uint64_t, std::uint64_t, std::size_t, std::size_t>
  order_of(const Part& part) const {
    const ProjectView& own = corpus_.side(part.side)[part.part];
    const ProjectView& whole = corpus_.side(other(part.side))[part.whole];
    return {-part.score, own.content, whole.content, own.occurrence, whole.occurrence};
  }

  void join(const Part& part) {
    const std::size_t at = group_of_[index(other(part.side))][part.whole];
    ProjectGroup& group = groups_[at];
    (part.side == Side::from ? group.from : group.to).push_back(part.part);
    group.parts.push_back(part);
    group.margin = std::min(group.margin, part.score);
    group_of_[index(part.side)][part.part] = at;
  }

  const Corpus& corpus_;
  const OneToOne& pairing_;
  std::array<std::vector<std::size_t>, 2> group_of_;
  std::vector<ProjectGroup> groups_;
};

}  // namespace

std::vector<ProjectGroup> group_projects(const Corpus& corpus, const OneToOne& pairing) {
  return Grouping(corpus, pairing).run();
}

}  // namespace budgetdiff::matching
