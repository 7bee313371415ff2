#include "diff/indicator_diff.hpp"

#include "diff/divided_targets.hpp"

#include <budgetdiff/text/same_name.hpp>
#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>

namespace budgetdiff {
namespace {

using Position = std::pair<std::size_t, std::size_t>;  // project, indicator

/// What an id says of an indicator: its name and category, and which of several
/// alike in its project it is.
std::string identity(const Project& project, std::size_t index) {
  const Indicator& indicator = project.indicators[index];
  std::size_t occurrence = 1;
  for (std::size_t i = 0; i < index; ++i) {
    const Indicator& other = project.indicators[i];
    if (other.name == indicator.name && other.level1 == indicator.level1 &&
        other.level2 == indicator.level2) {
      ++occurrence;
    }
  }
  return project.name + '\x1e' + indicator.level1 + '\x1e' + indicator.level2 + '\x1e' +
         indicator.name + '\x1e' + std::to_string(occurrence);
}

void compare_target(std::string_view field, const std::string& from, const std::string& to,
                    const Indicator& before, const Indicator& after, const TargetYears& years,
                    IndicatorChange& change, std::size_t& carried) {
  if (from == to) {
    carried += from.empty() ? 0U : 1U;
    return;
  }
  const TargetComparison comparison =
      compare_targets(from, to, before.name, after.name,
                      after.level2.empty() ? before.level2 : after.level2, years);
  change.targets.push_back({{},
                            std::string(field),
                            from,
                            to,
                            comparison.effect,
                            comparison.delta,
                            comparison.unit,
                            comparison.rule});
}

class GroupIndicators {
 public:
  GroupIndicators(const Snapshot& from, const Snapshot& to, const AlignedGroup& group,
                  const ChangeIds& ids, ProjectChange& change)
      : from_(from),
        to_(to),
        group_(group),
        ids_(ids),
        change_(change),
        divided_(divided_targets(from, to, group)) {}

  void run() {
    count_pairs();
    find_silent_pairs();
    for (const std::size_t project : group_.to) {
      for (std::size_t i = 0; i < to_.projects[project].indicators.size(); ++i) {
        add_later(project, i);
      }
    }
    for (const std::size_t project : group_.from) {
      for (std::size_t i = 0; i < from_.projects[project].indicators.size(); ++i) {
        if (!pairs_of_from_.contains({project, i})) {
          add_removed(project, i);
        }
      }
    }
  }

 private:
  void count_pairs() {
    for (const IndicatorPair& pair : group_.indicators) {
      pairs_of_to_[{pair.to_project, pair.to_indicator}].push_back(&pair);
      ++pairs_of_from_[{pair.from_project, pair.from_indicator}];
    }
  }

  /// Pairs that need not be said: equal, paired once on both sides, and (in a
  /// group of one and one) part of the longest run that keeps its order.
  void find_silent_pairs() {
    std::vector<const IndicatorPair*> equal;
    for (const IndicatorPair& pair : group_.indicators) {
      const Indicator& before = from_.projects[pair.from_project].indicators[pair.from_indicator];
      const Indicator& after = to_.projects[pair.to_project].indicators[pair.to_indicator];
      if (before == after && pairs_of_from_[{pair.from_project, pair.from_indicator}] == 1 &&
          pairs_of_to_[{pair.to_project, pair.to_indicator}].size() == 1) {
        equal.push_back(&pair);
      }
    }
    if (!one_to_one()) {
      silent_.insert(equal.begin(), equal.end());
      return;
    }
    std::sort(equal.begin(), equal.end(), [](const IndicatorPair* a, const IndicatorPair* b) {
      return a->to_indicator < b->to_indicator;
    });
    // Longest increasing run by earlier position; the lists are short.
    std::vector<std::size_t> length(equal.size(), 1);
    std::vector<std::size_t> previous(equal.size(), equal.size());
    std::size_t best = equal.size();
    for (std::size_t i = 0; i < equal.size(); ++i) {
      for (std::size_t j = 0; j < i; ++j) {
        if (equal[j]->from_indicator < equal[i]->from_indicator && length[j] + 1 > length[i]) {
          length[i] = length[j] + 1;
          previous[i] = j;
        }
      }
      if (best == equal.size() || length[i] > length[best]) {
        best = i;
      }
    }
    for (std::size_t i = best; i < equal.size(); i = previous[i]) {
      silent_.insert(equal[i]);
    }
  }

  [[nodiscard]] bool one_to_one() const { return group_.from.size() == 1 && group_.to.size() == 1; }

