#include "match/indicator_pairs.hpp"

#include "match/assignment.hpp"
#include "match/fixed_log.hpp"
#include "match/indicator_names.hpp"
#include "match/tokens.hpp"

#include <budgetdiff/model/target.hpp>
#include <budgetdiff/text/same_name.hpp>
#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <iterator>
#include <limits>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace budgetdiff::matching {
namespace {

struct IndicatorView {
  const Indicator* indicator = nullptr;
  std::string name;      ///< folded
  std::string plain;     ///< without what forms add
  std::string category;  ///< folded second level, or first where there is none
  TokenSet tokens;
  std::vector<std::int64_t> weights;  ///< of `tokens`
  std::int64_t weight = 0;            ///< their sum
};

/// What a measure ends in says little of what it measures: a quarter.
std::int64_t weight_of(Token token) {
  static const TokenSet general = [] {
    TokenSet out;
    for (const std::u32string_view ending :
         {U"满意度", U"满意率", U"及时率", U"完成率", U"合格率", U"数量", U"次数", U"人数"}) {
      add_tokens(ending, out);
    }
    sort_unique(out);
    return out;
  }();
  return std::binary_search(general.begin(), general.end(), token) ? 1 : 4;
}

std::vector<IndicatorView> views_of(const Project& project) {
  std::vector<IndicatorView> out;
  out.reserve(project.indicators.size());
  for (const Indicator& indicator : project.indicators) {
    IndicatorView view;
    view.indicator = &indicator;
    view.name = fold_name(indicator.name);
    view.category = fold_category(indicator.level2.empty() ? indicator.level1 : indicator.level2);
    view.plain = plain_indicator_name(view.name);
    add_tokens(to_code_points(view.plain), view.tokens);
    sort_unique(view.tokens);
    view.weights.reserve(view.tokens.size());
    for (const Token token : view.tokens) {
      view.weights.push_back(weight_of(token));
      view.weight += view.weights.back();
    }
    out.push_back(std::move(view));
  }
  return out;
}

struct Compared {
  std::int64_t score = 0;
  MatchMethod method = MatchMethod::similar;
};

Compared compare(const IndicatorView& a, const IndicatorView& b) {
  Compared out;
  const bool same_category = a.category == b.category;
  const bool same_targets = a.indicator->annual_target == b.indicator->annual_target &&
                            a.indicator->period_target == b.indicator->period_target;
  if (a.name == b.name) {
    out.method =
        a.indicator->name == b.indicator->name ? MatchMethod::exact : MatchMethod::normalized;
    out.score = same_category ? 6000 : 4000;
    out.score += out.method == MatchMethod::exact ? 200 : 0;
  } else if (a.plain == b.plain) {
    out.score = same_category ? 4500 : 3000;
  } else {
    const std::int64_t shared = shared_weight(a, b);
    const std::int64_t all = a.weight + b.weight;
    const std::int64_t least = std::min(a.weight, b.weight);
    if (least == 0) {
      out.score = -10000;
      return out;
    }
    out.score = -3600 + 10'000 * shared / all + 1500 * shared / least;
    out.score += same_category ? 300 : -700;
  }
  out.score += same_targets ? 600 : 0;
  return out;
}

/// Per mille of `part` that stands in `whole`.
int covered(const TokenSet& part, const TokenSet& whole) {
  const auto in = std::count_if(part.begin(), part.end(), [&](Token token) {
    return std::binary_search(whole.begin(), whole.end(), token);
  });
  return part.empty() ? 0 : static_cast<int>(in * 1000 / static_cast<std::ptrdiff_t>(part.size()));
}

/// Whether `whole` was cut into `first` and `second`: both are made of its words,
/// and together they say more of it than the first alone.
bool is_cut_in_two(const IndicatorView& whole, const IndicatorView& first,
                   const IndicatorView& second) {
  constexpr int mostly = 700;
  constexpr int more = 200;
  if (first.name == whole.name || whole.category != second.category ||
      covered(first.tokens, whole.tokens) < mostly ||
      covered(second.tokens, whole.tokens) < mostly) {
    return false;
  }
  TokenSet both;
  std::set_union(first.tokens.begin(), first.tokens.end(), second.tokens.begin(),
                 second.tokens.end(), std::back_inserter(both));
  return covered(whole.tokens, both) >= mostly &&
         covered(whole.tokens, both) >= covered(whole.tokens, first.tokens) + more;
}

/// Whether a part's name is the whole's with more words (线上培训人数 of 培训人数), of one category
/// and one unit: what was measured as one is measured for each kind.
bool qualifies(const IndicatorView& whole, const IndicatorView& part) {
  constexpr std::size_t least_tokens = 3;  // 人数 alone is a measure of anything
  constexpr int all = 1000;
  const auto unit_of = [](const IndicatorView& view) {
    const Indicator& one = *view.indicator;
    return read_target(one.annual_target.empty() ? one.period_target : one.annual_target,
                       unit_in_name(one.name))
        .unit;
  };
  return part.plain != whole.plain && part.category == whole.category &&
         whole.tokens.size() >= least_tokens && covered(whole.tokens, part.tokens) == all &&
         unit_of(whole) == unit_of(part);
}

class PairOfProjects {
 public:
  PairOfProjects(const Project& from, const Project& to, std::size_t i, std::size_t j)
      : before_(views_of(from)),
        after_(views_of(to)),
        i_(i),
        j_(j),
        partner_of_before_(before_.size(), none),
        partner_of_after_(after_.size(), none) {}

