#include "diff/form_columns.hpp"

#include "diff/indicator_diff.hpp"

#include <budgetdiff/model/funding_kind.hpp>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

namespace budgetdiff {
namespace {

constexpr std::size_t least_projects = 2;
constexpr std::size_t least_indicators = 3;

using Counts = std::map<std::string, std::size_t>;

/// What a snapshot shows: projects by source of funding, by money beside the total and by field,
/// projects with a total, indicators by what they have.
struct Shown {
  Counts sources;
  Counts beside;
  Counts fields;
  Counts targets;
  std::size_t projects = 0;
  std::size_t totals = 0;
  std::size_t indicators = 0;

  explicit Shown(const Snapshot& snapshot) {
    for (const Project& project : snapshot.projects) {
      for (const auto& [column, amount] : project.funding.items()) {
        if (column == column::total) {
          ++totals;
        } else {
          const bool aside = is_beside_total(column) || is_of_another_stage(column);
          ++(aside ? beside : sources)[column];
        }
      }
      ++projects;
      count(fields, "code", project.code);
      count(fields, "type", project.type);
      count(fields, "spending_unit", project.spending_unit);
      indicators += project.indicators.size();
      for (const Indicator& indicator : project.indicators) {
        count(targets, "period_target", indicator.period_target);
        count(targets, "annual_target", indicator.annual_target);
        count(targets, "weight", indicator.weight);
      }
    }
  }

 private:
  static void count(Counts& counts, const char* key, const std::string& text) {
    if (!text.empty()) {
      ++counts[key];
    }
  }
};

/// Those of `one` that at least `least` have, and of `other` none.
Counts lone(const Counts& one, const Counts& other, std::size_t least) {
  Counts out;
  for (const auto& [key, count] : one) {
    if (count >= least && !other.contains(key)) {
      out.emplace(key, count);
    }
  }
  return out;
}

bool several(const Counts& counts) {
  return std::any_of(counts.begin(), counts.end(),
                     [](const auto& item) { return item.second >= least_projects; });
}

/// 财政拨款 and what it is made of, apart from the other sources.
struct Fiscal {
  Counts whole;
  Counts parts;

  explicit Fiscal(const Counts& sources) {
    for (const auto& [column, count] : sources) {
      if (column == column::fiscal_appropriation) {
        whole.emplace(column, count);
      } else if (is_part_of_fiscal(column)) {
        parts.emplace(column, count);
      }
    }
  }
};

/// Sources of `one` where the form of `other` shows totals alone, or names its sources otherwise:
/// none of them, or 财政拨款 in place of its parts (the parts in place of 财政拨款). A source that
/// is missing beside others of its form is no money.
Counts lone_sources(const Shown& one, const Shown& other) {
  if (!several(one.sources)) {
    return {};
  }
  if (other.sources.empty()) {
    return other.totals >= least_projects ? one.sources : Counts{};
  }
  if (!several(other.sources)) {
    return {};
  }
  if (lone(one.sources, other.sources, 1).size() == one.sources.size()) {
    return one.sources;
  }
  const Fiscal mine(one.sources);
  const Fiscal theirs(other.sources);
  if (several(mine.whole) && theirs.whole.empty() && several(theirs.parts)) {
    return mine.whole;  // the sum of what the other form shows apart
  }
  if (several(mine.parts) && mine.whole.empty() && several(theirs.whole) && theirs.parts.empty()) {
    return mine.parts;
  }
  return {};
}

/// 执行数, 调整预算 and the like, which only one of the forms has.
Counts lone_beside(const Shown& one, const Shown& other) {
  return other.projects < least_projects ? Counts{}
                                         : lone(one.beside, other.beside, least_projects);
}

/// Targets of a kind, and weights, that the form of `one` has and that of `other` has not.
Counts lone_targets(const Shown& one, const Shown& other) {
  Counts out = other.indicators < least_indicators
                   ? Counts{}
                   : lone(one.targets, other.targets, least_indicators);
  const bool any_target =
      other.targets.contains("period_target") || other.targets.contains("annual_target");
  return any_target ? out : Counts{};
}

Counts lone_fields(const Shown& one, const Shown& other) {
  return other.projects < least_projects ? Counts{}
                                         : lone(one.fields, other.fields, least_projects);
}

void mark_amounts(std::vector<AmountChange>& amounts, const Counts& columns) {
  for (AmountChange& amount : amounts) {
    amount.notation = amount.notation || columns.contains(amount.column);
  }
}

void mark_targets(IndicatorChange& indicator, const Counts& fields) {
  for (TargetChange& target : indicator.targets) {
    if (fields.contains(target.field) && (target.from.empty() || target.to.empty())) {
      target.effect = Effect::reworded;
      target.rule = rule_of_form;
      target.delta.reset();
    }
  }
  if (indicator.kind == IndicatorChangeKind::changed && indicator.from && indicator.to) {
    indicator.notation =
        (fields.contains("weight") || indicator.from->weight == indicator.to->weight) &&
        indicator.from->extra == indicator.to->extra && only_reworded(indicator.targets);
  }
}

void add(FormPart part, const Counts& shown, bool before, std::vector<FormChange>& out) {
  for (const auto& [name, count] : shown) {
    out.push_back({part, before ? name : std::string(), before ? std::string() : name, count});
  }
}

}  // namespace

void collect_form_columns(const Snapshot& from, const Snapshot& to, ChangeSet& changes) {
  const Shown before(from);
  const Shown after(to);
  const auto both = [&](FormPart part, Counts (*lone_of)(const Shown&, const Shown&)) {
    Counts gone = lone_of(before, after);
    const Counts come = lone_of(after, before);
    add(part, gone, true, changes.form_changes);
    add(part, come, false, changes.form_changes);
    gone.insert(come.begin(), come.end());
    return gone;
  };
  Counts columns = both(FormPart::funding, lone_sources);
  columns.merge(both(FormPart::funding, lone_beside));
  const Counts targets = both(FormPart::target, lone_targets);
  const Counts fields = both(FormPart::field, lone_fields);
  if (columns.empty() && targets.empty() && fields.empty()) {
    return;
  }
  mark_amounts(changes.stated, columns);
  for (ProjectChange& project : changes.projects) {
    mark_amounts(project.funding, columns);
    for (IndicatorChange& indicator : project.indicators) {
      mark_targets(indicator, targets);
    }
    for (FieldChange& field : project.fields) {
      field.notation = field.notation || fields.contains(field.field);
    }
  }
}

}  // namespace budgetdiff
