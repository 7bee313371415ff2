#include "match/contribution.hpp"
#include "match/grouping.hpp"
#include "match/offshoot.hpp"

#include <algorithm>
#include <cstdlib>
#include <iterator>
#include <optional>

namespace budgetdiff::matching {
namespace {

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

/// `most` times what was contributed; `neutral` where nothing sets the part apart,
/// and at least that where `forgiven`.
std::int64_t contributed(std::int64_t most, std::optional<int> share, int neutral, bool forgiven) {
  const int counted = share.value_or(neutral);
  return most * (forgiven ? std::max(counted, neutral) : counted) / 1000;
}

/// 艺术节筹备 beside 艺术节, whichever side has the latter: when the one goes, it has gone
/// into the other.
bool is_preparation(const ProjectView& part, const ProjectView& whole,
                    const std::vector<ProjectView>& views,
                    const std::vector<std::size_t>& members) {
  const std::u32string_view prepared = prepared_by(part.name.stem);
  return !prepared.empty() && (whole.name.stem == prepared ||
                               std::any_of(members.begin(), members.end(), [&](std::size_t i) {
                                 return views[i].name.stem == prepared;
                               }));
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
  } else if (is_preparation(part, whole, views, members)) {
    // Its goal and indicators are those of a preparation: they end with it.
    odds += 5200;
    odds += features.goals ? 1500LL * goal_cover / 1000 - 300 : 0;
    odds += features.indicators ? 1000LL * indicator_cover / 1000 - 100 : 0;
  } else {
    const auto name = contribution(part, whole, &ProjectView::name_tokens, views, members);
    odds += 4500LL * name.value_or(0) / 1000 + 800LL * name_cover / 1000;
    odds += is_included(part, whole) ? 1500 : 0;
    // An offshoot, or a form that was copied: where the names have nothing in common
    // a person is asked; money that adds up decides for the former. What it says
    // beyond the form that it was made from is not held against it.
    const std::int64_t offshoot = find_offshoot(corpus, part, whole, views, members).odds;
    odds += offshoot;
    if (features.goals) {
      const auto goal = contribution(part, whole, &ProjectView::goal_tokens, views, members);
      odds += contributed(4000, goal, 300, offshoot > 0) - 1200;
      // A goal taken over word for word and found nowhere else.
      odds += goal.value_or(0) >= 850 ? 1200 : 0;
    }
    if (features.indicators) {
      const auto indicators =
          contribution(part, whole, &ProjectView::indicator_tokens, views, members);
      odds += contributed(3000, indicators, 330, offshoot > 0) - 1000;
    }
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
