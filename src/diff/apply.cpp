#include <budgetdiff/diff/apply.hpp>
#include <budgetdiff/model/extra_members.hpp>
#include <budgetdiff/model/money_unit.hpp>

#include <algorithm>
#include <set>
#include <utility>

namespace budgetdiff {
namespace {

Error misfit() {
  return {
      {},
      {},
      {BD_TR("the change set does not fit this snapshot"), {}},
      {BD_TR("apply it to the snapshot it was made from, or to the later one with --reverse"), {}}};
}

void set_extra(std::vector<ExtraMember>& extra, const std::string& key, const std::string& json) {
  std::erase_if(extra, [&](const ExtraMember& member) { return member.key == key; });
  if (!json.empty()) {
    const auto at = std::find_if(extra.begin(), extra.end(),
                                 [&](const ExtraMember& member) { return member.key > key; });
    extra.insert(at, {key, json});
  }
}

bool set_field(Project& project, const FieldChange& change) {
  std::string* text = change.field == "name"            ? &project.name
                      : change.field == "code"          ? &project.code
                      : change.field == "type"          ? &project.type
                      : change.field == "spending_unit" ? &project.spending_unit
                                                        : nullptr;
  if (text != nullptr) {
    *text = change.to;
    return true;
  }
  if (change.field.starts_with(extra_prefix)) {
    set_extra(project.extra, change.field.substr(extra_prefix.size()), change.to);
    return true;
  }
  return false;
}

/// The later list of indicators: changed and added ones stand at their place,
/// the others of the earlier list fill the gaps in order.
Result<std::vector<Indicator>> apply_indicators(const std::vector<Indicator>& from,
                                                const std::vector<IndicatorChange>& changes) {
  std::vector<bool> listed(from.size(), false);
  std::set<std::size_t> places;  // an indicator that came of two stands in two changes
  for (const IndicatorChange& change : changes) {
    if (change.from_index) {
      if (*change.from_index >= from.size()) {
        return fail(misfit());
      }
      listed[*change.from_index] = true;
    }
    if (change.to.has_value() != change.to_index.has_value()) {
      return fail(misfit());
    }
    if (change.to_index) {
      places.insert(*change.to_index);
    }
  }
  const auto silent = static_cast<std::size_t>(std::count(listed.begin(), listed.end(), false));
  std::vector<Indicator> to(silent + places.size());
  std::vector<bool> filled(to.size(), false);
  for (const IndicatorChange& change : changes) {
    if (change.to) {
      if (*change.to_index >= to.size()) {
        return fail(misfit());
      }
      to[*change.to_index] = *change.to;
      filled[*change.to_index] = true;
    }
  }
  std::size_t next = 0;
  for (std::size_t i = 0; i < from.size(); ++i) {
    if (listed[i]) {
      continue;
    }
    while (filled[next]) {
      ++next;
    }
    to[next] = from[i];
    filled[next] = true;
  }
  return to;
}

Result<Project> apply_to_project(const Project& from, const ProjectChange& change) {
  Project to = from;
  for (const FieldChange& field : change.fields) {
    if (!set_field(to, field)) {
      return fail(misfit());
    }
  }
  for (const AmountChange& amount : change.funding) {
    if (amount.to) {
      to.funding.set(amount.column, *amount.to);
    } else {
      to.funding.erase(amount.column);
    }
  }
  for (const GoalChange& goal : change.goals) {
    (goal.field == "goal" ? to.goal : to.annual_goal) = goal.to;
  }
  auto indicators = apply_indicators(from.indicators, change.indicators);
  if (!indicators) {
    return fail(std::move(indicators).error());
  }
  to.indicators = std::move(*indicators);
  return to;
}

// ---- turning round ---------------------------------------------------------

ProjectChangeKind inverse(ProjectChangeKind kind) {
  switch (kind) {
    case ProjectChangeKind::added:
      return ProjectChangeKind::removed;
    case ProjectChangeKind::removed:
      return ProjectChangeKind::added;
    case ProjectChangeKind::split:
      return ProjectChangeKind::merged;
    case ProjectChangeKind::merged:
      return ProjectChangeKind::split;
    default:
      return kind;
  }
}

Effect inverse(Effect effect) {
  return effect == Effect::tightened  ? Effect::loosened
         : effect == Effect::loosened ? Effect::tightened
                                      : effect;
}

std::vector<TextEdit> inverse(const std::vector<TextEdit>& edits) {
  std::vector<TextEdit> out;
  for (std::size_t i = 0; i < edits.size(); ++i) {
    // A removal and the insertion behind it change places: deletions first.
    if (edits[i].kind == TextEdit::Kind::remove && i + 1 < edits.size() &&
        edits[i + 1].kind == TextEdit::Kind::insert) {
      out.push_back({TextEdit::Kind::remove, edits[i + 1].text});
      out.push_back({TextEdit::Kind::insert, edits[i].text});
      ++i;
    } else if (edits[i].kind == TextEdit::Kind::keep) {
      out.push_back(edits[i]);
    } else {
      out.push_back({edits[i].kind == TextEdit::Kind::remove ? TextEdit::Kind::insert
                                                             : TextEdit::Kind::remove,
                     edits[i].text});
    }
  }
  return out;
}

/// Money of the change set is in the later unit; turned round, in the earlier.
class MoneyInverter {
 public:
  MoneyInverter(std::string from_unit, std::string to_unit)
      : from_unit_(std::move(from_unit)), to_unit_(std::move(to_unit)) {}

