#include "match/pair_score.hpp"

#include "match/tokens.hpp"
#include "match/year_shift.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <cstdlib>
#include <iterator>

namespace budgetdiff::matching {
namespace {

struct Overlap {
  int both = 0;
  int of_a = 0;
  int of_b = 0;
};

int per_mille(std::int64_t part, std::int64_t whole) {
  return whole == 0 ? 0 : static_cast<int>(part * 1000 / whole);
}

Overlap overlap(const WeighedTokens& a, const WeighedTokens& b) {
  const std::int64_t shared = shared_weight(a, b);
  return {per_mille(2 * shared, a.sum + b.sum), per_mille(shared, a.sum), per_mille(shared, b.sum)};
}

/// Whether the two have different values, and none in common, of one kind.
bool conflict(const NameReading& a, const NameReading& b, Qualifier::Kind kind) {
  bool in_a = false;
  bool in_b = false;
  for (const Qualifier& qualifier : a.qualifiers) {
    if (qualifier.kind == kind) {
      in_a = true;
      if (std::binary_search(b.qualifiers.begin(), b.qualifiers.end(), qualifier)) {
        return false;
      }
    }
  }
  for (const Qualifier& qualifier : b.qualifiers) {
    in_b = in_b || qualifier.kind == kind;
  }
  return in_a && in_b;
}

bool years_conflict(const Corpus& corpus, const NameReading& a, const NameReading& b) {
  if (a.years.empty() || b.years.empty()) {
    return false;
  }
  for (const int before : a.years) {
    for (const int after : b.years) {
      if (fits_year_shift(after - before, a, b, corpus)) {
        return false;
      }
    }
  }
  return true;
}

/// Whether the stem of one name is the other's with words cut short: 医保扩面 of
/// 医疗保险扩面, 国連大学 of 国際連合大学. Both begin alike, and what is left out are a few
/// Chinese characters in more than one place: one passage put in is no abbreviation.
bool is_abbreviation(std::u32string_view shorter, std::u32string_view longer) {
  constexpr std::size_t least = 4;
  constexpr std::size_t longest_gap = 4;
  if (shorter.size() < least || shorter.size() >= longer.size() ||
      5 * shorter.size() < 2 * longer.size() || shorter.front() != longer.front()) {
    return false;
  }
  std::size_t at = 0;
  std::size_t gaps = 0;
  std::size_t gap = 0;
  for (const char32_t c : longer) {
    if (at < shorter.size() && c == shorter[at]) {
      ++at;
      gap = 0;
      continue;
    }
    ++gap;
    gaps += gap == 1 ? 1 : 0;
    if (gap > longest_gap || !is_cjk(c)) {
      return false;
    }
  }
  return at == shorter.size() && gaps > 1;
}

PairFeatures::Names compare_names(const Corpus& corpus, const ProjectView& a,
                                  const ProjectView& b) {
  if (a.project->name == b.project->name) {
    return PairFeatures::Names::exact;
  }
  if (a.name.whole == b.name.whole) {
    return PairFeatures::Names::normalized;
  }
  const auto moved = years_moved(a.name, b.name);
  if (moved && fits_year_shift(*moved, a.name, b.name, corpus)) {
    return PairFeatures::Names::year_rolled;
  }
  return PairFeatures::Names::different;
}

void compare_totals(const ProjectView& a, const ProjectView& b, PairFeatures& out) {
  if (!a.total || !b.total || a.total->is_zero() || b.total->is_zero() ||
      a.total->is_negative() != b.total->is_negative()) {
    return;
  }
  const int scale = std::max(a.total->scale(), b.total->scale());
  const Amount x = a.total->abs().with_scale_at_least(scale);
  const Amount y = b.total->abs().with_scale_at_least(scale);
  const auto [least, most] = std::minmax({x.mantissa(), y.mantissa()});
  out.totals = true;
  out.total = static_cast<int>(least * 1000 / most);
}

}  // namespace

PairFeatures compare(const Corpus& corpus, const ProjectView& a, const ProjectView& b) {
  PairFeatures out;
  out.names = compare_names(corpus, a, b);
  if (!a.code.empty() && !b.code.empty()) {
    out.same_code = a.code == b.code;
    out.different_code = !out.same_code;
  }
  out.same_stem = a.name.stem == b.name.stem;
  const Overlap names = overlap(a.name_tokens, b.name_tokens);
  out.name = out.names == PairFeatures::Names::different ? names.both : 1000;
  out.abbreviated =
      is_abbreviation(a.name.stem, b.name.stem) || is_abbreviation(b.name.stem, a.name.stem);
  if (out.abbreviated) {
    out.name = std::max(out.name, (out.name + 1000) / 2);
  }
  out.name_in_a = names.of_a;
  out.name_in_b = names.of_b;
  if (a.goal_hash != 0 && b.goal_hash != 0) {
    out.goals = true;
    out.same_goal = a.goal_hash == b.goal_hash;
    const Overlap goals =
        out.same_goal ? Overlap{1000, 1000, 1000} : overlap(a.goal_tokens, b.goal_tokens);
    out.goal = goals.both;
    out.goal_in_a = goals.of_a;
    out.goal_in_b = goals.of_b;
  }
  if (!a.indicator_tokens.empty() && !b.indicator_tokens.empty()) {
    out.indicators = true;
    const Overlap shared = overlap(a.indicator_tokens, b.indicator_tokens);
    out.indicator = shared.both;
    out.indicator_in_a = shared.of_a;
    out.indicator_in_b = shared.of_b;
    std::vector<std::uint64_t> equal;
    std::set_intersection(a.indicators.begin(), a.indicators.end(), b.indicators.begin(),
                          b.indicators.end(), std::back_inserter(equal));
    out.shared_indicators = static_cast<int>(equal.size());
  }
  compare_totals(a, b, out);
  out.different_unit =
      !a.spending_unit.empty() && !b.spending_unit.empty() && a.spending_unit != b.spending_unit;
  out.level_conflict = conflict(a.name, b.name, Qualifier::Kind::level);
  out.phase_conflict = conflict(a.name, b.name, Qualifier::Kind::phase);
  out.year_conflict = years_conflict(corpus, a.name, b.name);
  out.one_qualified = a.name.qualifiers.empty() != b.name.qualifiers.empty();
  return out;
}

PairFeatures features_of_unchanged(const ProjectView& a, const ProjectView& b) {
  PairFeatures out;
  out.names = PairFeatures::Names::exact;
  out.same_code = !a.code.empty();
  out.same_stem = true;
  out.name = out.name_in_a = out.name_in_b = 1000;
  if (a.goal_hash != 0) {
    out.goals = out.same_goal = true;
    out.goal = out.goal_in_a = out.goal_in_b = 1000;
  }
  if (!a.indicator_tokens.empty()) {
    out.indicators = true;
    out.indicator = out.indicator_in_a = out.indicator_in_b = 1000;
    out.shared_indicators = static_cast<int>(a.indicators.size());
  }
  compare_totals(a, b, out);
  return out;
}

std::int64_t score(const PairFeatures& f) {
  // docs/matching.md tells where these numbers come from.
  std::int64_t odds = -4200;
  odds += 6000LL * f.name / 1000;
  if (f.names != PairFeatures::Names::different) {
    odds += 800;
    // Among equals the same spelling comes first.
    odds += f.names == PairFeatures::Names::exact ? 200 : 0;
  } else if (f.same_stem) {
    odds += 500;
  }
  if (f.same_code) {
    odds += 8000;
  } else if (f.different_code) {
    odds -= 500;
  }
  if (f.goals) {
    odds += 4500LL * f.goal / 1000 - 1300;
  }
  if (f.indicators) {
    odds += 4000LL * f.indicator / 1000 - 1000;
  }
  if (f.totals) {
    odds += 800LL * f.total / 1000 - 300;
  }
  odds -= f.level_conflict ? 9000 : 0;
  odds -= f.phase_conflict ? 6000 : 0;
  odds -= f.year_conflict ? 1500 : 0;
  odds -= f.different_unit ? 2500 : 0;
  odds -= f.one_qualified && f.names == PairFeatures::Names::different ? 300 : 0;
  return odds;
}

}  // namespace budgetdiff::matching
