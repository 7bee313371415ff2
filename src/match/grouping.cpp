#include "match/grouping.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <map>
#include <string_view>
#include <tuple>
#include <utility>

namespace budgetdiff::matching {
namespace {

constexpr std::size_t none = std::numeric_limits<std::size_t>::max();

class Grouping {
 public:
  Grouping(const Corpus& corpus, const OneToOne& pairing, const Constraints& constraints)
      : corpus_(corpus), pairing_(pairing), constraints_(constraints) {
    for (const Side side : {Side::from, Side::to}) {
      group_of_[index(side)].assign(corpus.side(side).size(), none);
    }
    const std::vector<Bundle> joined = find_joined(corpus, pairing);
    std::vector<bool> given_up = find_lured_parts();
    give_up_for_names(joined, given_up);
    std::map<std::u32string_view, std::size_t> regrouped;
    for (std::size_t p = 0; p < pairing.pairs.size(); ++p) {
      const PairedProjects& pair = pairing.pairs[p];
      if (given_up[p]) {
        continue;
      }
      std::size_t group = groups_.size();
      if (is_cut_anew(pair)) {
        group =
            regrouped.emplace(corpus.side(Side::from)[pair.from].name.stem, group).first->second;
        group = may_add(pair, group) ? group : groups_.size();
      }
      if (group == groups_.size()) {
        groups_.emplace_back();
      }
      add_pair(pair, group);
    }
    std::for_each(joined.begin(), joined.end(), [&](const Bundle& bundle) { tie(bundle); });
    for (const Bundle& bundle : find_recut(corpus, pairing)) {
      tie(bundle);
    }
  }

  Grouped run() {
    // One part joins at a time, the surest first: what has joined changes what
    // the others add to the whole.
    for (std::vector<Part> offers = offers_above(0); !offers.empty(); offers = offers_above(0)) {
      std::vector<std::size_t> changed;
      std::vector<std::pair<Side, std::size_t>> waiting;
      for (const Part& offer : offers) {
        const std::size_t group = group_of_[index(other(offer.side))][offer.whole];
        const std::pair part(offer.side, offer.part);
        if (group_of_[index(offer.side)][offer.part] != none ||
            std::find(waiting.begin(), waiting.end(), part) != waiting.end()) {
          continue;
        }
        // What a group that has grown is worth to this part is known in the next
        // round; it does not go to a worse one before.
        if (std::find(changed.begin(), changed.end(), group) != changed.end()) {
          waiting.push_back(part);
          continue;
        }
        join(offer);
        changed.push_back(group);
      }
    }
    Grouped out;
    out.doubtful = doubtful_parts();
    out.groups = std::move(groups_);
    // Those that went into another.
    std::erase_if(out.groups, [](const ProjectGroup& group) { return group.from.empty(); });
    return out;
  }

 private:
  /// Pairs that only stand because one of the two could not be paired with the
  /// whole that it is part of: 甲（一期） with a look-alike of 甲, since 甲 itself was
  /// taken by 甲（二期）.
  [[nodiscard]] std::vector<bool> find_lured_parts() const {
    std::vector<bool> out(pairing_.pairs.size(), false);
    std::array<std::vector<std::size_t>, 2> pair_of;
    for (const Side side : {Side::from, Side::to}) {
      pair_of[index(side)].assign(corpus_.side(side).size(), none);
    }
    for (std::size_t p = 0; p < pairing_.pairs.size(); ++p) {
      pair_of[0][pairing_.pairs[p].from] = p;
      pair_of[1][pairing_.pairs[p].to] = p;
    }
    for (const ScoredPair& candidate : pairing_.compared) {
      const std::array<std::size_t, 2> at = {candidate.at.from, candidate.at.to};
      for (const Side side : {Side::from, Side::to}) {
        const std::size_t part = at[index(side)];
        const std::size_t whole = at[1 - index(side)];
        const std::size_t own = pair_of[index(side)][part];
        const std::size_t taken = pair_of[1 - index(side)][whole];
        if (own == none || taken == none || own == taken) {
          continue;
        }
        const auto base_of = [&](Side which, std::size_t position) -> const std::u32string& {
          return corpus_.side(which)[position].name.base;
        };
        const std::size_t sibling = member_of(pairing_.pairs[taken], side);
        const std::size_t lure = member_of(pairing_.pairs[own], other(side));
        const std::u32string& base = base_of(side, part);
        if (base_of(other(side), whole) != base || base_of(side, sibling) != base ||
            base_of(other(side), lure) == base) {
          continue;
        }
        constexpr std::int64_t head_start = 2000;
        const std::int64_t odds =
            part_score(corpus_, candidate.features, side, part, whole, {sibling});
        out[own] = out[own] || (odds > 0 && odds + head_start > pairing_.pairs[own].score);
      }
    }
    return out;
  }