  [[nodiscard]] std::optional<Amount> operator()(const std::optional<Amount>& amount) const {
    return amount ? convert(*amount, to_unit_, from_unit_) : std::nullopt;
  }
  [[nodiscard]] std::optional<Amount> negated(const std::optional<Amount>& amount) const {
    return amount ? convert(-*amount, to_unit_, from_unit_) : std::nullopt;
  }

 private:
  std::string from_unit_;
  std::string to_unit_;
};

void invert_in_place(AmountChange& change, const MoneyInverter& money) {
  std::swap(change.from, change.to);
  change.delta = money.negated(change.delta);
  change.percent.reset();
  if (change.delta) {
    change.percent = percent_of(*change.delta, change.to.value_or(Amount()) - *change.delta);
  }
}

void invert_in_place(IndicatorChange& change) {
  if (change.kind == IndicatorChangeKind::added) {
    change.kind = IndicatorChangeKind::removed;
  } else if (change.kind == IndicatorChangeKind::removed) {
    change.kind = IndicatorChangeKind::added;
  }
  std::swap(change.from_project, change.to_project);
  std::swap(change.from_index, change.to_index);
  std::swap(change.from, change.to);
  for (TargetChange& target : change.targets) {
    std::swap(target.from, target.to);
    target.effect = inverse(target.effect);
    if (target.delta) {
      target.delta = -*target.delta;
    }
  }
}

void invert_in_place(ProjectChange& change, const MoneyInverter& money) {
  change.kind = inverse(change.kind);
  std::swap(change.from, change.to);
  const auto later = money(change.from_total);
  change.from_total = money(change.to_total);
  change.to_total = later;
  change.delta = money.negated(change.delta);
  change.percent.reset();
  if (change.delta && change.from_total) {
    change.percent = percent_of(*change.delta, *change.from_total);
  }
  for (AmountChange& amount : change.funding) {
    invert_in_place(amount, money);
  }
  for (FieldChange& field : change.fields) {
    std::swap(field.from, field.to);
  }
  for (GoalChange& goal : change.goals) {
    std::swap(goal.from_project, goal.to_project);
    std::swap(goal.from, goal.to);
    goal.edits = inverse(goal.edits);
  }
  for (IndicatorChange& indicator : change.indicators) {
    invert_in_place(indicator);
  }
}

}  // namespace

Result<Snapshot> apply(const ChangeSet& changes, const Snapshot& from) {
  Snapshot to;
  to.department = changes.to.department;
  to.year = changes.to.year;
  to.stage = changes.to.stage;
  to.unit = changes.to.unit;
  to.note = changes.to.note;
  to.stated_total = changes.to.stated_total;
  to.extra = changes.to.extra;
  std::size_t count = 0;
  for (const ProjectChange& change : changes.projects) {
    count += change.to.size();
  }
  to.projects.resize(count);
  std::vector<bool> filled(count, false);
  for (const ProjectChange& change : changes.projects) {
    for (const ProjectRef& ref : change.to) {
      if (ref.index >= count || filled[ref.index]) {
        return fail(misfit());
      }
      filled[ref.index] = true;
      if (ref.content) {
        to.projects[ref.index] = *ref.content;
        continue;
      }
      if (change.from.size() != 1 || change.to.size() != 1 ||
          change.from.front().index >= from.projects.size()) {
        return fail(misfit());
      }
      auto project = apply_to_project(from.projects[change.from.front().index], change);
      if (!project) {
        return fail(std::move(project).error());
      }
      to.projects[ref.index] = std::move(*project);
    }
  }
  return to;
}

ChangeSet invert(const ChangeSet& changes) {
  ChangeSet out = changes;
  const MoneyInverter money(changes.from.unit, changes.to.unit);
  std::swap(out.from, out.to);
  out.year_shift = -out.year_shift;
  out.totals.from = money(changes.totals.to);
  out.totals.to = money(changes.totals.from);
  out.totals.delta = money.negated(changes.totals.delta);
  out.totals.percent.reset();
  if (out.totals.delta && out.totals.from) {
    out.totals.percent = percent_of(*out.totals.delta, *out.totals.from);
  }
  for (AmountChange& amount : out.stated) {
    invert_in_place(amount, money);
  }
  for (ReconciliationLine& line : out.reconciliation) {
    for (const ProjectChangeKind kind : {ProjectChangeKind::added, ProjectChangeKind::removed,
                                         ProjectChangeKind::split, ProjectChangeKind::merged}) {
      if (line.kind == to_string(kind)) {
        line.kind = to_string(inverse(kind));
        break;
      }
    }
    line.delta = money.negated(line.delta).value_or(-line.delta);
  }
  for (FormChange& change : out.form_changes) {
    std::swap(change.from, change.to);
  }
  for (SuggestedMatch& suggestion : out.suggested) {
    std::swap(suggestion.from, suggestion.to);
  }
  for (ProjectChange& change : out.projects) {
    invert_in_place(change, money);
  }
  return out;
}

}  // namespace budgetdiff
