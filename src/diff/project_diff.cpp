#include "diff/project_diff.hpp"

#include "diff/indicator_diff.hpp"
#include "diff/word_diff.hpp"

#include <budgetdiff/model/extra_members.hpp>
#include <budgetdiff/model/money_unit.hpp>
#include <budgetdiff/text/same_name.hpp>
#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <utility>

namespace budgetdiff {
namespace {

ProjectChangeKind kind_of_shape(const AlignedGroup& group) {
  if (group.from.empty()) {
    return ProjectChangeKind::added;
  }
  if (group.to.empty()) {
    return ProjectChangeKind::removed;
  }
  if (group.from.size() > 1) {
    return group.to.size() > 1 ? ProjectChangeKind::regrouped : ProjectChangeKind::merged;
  }
  return group.to.size() > 1 ? ProjectChangeKind::split : ProjectChangeKind::unchanged;
}

/// Sums by column over the projects of one side; a column that no project has
/// is absent.
Funding sum_by_column(const Snapshot& snapshot, const std::vector<std::size_t>& positions) {
  if (positions.size() == 1) {
    return snapshot.projects[positions.front()].funding;
  }
  Funding sums;
  for (const std::size_t position : positions) {
    for (const auto& [column, amount] : snapshot.projects[position].funding.items()) {
      const Amount* so_far = sums.find(column);
      sums.set(column, so_far != nullptr ? *so_far + amount : amount);
    }
  }
  return sums;
}

void add_field(std::string_view field, const std::string& from, const std::string& to,
               const ChangeIds& ids, ProjectChange& change) {
  if (from == to) {
    return;
  }
  const bool notation = !from.empty() && !to.empty() && fold_name(from) == fold_name(to);
  change.fields.push_back(
      {ids.make({change.id, "field", field}), std::string(field), from, to, notation});
}

void add_extra_fields(const Project& from, const Project& to, const ChangeIds& ids,
                      ProjectChange& change) {
  for (MemberChange& member : changed_members(from.extra, to.extra)) {
    const std::string field = std::string(extra_prefix) + member.key;
    change.fields.push_back({ids.make({change.id, "field", field}), field, std::move(member.from),
                             std::move(member.to), false});
  }
}

void add_goal(std::string_view field, const Project& from, const Project& to,
              const std::string& before, const std::string& after, const ChangeIds& ids,
              ProjectChange& change) {
  if (before == after) {
    return;
  }
  GoalChange goal;
  goal.id = ids.make({change.id, "goal", field, from.name, to.name});
  goal.field = field;
  goal.from_project = from.name;
  goal.to_project = to.name;
  goal.from = before;
  goal.to = after;
  goal.edits = word_diff(before, after);
  goal.notation = !before.empty() && !after.empty() && same_prose(before, after);
  change.goals.push_back(std::move(goal));
}

/// Which pairs of projects have their goals compared: all of them in a split or
/// merger; in a regrouping each later project with the earlier one that shares
/// most indicators with it.
std::vector<std::pair<std::size_t, std::size_t>> goal_pairs(const AlignedGroup& group) {
  std::vector<std::pair<std::size_t, std::size_t>> pairs;
  if (group.from.size() == 1 || group.to.size() == 1) {
    for (const std::size_t later : group.to) {
      for (const std::size_t earlier : group.from) {
        pairs.emplace_back(earlier, later);
      }
    }
    return pairs;
  }
  for (const std::size_t later : group.to) {
    std::size_t best = group.from.front();
    std::ptrdiff_t most = -1;
    for (const std::size_t earlier : group.from) {
      const auto shared = std::count_if(
          group.indicators.begin(), group.indicators.end(), [&](const IndicatorPair& pair) {
            return pair.from_project == earlier && pair.to_project == later;
          });
      if (shared > most) {
        most = shared;
        best = earlier;
      }
    }
    pairs.emplace_back(best, later);
  }
  return pairs;
}

void settle_kind(const Snapshot& from, const Snapshot& to, const AlignedGroup& group,
                 ProjectChange& change) {
  if (change.kind != ProjectChangeKind::unchanged) {
    return;
  }
  if (!same_name(from.projects[group.from.front()].name, to.projects[group.to.front()].name)) {
    change.kind = ProjectChangeKind::renamed;
    return;
  }
  const auto real = [](const auto& list) {
    return std::any_of(list.begin(), list.end(), [](const auto& item) { return !item.notation; });
  };
  const auto any = !change.fields.empty() || !change.funding.empty() || !change.goals.empty() ||
                   !change.indicators.empty();
  if (real(change.fields) || real(change.funding) || real(change.goals) ||
      real(change.indicators)) {
    change.kind = ProjectChangeKind::changed;
  } else {
    change.notation = any;
  }
}

void fill_money(const Snapshot& from, const Snapshot& to, const AlignedGroup& group,
                const ChangeIds& ids, ProjectChange& change) {
  const Funding before = sum_by_column(from, group.from);
  const Funding after = sum_by_column(to, group.to);
  if (const Amount* total = before.total()) {
    change.from_total = convert(*total, from.unit, to.unit);
  }
  if (const Amount* total = after.total()) {
    change.to_total = *total;
  }
  const bool comparable = change.from_total || before.total() == nullptr;
  if (comparable && (change.from_total || change.to_total)) {
    change.delta = change.to_total.value_or(Amount()) - change.from_total.value_or(Amount());
    if (change.from_total) {
      change.percent = percent_of(*change.delta, *change.from_total);
    }
  }
  if (!group.from.empty() && !group.to.empty()) {
    change.funding = diff_funding(before, after, from, to, ids, change.id);
  }
}

}  // namespace

std::vector<AmountChange> diff_funding(const Funding& from, const Funding& to,
                                       const Snapshot& from_snapshot, const Snapshot& to_snapshot,
                                       const ChangeIds& ids, std::string_view owner) {
  std::vector<std::string> columns;
  for (const auto& [column, amount] : from.items()) {
    columns.push_back(column);
  }
  for (const auto& [column, amount] : to.items()) {
    if (from.find(column) == nullptr) {
      columns.push_back(column);
    }
  }
  std::sort(columns.begin(), columns.end(), Funding::before);
  const bool same_unit = from_snapshot.unit == to_snapshot.unit;
  std::vector<AmountChange> out;
  for (const std::string& column : columns) {
    const Amount* before = from.find(column);
    const Amount* after = to.find(column);
    if (before != nullptr && after != nullptr && same_unit && before->identical(*after)) {
      continue;
    }
    AmountChange change;
    change.id = ids.make({owner, "funding", column});
    change.column = column;
    std::optional<Amount> converted;
    if (before != nullptr) {
      change.from = *before;
      converted = convert(*before, from_snapshot.unit, to_snapshot.unit);
    }
    if (after != nullptr) {
      change.to = *after;
    }
    if (before == nullptr || converted) {
      const Amount start = converted.value_or(Amount());
      change.delta = change.to.value_or(Amount()) - start;
      change.percent = percent_of(*change.delta, start);
      // A blank and a zero are the same amount of money.
      change.notation = change.delta->is_zero();
    }
    out.push_back(std::move(change));
  }
  return out;
}

std::vector<ProjectRef> refs_to(const Snapshot& snapshot,
                                const std::vector<std::size_t>& positions) {
  std::vector<ProjectRef> refs;
  refs.reserve(positions.size());
  for (const std::size_t position : positions) {
    const Project& project = snapshot.projects[position];
    ProjectRef ref;
    ref.index = position;
    ref.name = project.name;
    if (const Amount* total = project.funding.total()) {
      ref.total = *total;
    }
    refs.push_back(std::move(ref));
  }
  return refs;
}

ProjectChange diff_group(const Snapshot& from, const Snapshot& to, const AlignedGroup& group,
                         const ChangeIds& ids) {
  ProjectChange change;
  change.id = ids.make({"project", ids.from_names(group.from), ids.to_names(group.to)});
  change.kind = kind_of_shape(group);
  change.from = refs_to(from, group.from);
  change.to = refs_to(to, group.to);
  change.method = group.method;
  change.confidence = group.confidence;
  change.evidence = group.evidence;
  fill_money(from, to, group, ids, change);

  const bool one_to_one = group.from.size() == 1 && group.to.size() == 1;
  if (!one_to_one) {
    // The parts cannot be rebuilt from sums, so they are carried whole.
    for (ProjectRef& ref : change.from) {
      ref.content = from.projects[ref.index];
    }
    for (ProjectRef& ref : change.to) {
      ref.content = to.projects[ref.index];
    }
  } else {
    const Project& before = from.projects[group.from.front()];
    const Project& after = to.projects[group.to.front()];
    add_field("name", before.name, after.name, ids, change);
    add_field("code", before.code, after.code, ids, change);
    add_field("type", before.type, after.type, ids, change);
    add_field("spending_unit", before.spending_unit, after.spending_unit, ids, change);
    add_extra_fields(before, after, ids, change);
  }
  if (group.from.empty() || group.to.empty()) {
    return change;
  }
  for (const auto& [earlier, later] : goal_pairs(group)) {
    const Project& before = from.projects[earlier];
    const Project& after = to.projects[later];
    add_goal("goal", before, after, before.goal, after.goal, ids, change);
    add_goal("annual_goal", before, after, before.annual_goal, after.annual_goal, ids, change);
  }
  diff_indicators(from, to, group, ids, change);
  settle_kind(from, to, group, change);
  return change;
}

}  // namespace budgetdiff