  /// Pairs of mere resemblance with projects that a name tells were joined: 公路及航道养护
  /// has taken 航道养护, which is not also the look-alike 航道疏浚.
  void give_up_for_names(const std::vector<Bundle>& joined, std::vector<bool>& given_up) const {
    constexpr std::int64_t mere_resemblance = 3500;
    std::array<std::vector<bool>, 2> declared;
    for (const Side side : {Side::from, Side::to}) {
      declared[index(side)].assign(corpus_.side(side).size(), false);
    }
    std::vector<Candidate> links;
    for (const Bundle& bundle : joined) {
      for (const Candidate& link : bundle.links) {
        if (constraints_.allows(link)) {
          declared[0][link.from] = true;
          declared[1][link.to] = true;
          links.push_back(link);
        }
      }
    }
    std::sort(links.begin(), links.end());
    for (std::size_t p = 0; p < pairing_.pairs.size(); ++p) {
      const PairedProjects& pair = pairing_.pairs[p];
      const bool touched = declared[0][pair.from] || declared[1][pair.to];
      const bool resembles = pair.features.names == PairFeatures::Names::different &&
                             !pair.features.same_stem && !pair.features.same_code;
      if (touched && resembles && pair.score < mere_resemblance &&
          !std::binary_search(links.begin(), links.end(), Candidate{pair.from, pair.to})) {
        given_up[p] = true;
      }
    }
  }

  static std::size_t member_of(const PairedProjects& pair, Side side) {
    return side == Side::from ? pair.from : pair.to;
  }

  /// Parts of one whole that were cut in another way, （市级） and （区本级） into
  /// （一期） and （二期）: which became which cannot be said, so that all such
  /// pairs of one stem make one group.
  [[nodiscard]] bool is_cut_anew(const PairedProjects& pair) const {
    const NameReading& from = corpus_.side(Side::from)[pair.from].name;
    const NameReading& to = corpus_.side(Side::to)[pair.to].name;
    return pair.features.names == PairFeatures::Names::different && from.stem == to.stem &&
           !from.qualifiers.empty() && !to.qualifiers.empty() &&
           from.qualifiers.front().kind != to.qualifiers.front().kind;
  }

  /// The weakest link. Within a larger group another pairing would change
  /// nothing, so that its pairs count by their own score.
  static std::int64_t margin_of(const ProjectGroup& group) {
    const bool single = group.pairs.size() == 1 && group.parts.empty();
    std::int64_t least = single ? group.pairs.front().margin : group.pairs.front().score;
    for (const PairedProjects& pair : group.pairs) {
      least = std::min(least, pair.score);
    }
    for (const Part& part : group.parts) {
      least = std::min(least, part.score);
    }
    return least;
  }

  void add_pair(const PairedProjects& pair, std::size_t at) {
    ProjectGroup& group = groups_[at];
    group_of_[0][pair.from] = at;
    group_of_[1][pair.to] = at;
    group.from.push_back(pair.from);
    group.to.push_back(pair.to);
    group.pairs.push_back(pair);
    group.margin = margin_of(group);
  }