  void run(std::vector<IndicatorPair>& out) {
    pair_one_to_one(out);
    find_cut(before_, after_, partner_of_before_, partner_of_after_,
             [&](std::size_t whole, std::size_t part) { out.push_back(cut_pair(whole, part)); });
    find_cut(after_, before_, partner_of_after_, partner_of_before_,
             [&](std::size_t whole, std::size_t part) { out.push_back(cut_pair(part, whole)); });
  }

 private:
  static constexpr std::size_t none = std::numeric_limits<std::size_t>::max();

  void pair_one_to_one(std::vector<IndicatorPair>& out) {
    std::vector<Edge> edges;
    std::vector<Compared> compared;
    for (std::size_t a = 0; a < before_.size(); ++a) {
      for (std::size_t b = 0; b < after_.size(); ++b) {
        const Compared pair = compare(before_[a], after_[b]);
        if (pair.score > 0) {
          // Where scores tie, those that stand at the same place go together.
          const auto apart = static_cast<std::int64_t>(a > b ? a - b : b - a);
          edges.push_back(
              {a, b, pair.score * (1 << 20) - std::min<std::int64_t>(apart * apart, 1 << 18)});
          compared.push_back(pair);
        }
      }
    }
    for (const std::size_t edge : best_assignment(edges, before_.size(), after_.size())) {
      const auto& [a, b, weight] = edges[edge];
      const MatchMethod method = compared[edge].method;
      out.push_back(
          {i_, a, j_, b, method,
           method == MatchMethod::similar ? probability_per_mille(compared[edge].score) : 1000});
      partner_of_before_[a] = b;
      partner_of_after_[b] = a;
    }
  }

  /// Gives what found no partner on the other side to the indicator it was cut from.
  template <class Add>
  static void find_cut(const std::vector<IndicatorView>& wholes,
                       const std::vector<IndicatorView>& parts,
                       const std::vector<std::size_t>& partner_of_whole,
                       const std::vector<std::size_t>& partner_of_part, Add add) {
    std::vector<bool> cut(wholes.size(), false);
    for (std::size_t part = 0; part < parts.size(); ++part) {
      for (std::size_t whole = 0; partner_of_part[part] == none && whole < wholes.size(); ++whole) {
        if (partner_of_whole[whole] == none) {
          continue;
        }
        const IndicatorView& first = parts[partner_of_whole[whole]];
        const bool in_two = !cut[whole] && is_cut_in_two(wholes[whole], first, parts[part]);
        if (in_two || (qualifies(wholes[whole], first) && qualifies(wholes[whole], parts[part]))) {
          cut[whole] = true;
          add(whole, part);
          break;
        }
      }
    }
  }

  [[nodiscard]] IndicatorPair cut_pair(std::size_t a, std::size_t b) const {
    constexpr int confidence = 750;
    return {i_, a, j_, b, MatchMethod::similar, confidence};
  }

  std::vector<IndicatorView> before_;
  std::vector<IndicatorView> after_;
  std::size_t i_;
  std::size_t j_;
  std::vector<std::size_t> partner_of_before_;
  std::vector<std::size_t> partner_of_after_;
};

/// Equal lists go together as they stand: no other pairing can be better.
bool pair_equal_lists(const Project& from, const Project& to, std::size_t i, std::size_t j,
                      std::vector<IndicatorPair>& out) {
  if (from.indicators != to.indicators) {
    return false;
  }
  for (std::size_t at = 0; at < from.indicators.size(); ++at) {
    out.push_back({i, at, j, at, MatchMethod::exact, 1000});
  }
  return true;
}

}  // namespace

void pair_indicators(const Snapshot& from, const Snapshot& to, AlignedGroup& group) {
  group.indicators.clear();
  for (const std::size_t i : group.from) {
    for (const std::size_t j : group.to) {
      const Project& before = from.projects[i];
      const Project& after = to.projects[j];
      if (!pair_equal_lists(before, after, i, j, group.indicators)) {
        PairOfProjects(before, after, i, j).run(group.indicators);
      }
    }
  }
}

}  // namespace budgetdiff::matching
