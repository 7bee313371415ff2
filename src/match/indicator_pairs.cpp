#include "match/indicator_pairs.hpp"

#include "match/assignment.hpp"
#include "match/fixed_log.hpp"
#include "match/tokens.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

namespace budgetdiff::matching {
namespace {

struct IndicatorView {
  const Indicator* indicator = nullptr;
  std::string name;      ///< folded
  std::string category;  ///< folded second level, or first where there is none
  TokenSet tokens;
};

/// A category is the same with or without 指标 at its end.
std::string fold_category(const std::string& text) {
  std::string out = fold_name(text);
  constexpr std::string_view ending = "指标";
  if (out.size() > ending.size() && out.ends_with(ending)) {
    out.resize(out.size() - ending.size());
  }
  return out;
}

std::vector<IndicatorView> views_of(const Project& project) {
  std::vector<IndicatorView> out;
  for (const Indicator& indicator : project.indicators) {
    IndicatorView view;
    view.indicator = &indicator;
    view.name = fold_name(indicator.name);
    view.category = fold_category(indicator.level2.empty() ? indicator.level1 : indicator.level2);
    add_tokens(to_code_points(view.name), view.tokens);
    sort_unique(view.tokens);
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
  } else {
    TokenSet common;
    std::set_intersection(a.tokens.begin(), a.tokens.end(), b.tokens.begin(), b.tokens.end(),
                          std::back_inserter(common));
    const auto shared = static_cast<std::int64_t>(common.size());
    const auto all = static_cast<std::int64_t>(a.tokens.size() + b.tokens.size());
    const auto least = static_cast<std::int64_t>(std::min(a.tokens.size(), b.tokens.size()));
    if (least == 0) {
      out.score = -10000;
      return out;
    }
    out.score = -3600 + 5000 * 2 * shared / all + 1500 * shared / least;
    out.score += same_category ? 300 : -700;
  }
  out.score += same_targets ? 600 : 0;
  return out;
}

void pair_two(const Project& from, const Project& to, std::size_t i, std::size_t j,
              std::vector<IndicatorPair>& out) {
  const std::vector<IndicatorView> before = views_of(from);
  const std::vector<IndicatorView> after = views_of(to);
  std::vector<Edge> edges;
  std::vector<Compared> compared;
  for (std::size_t a = 0; a < before.size(); ++a) {
    for (std::size_t b = 0; b < after.size(); ++b) {
      const Compared pair = compare(before[a], after[b]);
      if (pair.score > 0) {
        // Where scores tie, those that stand at the same place go together.
        const auto apart = static_cast<std::int64_t>(a > b ? a - b : b - a);
        edges.push_back(
            {a, b, pair.score * (1 << 20) - std::min<std::int64_t>(apart * apart, 1 << 18)});
        compared.push_back(pair);
      }
    }
  }
  for (const std::size_t edge : best_assignment(edges, before.size(), after.size())) {
    IndicatorPair pair;
    pair.from_project = i;
    pair.from_indicator = edges[edge].left;
    pair.to_project = j;
    pair.to_indicator = edges[edge].right;
    pair.method = compared[edge].method;
    pair.confidence =
        pair.method == MatchMethod::similar ? probability_per_mille(compared[edge].score) : 1000;
    out.push_back(pair);
  }
}

}  // namespace

void pair_indicators(const Snapshot& from, const Snapshot& to, AlignedGroup& group) {
  group.indicators.clear();
  for (const std::size_t i : group.from) {
    for (const std::size_t j : group.to) {
      pair_two(from.projects[i], to.projects[j], i, j, group.indicators);
    }
  }
}

}  // namespace budgetdiff::matching
