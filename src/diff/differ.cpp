#include "diff/change_id.hpp"
#include "diff/form_change.hpp"
#include "diff/form_columns.hpp"
#include "diff/indicator_diff.hpp"
#include "diff/project_diff.hpp"

#include <budgetdiff/diff/differ.hpp>
#include <budgetdiff/model/money_unit.hpp>
#include <budgetdiff/model/whole_total.hpp>
#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <array>
#include <map>
#include <utility>

namespace budgetdiff {
namespace {

SnapshotRef ref_to(const Snapshot& snapshot, const std::string& blob_id) {
  SnapshotRef ref;
  ref.department = snapshot.department;
  ref.year = snapshot.year;
  ref.stage = snapshot.stage;
  ref.unit = snapshot.unit;
  ref.note = snapshot.note;
  ref.stated_total = snapshot.stated_total;
  ref.extra = snapshot.extra;
  ref.blob_id = blob_id;
  ref.project_count = snapshot.projects.size();
  for (const Project& project : snapshot.projects) {
    ref.indicator_count += project.indicators.size();
    for (const Indicator& indicator : project.indicators) {
      ref.categories.insert(category_of(indicator));
    }
  }
  return ref;
}

Totals compare_totals(const Snapshot& from, const Snapshot& to) {
  Totals totals;
  totals.to = whole_total(to);
  if (const auto before = whole_total(from)) {
    totals.from = convert(*before, from.unit, to.unit);
  }
  if (totals.from && totals.to) {
    totals.delta = *totals.to - *totals.from;
    totals.percent = percent_of(*totals.delta, *totals.from);
  }
  return totals;
}

/// The stated totals that differ. A table without a row 合计 states nothing, which is not 0: what
/// only one of them states is shown, and no difference of money.
std::vector<AmountChange> compare_stated(const Snapshot& from, const Snapshot& to,
                                         const ChangeIds& ids) {
  auto out = diff_funding(from.stated_total, to.stated_total, from, to, ids, "stated_total");
  if (from.stated_total.empty() || to.stated_total.empty()) {
    for (AmountChange& change : out) {
      change.delta.reset();
      change.percent.reset();
      change.notation = true;
    }
  }
  return out;
}

/// One line a kind that occurs, in the order of the list; then what the
/// projects do not explain. Empty where the money cannot be compared.
std::vector<ReconciliationLine> reconcile(const ChangeSet& changes) {
  if (!changes.totals.delta) {
    return {};
  }
  constexpr std::array order{ProjectChangeKind::added,     ProjectChangeKind::removed,
                             ProjectChangeKind::split,     ProjectChangeKind::merged,
                             ProjectChangeKind::regrouped, ProjectChangeKind::renamed,
                             ProjectChangeKind::changed,   ProjectChangeKind::unchanged};
  std::map<ProjectChangeKind, ReconciliationLine> lines;
  // Every line is shown with the decimals of the total's change.
  Amount explained(0, 0);
  for (const ProjectChange& change : changes.projects) {
    ReconciliationLine& line = lines[change.kind];
    ++line.count;
    if (change.delta) {
      line.delta += *change.delta;
      explained += *change.delta;
    }
  }
  const int scale = changes.totals.delta->scale();
  std::vector<ReconciliationLine> out;
  for (const ProjectChangeKind kind : order) {
    const auto at = lines.find(kind);
    if (at != lines.end()) {
      out.push_back({std::string(to_string(kind)), at->second.count,
                     at->second.delta.with_scale_at_least(scale)});
    }
  }
  out.push_back({"unexplained", 0, (*changes.totals.delta - explained).with_scale_at_least(scale)});
  return out;
}

void warn_of_doubled_names(const Snapshot& snapshot, const char* text, ChangeSet& changes) {
  std::map<std::string_view, std::size_t> count;
  for (const Project& project : snapshot.projects) {
    ++count[project.name];
  }
  for (const auto& [name, times] : count) {
    if (times > 1) {
      changes.warnings.push_back({text, {std::string(name), std::to_string(times)}});
    }
  }
}

void warn(const Snapshot& from, const Snapshot& to, ChangeSet& changes) {
  if (!from.department.empty() && !to.department.empty() &&
      fold_name(from.department) != fold_name(to.department)) {
    changes.warnings.push_back(
        {BD_TR("two departments are compared: {0} and {1}"), {from.department, to.department}});
  }
  if (from.unit != to.unit && !convert(Amount(1, 0), from.unit, to.unit)) {
    changes.warnings.push_back({BD_TR("the money is in units that cannot be compared: {0} and {1}"),
                                {from.unit, to.unit}});
  }
  // Most of it differs: the wrong file is the likeliest cause.
  std::size_t paired = 0;
  for (const ProjectChange& change : changes.projects) {
    if (!change.from.empty() && !change.to.empty()) {
      paired += change.from.size() + change.to.size();
    }
  }
  const std::size_t all = from.projects.size() + to.projects.size();
  constexpr std::size_t enough_to_tell = 8;
  if (all >= enough_to_tell && paired * 2 < all) {
    changes.warnings.push_back(
        {BD_TR("most of the two snapshots differs: only {0} of {1} projects have a counterpart; "
               "are these the right files?"),
         {std::to_string(paired), std::to_string(all)}});
  }
  warn_of_doubled_names(from, BD_TR("in the earlier snapshot {1} projects are named {0}"), changes);
  warn_of_doubled_names(to, BD_TR("in the later snapshot {1} projects are named {0}"), changes);
  for (const Snapshot* snapshot : {&from, &to}) {
    if (!snapshot->note.empty()) {
      changes.warnings.push_back(
          {BD_TR("{0}: {1}"),
           {snapshot->year ? std::to_string(*snapshot->year) : snapshot->department,
            snapshot->note}});
    }
  }
}

}  // namespace

ChangeSet diff(const DiffInput& input, const Alignment& alignment) {
  const Snapshot& from = input.from;
  const Snapshot& to = input.to;
  const ChangeIds ids(from, to, input.ids);
  ChangeSet changes;
  changes.from = ref_to(from, input.from_blob_id);
  changes.to = ref_to(to, input.to_blob_id);
  changes.year_shift = alignment.year_shift;
  changes.totals = compare_totals(from, to);
  changes.stated = compare_stated(from, to, ids);
  changes.projects.reserve(alignment.groups.size());
  for (const AlignedGroup& group : alignment.groups) {
    changes.projects.push_back(diff_group(from, to, group, ids));
  }
  collect_form_columns(from, to, changes);
  collect_form_changes(changes);
  changes.reconciliation = reconcile(changes);
  for (const DoubtfulMatch& doubt : alignment.doubtful) {
    SuggestedMatch suggestion;
    suggestion.from = refs_to(from, doubt.from);
    suggestion.to = refs_to(to, doubt.to);
    suggestion.confidence = doubt.confidence;
    suggestion.evidence = doubt.evidence;
    suggestion.id = ids.make({"suggested", ids.from_names(doubt.from), ids.to_names(doubt.to)});
    changes.suggested.push_back(std::move(suggestion));
  }
  warn(from, to, changes);
  changes.warnings.insert(changes.warnings.end(), alignment.problems.begin(),
                          alignment.problems.end());
  return changes;
}

}  // namespace budgetdiff
