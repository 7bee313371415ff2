#include "match/bundles.hpp"

namespace budgetdiff::matching {
namespace {

/// A name says it plainly.
constexpr std::int64_t joined_odds = 4000;
/// The same where one of the joined lives on under its own name: part of it went over.
constexpr std::int64_t joined_beside_odds = 2000;

}  // namespace

Partners::Partners(const Corpus& corpus, const OneToOne& pairing) {
  for (const Side side : {Side::from, Side::to}) {
    pair_of_[static_cast<std::size_t>(side)].assign(corpus.side(side).size(), nullptr);
  }
  for (const PairedProjects& pair : pairing.pairs) {
    pair_of_[0][pair.from] = &pair;
    pair_of_[1][pair.to] = &pair;
  }
}

bool is_certain(const PairedProjects& pair) {
  return pair.features.names != PairFeatures::Names::different || pair.features.same_code;
}

Candidate link(Side part_side, std::size_t part, std::size_t whole) {
  return part_side == Side::from ? Candidate{part, whole} : Candidate{whole, part};
}

std::vector<Bundle> find_joined(const Corpus& corpus, const OneToOne& pairing) {
  std::vector<Bundle> out;
  const Partners partners(corpus, pairing);
  for (const JoinedName& join : corpus.joined) {
    const Side part_side = join.side == 0 ? Side::to : Side::from;
    const PairedProjects* pair = partners.of(other(part_side), join.whole);
    if (pair != nullptr && is_certain(*pair)) {
      continue;
    }
    Bundle bundle;
    bundle.odds = joined_odds;
    for (const std::size_t part : join.parts) {
      const PairedProjects* own = partners.of(part_side, part);
      if (own != nullptr && is_certain(*own)) {
        bundle.odds = joined_beside_odds;
      }
      bundle.links.push_back(link(part_side, part, join.whole));
    }
    out.push_back(std::move(bundle));
  }
  return out;
}

}  // namespace budgetdiff::matching