  void add_later(std::size_t project, std::size_t index) {
    const auto pairs = pairs_of_to_.find({project, index});
    if (pairs == pairs_of_to_.end()) {
      IndicatorChange added;
      added.kind = IndicatorChangeKind::added;
      added.to_project = to_.projects[project].name;
      added.to_index = index;
      added.to = to_.projects[project].indicators[index];
      added.id = ids_.make({change_.id, "indicator", "", identity(to_.projects[project], index)});
      change_.indicators.push_back(std::move(added));
      return;
    }
    for (const IndicatorPair* pair : pairs->second) {
      add_pair(*pair);
    }
  }

  void add_removed(std::size_t project, std::size_t index) {
    IndicatorChange removed;
    removed.kind = IndicatorChangeKind::removed;
    removed.from_project = from_.projects[project].name;
    removed.from_index = index;
    removed.from = from_.projects[project].indicators[index];
    removed.id = ids_.make({change_.id, "indicator", identity(from_.projects[project], index), ""});
    change_.indicators.push_back(std::move(removed));
  }

  void add_pair(const IndicatorPair& pair) {
    const Project& earlier = from_.projects[pair.from_project];
    const Project& later = to_.projects[pair.to_project];
    const Indicator& before = earlier.indicators[pair.from_indicator];
    const Indicator& after = later.indicators[pair.to_indicator];

    IndicatorChange change;
    std::size_t carried = 0;
    const TargetYears years{from_.year, to_.year};
    compare_target("period_target", before.period_target, after.period_target, before, after, years,
                   change, carried);
    compare_target("annual_target", before.annual_target, after.annual_target, before, after, years,
                   change, carried);
    // The period's and the year's, where they are alike, are one target: as when they change.
    for (TargetChange& target : change.targets) {
      const auto divided = divided_.find({&pair, target.field});
      if (divided != divided_.end()) {
        target.effect = divided->second.effect;
        target.delta = divided->second.delta;
        target.unit = divided->second.unit;
        target.rule = divided->second.rule;
      }
    }
    const bool twice = carried == 2 && before.period_target == before.annual_target;
    change_.carried_targets += twice ? 1 : carried;
    if (silent_.contains(&pair) || (before == after && !one_to_one())) {
      return;
    }
    // Made for what is listed only: a digest costs more than a comparison.
    change.id = ids_.make({change_.id, "indicator", identity(earlier, pair.from_indicator),
                           identity(later, pair.to_indicator)});
    for (TargetChange& target : change.targets) {
      target.id = ids_.make({change.id, target.field});
    }
    change.from_project = earlier.name;
    change.to_project = later.name;
    change.from_index = pair.from_indicator;
    change.to_index = pair.to_indicator;
    change.from = before;
    change.to = after;
    change.confidence = pair.confidence;
    const bool renamed = !same_name(before.name, after.name);
    const bool reclassified = !same_category(before, after);
    const bool targets_differ = !only_reworded(change.targets);
    const bool rest_differs = before.weight != after.weight || before.extra != after.extra;
    if (renamed) {
      change.kind = IndicatorChangeKind::renamed;
    } else if (reclassified) {
      change.kind = IndicatorChangeKind::reclassified;
    } else if (before == after) {
      change.kind = IndicatorChangeKind::moved;
    } else {
      change.kind = IndicatorChangeKind::changed;
    }
    change.notation = !renamed && !reclassified && !targets_differ && !rest_differs;
    change_.indicators.push_back(std::move(change));
  }

  const Snapshot& from_;
  const Snapshot& to_;
  const AlignedGroup& group_;
  const ChangeIds& ids_;
  ProjectChange& change_;
  DividedTargets divided_;
  std::map<Position, std::size_t> pairs_of_from_;
  std::map<Position, std::vector<const IndicatorPair*>> pairs_of_to_;
  std::set<const IndicatorPair*> silent_;
};

}  // namespace

std::string category_of(const Indicator& indicator) {
  if (indicator.level1.empty() || indicator.level2.empty()) {
    return indicator.level1 + indicator.level2;
  }
  return indicator.level1 + "/" + indicator.level2;
}

bool only_reworded(const std::vector<TargetChange>& targets) {
  return std::all_of(targets.begin(), targets.end(),
                     [](const TargetChange& target) { return target.effect == Effect::reworded; });
}

bool same_category(const Indicator& a, const Indicator& b) {
  return same_category(a.level1, b.level1) && same_category(a.level2, b.level2);
}

void diff_indicators(const Snapshot& from, const Snapshot& to, const AlignedGroup& group,
                     const ChangeIds& ids, ProjectChange& change) {
  GroupIndicators(from, to, group, ids, change).run();
}

}  // namespace budgetdiff
