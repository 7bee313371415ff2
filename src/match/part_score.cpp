#include "match/grouping.hpp"

#include <algorithm>
#include <cstdlib>
#include <iterator>
#include <optional>

namespace budgetdiff::matching {
namespace {

/// Of what sets a part apart from the other members, the share that stands in
/// the whole, per mille; nothing where next to nothing sets it apart.
using Contribution = std::optional<int>;

/// Answers whether ascending tokens are in a set, in one walk through it.
class Walk {
 public:
  explicit Walk(const TokenSet& tokens) : at_(tokens.begin()), end_(tokens.end()) {}

  bool finds(Token token) {
    while (at_ != end_ && *at_ < token) {
      ++at_;
    }
    return at_ != end_ && *at_ == token;
  }

 private:
  TokenSet::const_iterator at_;
  TokenSet::const_iterator end_;
};

Contribution contribution(const WeighedTokens& part, const WeighedTokens& whole,
                          std::vector<Walk> others) {
  Walk in_whole(whole.tokens);
  std::int64_t all = 0;
  std::int64_t own = 0;
  std::int64_t covered = 0;
  for (std::size_t i = 0; i < part.tokens.size(); ++i) {
    const Token token = part.tokens[i];
    const int weight = part.weights[i];
    all += weight;
    const bool known =
        std::any_of(others.begin(), others.end(), [&](Walk& other) { return other.finds(token); });
    if (!known) {
      own += weight;
      covered += in_whole.finds(token) ? weight : 0;
    }
  }
  if (own * 5 < all || own == 0) {
    return std::nullopt;
  }
  return static_cast<int>(covered * 1000 / own);
}

template <class Member>
std::vector<Walk> sets_of(const std::vector<ProjectView>& views,
                          const std::vector<std::size_t>& members, Member member) {
  std::vector<Walk> out;
  out.reserve(members.size());
  for (const std::size_t i : members) {
    out.emplace_back((views[i].*member).tokens);
  }
  return out;
}

/// Years, phases and levels in brackets: what makes a part of a whole.
bool names_a_part(const Qualifier& qualifier) {
  return qualifier.kind != Qualifier::Kind::other;
}

/// A whole that is itself a part that one of the members equals: what lacks the
/// qualifier is another project, not a part of it.
bool whole_is_a_member(const ProjectView& part, const ProjectView& whole,
                       const std::vector<ProjectView>& views,
                       const std::vector<std::size_t>& members) {
  const bool qualified =
      std::any_of(whole.name.qualifiers.begin(), whole.name.qualifiers.end(), names_a_part);
  if (!qualified || part.name.qualifiers == whole.name.qualifiers) {
    return false;
  }
  return std::any_of(members.begin(), members.end(), [&](std::size_t i) {
    return views[i].name.qualifiers == whole.name.qualifiers;
  });
}

/// Gap between a sum and the whole in per mille of the larger.
std::int64_t gap(const Amount& sum, const Amount& whole) {
  const int scale = std::max(sum.scale(), whole.scale());
  const Amount::Integer a = sum.with_scale_at_least(scale).mantissa();
  const Amount::Integer b = whole.with_scale_at_least(scale).mantissa();
  const Amount::Integer larger = std::max(a, b);
  const Amount::Integer apart = a > b ? a - b : b - a;
  return larger <= 0 ? 1000 : static_cast<std::int64_t>(apart * 1000 / larger);
}

/// A line of another year beside the project itself: 甲（2022年） beside 甲 in the table
/// of 2023. The table's own year names a part of this year's money instead.
bool is_line_of_another_year(const Corpus& corpus, Side side, const ProjectView& part,
                             const ProjectView& whole, const std::vector<ProjectView>& views,
                             const std::vector<std::size_t>& members) {
  const std::optional<int> year = corpus.years[static_cast<std::size_t>(side)];
  const bool of_a_year =
      std::any_of(part.name.qualifiers.begin(), part.name.qualifiers.end(),
                  [](const Qualifier& one) { return one.kind == Qualifier::Kind::period; });
  return year && of_a_year && !part.name.years.empty() && part.name.years.back() != *year &&
         part.name.stem == whole.name.stem &&
         std::any_of(members.begin(), members.end(),
                     [&](std::size_t i) { return views[i].name.whole == whole.name.whole; });
}

/// Whether the whole's total is that of the members with the part, or without.
/// Where a line of another year goes and the project stays, only the money tells
/// a merger from a line that ended: there it counts more, and most where the
/// project's total is the same to the last digit.
std::int64_t sum_score(const ProjectView& part, const ProjectView& whole,
                       const std::vector<ProjectView>& views,
                       const std::vector<std::size_t>& members, bool line_of_another_year) {
  if (!part.total || !whole.total || members.empty()) {
    return 0;
  }
  Amount sum;
  for (const std::size_t i : members) {
    if (!views[i].total) {
      return 0;
    }
    sum += *views[i].total;
  }
  const std::int64_t before = gap(sum, *whole.total);
  const std::int64_t after = gap(sum + *part.total, *whole.total);
  if (!line_of_another_year) {
    return std::clamp<std::int64_t>(4 * (before - after), -2000, 1000);
  }
  const std::int64_t exact = sum == *whole.total ? -2500 : 0;
  return std::clamp<std::int64_t>(8 * (before - after), -3500, 1000) + exact;
}

bool is_included(const ProjectView& part, const ProjectView& whole) {
  return std::any_of(whole.name.included.begin(), whole.name.included.end(),
                     [&](const std::u32string& included) {
                       return without_general_ending(included) == part.name.stem;
                     });
}

}  // namespace

std::int64_t part_score(const Corpus& corpus, const PairFeatures& features, Side part_side,
                        std::size_t part_at, std::size_t whole_at,
                        const std::vector<std::size_t>& members) {
  const std::vector<ProjectView>& views = corpus.side(part_side);
  const ProjectView& part = views[part_at];
  const ProjectView& whole = corpus.side(other(part_side))[whole_at];
  std::int64_t odds = -4500;
  const bool from_side = part_side == Side::from;
  const int name_cover = from_side ? features.name_in_a : features.name_in_b;
  const int goal_cover = from_side ? features.goal_in_a : features.goal_in_b;
  const int indicator_cover = from_side ? features.indicator_in_a : features.indicator_in_b;
  if (features.same_stem) {
    odds += 3500;
    odds += part.name.base == whole.name.base ? 600 : 0;
    odds += features.goals ? 3000LL * goal_cover / 1000 - 1200 : 0;
    odds += features.indicators ? 2500LL * indicator_cover / 1000 - 900 : 0;
  } else {
    const Contribution name = contribution(part.name_tokens, whole.name_tokens,
                                           sets_of(views, members, &ProjectView::name_tokens));
    odds += 4500LL * name.value_or(0) / 1000 + 800LL * name_cover / 1000;
    odds += is_included(part, whole) ? 1500 : 0;
    if (features.goals) {
      const Contribution goal = contribution(part.goal_tokens, whole.goal_tokens,
                                             sets_of(views, members, &ProjectView::goal_tokens));
      odds += 4000LL * goal.value_or(300) / 1000 - 1200;
      // A goal taken over word for word and found nowhere else.
      odds += goal.value_or(0) >= 850 ? 1200 : 0;
    }
    if (features.indicators) {
      const Contribution indicators =
          contribution(part.indicator_tokens, whole.indicator_tokens,
                       sets_of(views, members, &ProjectView::indicator_tokens));
      odds += 3000LL * indicators.value_or(330) / 1000 - 1000;
    }
    // The whole's goal word for word and half of its indicators under another name:
    // an offshoot, or a form that was copied. A person is asked; money that adds up
    // decides for the former.
    const std::size_t all = std::max(part.indicators.size(), whole.indicators.size());
    const bool same_form = features.same_goal && features.shared_indicators > 0 &&
                           2 * static_cast<std::size_t>(features.shared_indicators) >= all;
    odds += same_form ? 4200 : 0;
  }
  const bool other_year = is_line_of_another_year(corpus, part_side, part, whole, views, members);
  odds -= other_year ? 1500 : 0;  // such lines mostly end by themselves
  odds += sum_score(part, whole, views, members, other_year);
  odds -= features.level_conflict ? 9000 : 0;
  odds -= features.phase_conflict ? 6000 : 0;
  odds -= whole_is_a_member(part, whole, views, members) ? 5000 : 0;
  // Two of one name are two projects, not two parts.
  const bool doubled = std::any_of(members.begin(), members.end(), [&](std::size_t i) {
    return views[i].name.whole == part.name.whole;
  });
  odds -= doubled ? 4000 : 0;
  return odds;
}

}  // namespace budgetdiff::matching
