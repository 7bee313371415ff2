#include <budgetdiff/report/table.hpp>

#include "report/indicator_details.hpp"
#include "report/later_unit.hpp"
#include "report/wording.hpp"

#include <optional>
#include <string_view>
#include <utility>

namespace budgetdiff {
namespace {

Cell text(std::string value) {
  return {Cell::Kind::text, std::move(value), {}};
}
Cell number(const std::optional<Amount>& amount) {
  return amount ? Cell{Cell::Kind::number, amount->to_string(), {}} : Cell{};
}
Cell number(const std::optional<std::string>& digits) {
  return digits ? Cell{Cell::Kind::number, *digits, {}} : Cell{};
}

std::string names(const std::vector<ProjectRef>& refs) {
  std::string out;
  for (const ProjectRef& ref : refs) {
    out += (out.empty() ? "" : " + ") + ref.name;
  }
  return out;
}

std::string category(const Indicator& indicator) {
  return indicator.level1 + (indicator.level2.empty() ? "" : "/" + indicator.level2);
}

/// One row, filled by name.
struct Row {
  std::string id;
  std::string part;
  std::string kind;
  std::string from_project;
  std::string to_project;
  std::string category;
  std::string name;
  std::string field;
  Cell from;
  Cell to;
  Cell delta;
  Cell percent;
  std::string effect;
  std::string method;
  Cell confidence;
  bool notation = false;
  std::string unit;
};

class Builder {
 public:
  /// `unit`: that amounts are in.
  Builder(Table& table, const ChangeSet& changes, std::string unit)
      : table_(table), changes_(changes), unit_(std::move(unit)) {
    table_.name = "changes";
    table_.columns = {"id",     "part",   "kind",       "from_project", "to_project", "category",
                      "name",   "field",  "from",       "to",           "delta",      "percent",
                      "effect", "method", "confidence", "notation",     "unit"};
  }

  void add(Row row) {
    table_.rows.push_back(
        {text(std::move(row.id)), text(std::move(row.part)), text(std::move(row.kind)),
         text(std::move(row.from_project)), text(std::move(row.to_project)),
         text(std::move(row.category)), text(std::move(row.name)), text(std::move(row.field)),
         std::move(row.from), std::move(row.to), std::move(row.delta), std::move(row.percent),
         text(std::move(row.effect)), text(std::move(row.method)), std::move(row.confidence),
         text(row.notation ? "true" : ""), text(std::move(row.unit))});
  }

  void amount(const AmountChange& change, Row row) {
    row.id = change.id;
    row.name = change.column;
    row.from = number(change.from);
    row.to = number(change.to);
    row.delta = number(change.delta);
    row.percent = number(change.percent);
    row.notation = change.notation;
    row.unit = unit_;
    add(std::move(row));
  }

  void project(const ProjectChange& change) {
    Row row;
    row.id = change.id;
    row.part = "project";
    row.kind = to_string(change.kind);
    row.from_project = names(change.from);
    row.to_project = names(change.to);
    row.from = number(change.from_total);
    row.to = number(change.to_total);
    row.delta = number(change.delta);
    row.percent = number(change.percent);
    row.method = to_string(change.method);
    row.confidence = number(Amount(change.confidence, 3));
    row.notation = change.notation;
    row.unit = unit_;
    Row part;
    part.from_project = row.from_project;
    part.to_project = row.to_project;
    add(std::move(row));
    for (const AmountChange& amount_change : change.funding) {
      part.part = "funding";
      amount(amount_change, part);
    }
    for (const FieldChange& field : change.fields) {
      add({field.id,
           "field",
           "",
           part.from_project,
           part.to_project,
           "",
           "",
           field.field,
           text(field.from),
           text(field.to),
           {},
           {},
           "",
           "",
           {},
           field.notation,
           {}});
    }
    for (const GoalChange& goal : change.goals) {
      add({goal.id,
           "goal",
           "",
           goal.from_project,
           goal.to_project,
           "",
           "",
           goal.field,
           text(goal.from),
           text(goal.to),
           {},
           {},
           "",
           "",
           {},
           goal.notation,
           {}});
    }
    for (const IndicatorChange& indicator : change.indicators) {
      add_indicator(indicator);
    }
  }

 private:
  void add_indicator(const IndicatorChange& change) {
    Row row;
    const Indicator& now = change.to ? *change.to : *change.from;
    row.id = change.id;
    row.part = "indicator";
    row.kind = to_string(change.kind);
    row.from_project = change.from_project;
    row.to_project = change.to_project;
    row.category = category(now);
    row.name = now.name;
    row.from = text(change.from ? category(*change.from) + "/" + change.from->name : "");
    row.to = text(change.to ? category(*change.to) + "/" + change.to->name : "");
    row.confidence = number(Amount(change.confidence, 3));
    row.notation = change.notation;
    const Row head = row;
    add(std::move(row));
    const auto below = [&](const char* part, const std::string& field, const std::string& from,
                           const std::string& to) {
      Row own = head;
      own.part = part;
      own.kind.clear();
      own.field = field;
      own.from = text(from);
      own.to = text(to);
      own.confidence = {};
      return own;
    };
    for (const TargetChange& target : change.targets) {
      Row own = below("target", target.field, target.from, target.to);
      own.id = target.id;
      own.delta = number(target.delta);
      own.unit = target.unit;
      own.effect = to_string(target.effect);
      add(std::move(own));
    }
    for (const DetailChange& detail : detail_changes(change, changes_)) {
      add(below("field", detail.field, detail.from, detail.to));
    }
  }

  Table& table_;
  const ChangeSet& changes_;
  std::string unit_;
};

}  // namespace

Table change_table(const ChangeSet& published) {
  const LaterUnit shown(published);
  const ChangeSet& changes = shown.changes();
  Table table;
  const bool one_unit = changes.from.unit == changes.to.unit;
  Builder builder(table, changes,
                  one_unit ? changes.to.unit : changes.from.unit + " → " + changes.to.unit);
  for (const AmountChange& total : changes.stated) {
    Row row;
    row.part = "total";
    builder.amount(total, std::move(row));
  }
  for (const SuggestedMatch& match : changes.suggested) {
    Row row;
    row.id = match.id;
    row.part = "suggested";
    row.from_project = names(match.from);
    row.to_project = names(match.to);
    row.confidence = number(Amount(match.confidence, 3));
    builder.add(std::move(row));
  }
  for (const ProjectChange& change : changes.projects) {
    builder.project(change);
  }
  return table;
}

}  // namespace budgetdiff