  /// Makes one group of all that a bundle links, where no person said otherwise.
  void tie(const Bundle& bundle) {
    if (!std::all_of(bundle.links.begin(), bundle.links.end(),
                     [&](const Candidate& link) { return constraints_.allows(link); })) {
      return;
    }
    for (const Candidate& link : bundle.links) {
      const std::size_t before = group_of_[0][link.from];
      const std::size_t after = group_of_[1][link.to];
      if (!may_tie(link)) {
        continue;
      }
      if (before == none && after == none) {
        groups_.emplace_back();
        add_pair(
            {link.from, link.to,
             compare(corpus_, corpus_.side(Side::from)[link.from], corpus_.side(Side::to)[link.to]),
             bundle.odds, bundle.odds},
            groups_.size() - 1);
      } else if (before == none) {
        join({Side::from, link.from, link.to, bundle.odds});
      } else if (after == none) {
        join({Side::to, link.to, link.from, bundle.odds});
      } else if (before != after) {
        unite(before, after);
        groups_[before].parts.push_back({Side::to, link.to, link.from, bundle.odds});
        groups_[before].margin = margin_of(groups_[before]);
      }
    }
  }

  [[nodiscard]] bool may_add(const PairedProjects& pair, std::size_t group) const {
    if (group == groups_.size()) {
      return true;
    }
    const auto& [from, to] = std::tie(groups_[group].from, groups_[group].to);
    return std::all_of(to.begin(), to.end(),
                       [&](std::size_t j) {
                         return constraints_.allows({pair.from, j});
                       }) &&
           std::all_of(from.begin(), from.end(), [&](std::size_t i) {
             return constraints_.allows({i, pair.to});
           });
  }

  /// No pair of the group that a link makes may be ruled out.
  [[nodiscard]] bool may_tie(const Candidate& link) const {
    if (constraints_.forbidden.empty()) {
      return true;  // those that a person pinned stand in no pair and no bundle
    }
    std::array<std::vector<std::size_t>, 2> all = {{{link.from}, {link.to}}};
    for (const std::size_t group : {group_of_[0][link.from], group_of_[1][link.to]}) {
      if (group != none) {
        all[0].insert(all[0].end(), groups_[group].from.begin(), groups_[group].from.end());
        all[1].insert(all[1].end(), groups_[group].to.begin(), groups_[group].to.end());
      }
    }
    return std::all_of(all[0].begin(), all[0].end(), [&](std::size_t i) {
      return std::all_of(all[1].begin(), all[1].end(), [&](std::size_t j) {
        return constraints_.allows({i, j});
      });
    });
  }

  void unite(std::size_t kept, std::size_t given) {
    ProjectGroup group = std::move(groups_[given]);
    groups_[given] = {};
    for (const std::size_t i : group.from) {
      group_of_[0][i] = kept;
    }
    for (const std::size_t j : group.to) {
      group_of_[1][j] = kept;
    }
    const auto append = [](auto& all, const auto& more) {
      all.insert(all.end(), more.begin(), more.end());
    };
    append(groups_[kept].from, group.from);
    append(groups_[kept].to, group.to);
    append(groups_[kept].pairs, group.pairs);
    append(groups_[kept].parts, group.parts);
  }

  static std::size_t index(Side side) { return static_cast<std::size_t>(side); }

  [[nodiscard]] const std::vector<std::size_t>& members(std::size_t group, Side side) const {
    return side == Side::from ? groups_[group].from : groups_[group].to;
  }

  /// Whether a part on `side` may join: a group grows on one side only.
  [[nodiscard]] bool may_grow(std::size_t group, Side side) const {
    return members(group, other(side)).size() == 1 || groups_[group].pairs.size() > 1;
  }

