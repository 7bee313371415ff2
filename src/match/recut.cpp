#include "match/bundles.hpp"
#include "match/contribution.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <string_view>
#include <tuple>
#include <utility>

namespace budgetdiff::matching {
namespace {

constexpr std::int64_t recut_odds = 1000;
constexpr std::int64_t fully_recut_odds = 2000;
/// More parts of one name than this are no parts of one whole: every school's line.
constexpr std::size_t most_parts = 16;

/// （市级）, （一期）: what names the parts of a whole.
bool is_cut(const ProjectView& view) {
  return std::any_of(
      view.name.qualifiers.begin(), view.name.qualifiers.end(), [](const Qualifier& one) {
        return one.kind == Qualifier::Kind::level || one.kind == Qualifier::Kind::phase;
      });
}

/// The search for one side on which the new parts stand.
class Recut {
 public:
  Recut(const Corpus& corpus, const OneToOne& pairing, Side side)
      : part_side_(side),
        parts_(corpus.side(side)),
        origins_(corpus.side(other(side))),
        partners_(corpus, pairing) {
    for (std::size_t i = 0; i < parts_.size(); ++i) {
      const PairedProjects* pair = partners_.of(part_side_, i);
      if (!corpus.is_unchanged[static_cast<std::size_t>(side)][i] && is_cut(parts_[i]) &&
          (pair == nullptr || !is_certain(*pair))) {
        families_[parts_[i].name.base].members.push_back(i);
      }
    }
    for (const ScoredPair& pair : pairing.compared) {
      const std::size_t part = side == Side::from ? pair.at.from : pair.at.to;
      const std::size_t origin = side == Side::from ? pair.at.to : pair.at.from;
      const auto family = families_.find(parts_[part].name.base);
      if (family != families_.end() && is_family(family->second) && !is_cut(origins_[origin])) {
        add_origin(family->second, origin, pair.score);
      }
    }
  }

  void run(std::vector<Bundle>& out) {
    for (auto& [base, family] : families_) {
      if (family.origins.size() > 1) {
        Found best;
        sort_origins(family);
        for (std::size_t a = 0; a < family.origins.size(); ++a) {
          for (std::size_t b = a + 1; b < family.origins.size(); ++b) {
            best = std::max(best, look(family, family.origins[a].first, family.origins[b].first),
                            [](const Found& x, const Found& y) {
                              return std::pair(x.links.size(), x.strength) <
                                     std::pair(y.links.size(), y.strength);
                            });
          }
        }
        if (!best.links.empty()) {
          const std::int64_t odds = best.links.size() > 3 ? fully_recut_odds : recut_odds;
          out.push_back({std::move(best.links), odds});
        }
      }
    }
  }

 private:
  /// Parts of one whole, and who they may come from with the best score of each.
  struct Family {
    std::vector<std::size_t> members;
    std::vector<std::pair<std::size_t, std::int64_t>> origins;
  };
  static bool is_family(const Family& family) {
    return family.members.size() > 1 && family.members.size() <= most_parts;
  }

  struct Found {
    std::vector<Candidate> links;
    std::int64_t strength = 0;
  };

  void add_origin(Family& family, std::size_t origin, std::int64_t score) {
    if (const PairedProjects* pair = partners_.of(other(part_side_), origin)) {
      const std::size_t partner = part_side_ == Side::from ? pair->from : pair->to;
      if (std::find(family.members.begin(), family.members.end(), partner) ==
          family.members.end()) {
        return;
      }
    }
    for (auto& [known, best] : family.origins) {
      if (known == origin) {
        best = std::max(best, score);
        return;
      }
    }
    family.origins.emplace_back(origin, score);
  }

  /// The likeliest few; what ties goes by contents.
  void sort_origins(Family& family) const {
    constexpr std::size_t most = 8;
    std::sort(family.origins.begin(), family.origins.end(), [&](const auto& a, const auto& b) {
      const ProjectView& x = origins_[a.first];
      const ProjectView& y = origins_[b.first];
      return std::tuple(-a.second, x.content, x.occurrence) <
             std::tuple(-b.second, y.content, y.occurrence);
    });
    family.origins.resize(std::min(most, family.origins.size()));
  }

  /// How much of what `origin` alone has went into `part`; 0: it did not.
  [[nodiscard]] int fed(std::size_t origin, std::size_t rival, std::size_t part) const {
    constexpr int most_of_name = 400;
    constexpr int much = 300;
    const auto share = [&](TokensOf tokens) {
      return contribution(origins_[origin], parts_[part], tokens, origins_, {rival}).value_or(0);
    };
    const int name = share(&ProjectView::name_tokens);
    const int goal = share(&ProjectView::goal_tokens);
    const int indicators = share(&ProjectView::indicator_tokens);
    const int proofs =
        (name >= most_of_name ? 1 : 0) + (goal >= much ? 1 : 0) + (indicators >= much ? 1 : 0);
    return proofs > 1 ? name + goal + indicators : 0;
  }

  /// Each part has something of one of the two, and at least one has of both.
  [[nodiscard]] Found look(const Family& family, std::size_t a, std::size_t b) const {
    Found out;
    if (origins_[a].name.base == origins_[b].name.base) {
      return out;
    }
    std::array<std::size_t, 2> links_of{};
    std::size_t parts = 0;
    for (const std::size_t part : family.members) {
      const std::array<int, 2> strength = {fed(a, b, part), fed(b, a, part)};
      parts += strength[0] + strength[1] > 0 ? 1U : 0U;
      for (std::size_t n = 0; n < 2; ++n) {
        if (strength[n] > 0) {
          ++links_of[n];
          out.strength += strength[n];
          out.links.push_back(link(part_side_, part, n == 0 ? a : b));
        }
      }
    }
    const bool crossed =
        parts > 1 && links_of[0] > 0 && links_of[1] > 0 && out.links.size() > parts;
    return crossed ? out : Found{};
  }

  Side part_side_;
  const std::vector<ProjectView>& parts_;
  const std::vector<ProjectView>& origins_;
  Partners partners_;
  std::map<std::u32string_view, Family> families_;
};

}  // namespace

std::vector<Bundle> find_recut(const Corpus& corpus, const OneToOne& pairing) {
  std::vector<Bundle> out;
  for (const Side side : {Side::from, Side::to}) {
    Recut(corpus, pairing, side).run(out);
  }
  return out;
}

}  // namespace budgetdiff::matching