  /// Parts without a group that are likelier than `least` to be one of some group's.
  [[nodiscard]] std::vector<Part> offers_above(std::int64_t least) {
    std::vector<Part> offers;
    for (std::size_t i = 0; i < pairing_.compared.size(); ++i) {
      const ScoredPair& pair = pairing_.compared[i];
      const std::array<std::size_t, 2> at = {pair.at.from, pair.at.to};
      for (const Side side : {Side::from, Side::to}) {
        const std::size_t part = at[index(side)];
        const std::size_t whole = at[1 - index(side)];
        const std::size_t group = group_of_[1 - index(side)][whole];
        if (group_of_[index(side)][part] != none || group == none || !may_grow(group, side) ||
            !may_tie(pair.at)) {
          continue;
        }
        const std::vector<std::size_t>& joined = members(group, side);
        Odds& odds_now = odds_[index(side)][i];
        if (odds_now.members != joined.size()) {  // groups only grow
          odds_now = {static_cast<std::uint32_t>(joined.size()),
                      static_cast<std::int32_t>(
                          part_score(corpus_, pair.features, side, part, whole, joined))};
        }
        const std::int64_t odds = odds_now.odds;
        if (odds > least) {
          offers.push_back({side, part, whole, odds});
        }
      }
    }
    std::sort(offers.begin(), offers.end(),
              [&](const Part& a, const Part& b) { return order_of(a) < order_of(b); });
    return offers;
  }

  /// Surest first, then by contents: the same for both directions.
  using Order = std::tuple<std::int64_t, std::uint64_t, std::uint64_t, std::uint64_t, std::size_t,
                           std::size_t>;

  [[nodiscard]] Order order_of(const Part& part) const {
    const ProjectView& own = corpus_.side(part.side)[part.part];
    const ProjectView& whole = corpus_.side(other(part.side))[part.whole];
    // Wholes alike in everything differ by who has joined them already.
    const std::size_t group = group_of_[index(other(part.side))][part.whole];
    std::uint64_t joined = 0;
    for (const std::size_t member : members(group, part.side)) {
      joined += corpus_.side(part.side)[member].content;
    }
    return std::tuple(-part.score, own.content, whole.content, joined, own.occurrence,
                      whole.occurrence);
  }

  [[nodiscard]] std::vector<DoubtfulPart> doubtful_parts() {
    std::vector<DoubtfulPart> out;
    std::array<std::vector<bool>, 2> seen;
    for (const Side side : {Side::from, Side::to}) {
      seen[index(side)].assign(corpus_.side(side).size(), false);
    }
    for (const Part& part : offers_above(least_doubtful_odds)) {
      if (seen[index(part.side)][part.part]) {
        continue;
      }
      seen[index(part.side)][part.part] = true;
      const ProjectGroup& group = groups_[group_of_[index(other(part.side))][part.whole]];
      DoubtfulPart doubt{part, group.from, group.to};
      (part.side == Side::from ? doubt.from : doubt.to).push_back(part.part);
      out.push_back(std::move(doubt));
    }
    return out;
  }

  void join(const Part& part) {
    const std::size_t at = group_of_[index(other(part.side))][part.whole];
    ProjectGroup& group = groups_[at];
    (part.side == Side::from ? group.from : group.to).push_back(part.part);
    group.parts.push_back(part);
    group.margin = margin_of(group);
    group_of_[index(part.side)][part.part] = at;
  }

  const Corpus& corpus_;
  const OneToOne& pairing_;
  const Constraints& constraints_;
  std::array<std::vector<std::size_t>, 2> group_of_;
  std::vector<ProjectGroup> groups_;

  /// Of one of `compared` as a part of the other's group, as long as that has so
  /// many members on the part's side.
  struct Odds {
    std::uint32_t members = 0;  ///< 0: not known yet
    std::int32_t odds = 0;
  };
  std::array<std::vector<Odds>, 2> odds_{std::vector<Odds>(pairing_.compared.size()),
                                         std::vector<Odds>(pairing_.compared.size())};
};

}  // namespace

Grouped group_projects(const Corpus& corpus, const OneToOne& pairing,
                       const Constraints& constraints) {
  return Grouping(corpus, pairing, constraints).run();
}

}  // namespace budgetdiff::matching
