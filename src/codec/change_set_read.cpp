#include "codec/json_tree.hpp"
#include "codec/snapshot_parts.hpp"

#include <budgetdiff/codec/change_set_json.hpp>

#include <limits>

namespace budgetdiff {
namespace {

using json::Kind;
using json::ObjectReader;
using json::Value;

/// Sets `out` to the value of the enumeration that has this word; the words are
/// those of to_string(), tried from `first` to `last`.
template <class Enum>
void read_word(ObjectReader& in, const Value& object, std::string_view key, Enum first, Enum last,
               Enum& out) {
  std::string word;
  in.text(object, key, word);
  if (word.empty()) {
    return;
  }
  for (int i = static_cast<int>(first); i <= static_cast<int>(last); ++i) {
    if (to_string(static_cast<Enum>(i)) == word) {
      out = static_cast<Enum>(i);
      return;
    }
  }
  in.error(*object.find(key), {BD_TR("\"{0}\" is an unknown word: {1}"), {std::string(key), word}});
}

std::optional<std::size_t> read_size(ObjectReader& in, const Value& object, std::string_view key) {
  std::optional<long long> number;
  in.integer(object, key, 0, std::numeric_limits<int>::max(), number);
  return number ? std::optional<std::size_t>(static_cast<std::size_t>(*number)) : std::nullopt;
}

int read_confidence(ObjectReader& in, const Value& object) {
  std::optional<Amount> number;
  in.amount(object, "confidence", number);
  if (!number) {
    return 1000;
  }
  const Amount per_mille = number->with_scale_at_least(3).reduced(3);
  return per_mille.scale() == 3 ? static_cast<int>(per_mille.mantissa()) : 0;
}

std::vector<Message> read_messages(ObjectReader& in, const Value& object, std::string_view key) {
  std::vector<Message> out;
  if (const Value* list = in.member(object, key, Kind::array)) {
    for (const Value& item : list->items()) {
      // Read back, a sentence is its own text; a brace in it is no place for an
      // argument.
      std::string text;
      for (const char c : item.text()) {
        text += c;
        if (c == '{') {
          text += '{';
        }
      }
      out.push_back({std::move(text), {}});
    }
  }
  return out;
}

std::optional<std::string> read_percent(ObjectReader& in, const Value& object) {
  std::string percent;
  in.text(object, "percent", percent);
  return percent.empty() ? std::nullopt : std::optional(percent);
}

SnapshotRef read_side(ObjectReader& in, const Value& root, std::string_view key) {
  SnapshotRef ref;
  const Value* side = in.member(root, key, Kind::object);
  if (side == nullptr) {
    in.error(root, {BD_TR("this change set has no \"{0}\""), {std::string(key)}});
    return ref;
  }
  in.text(*side, "department", ref.department);
  std::optional<long long> year;
  in.integer(*side, "year", 1, 9999, year);
  if (year) {
    ref.year = static_cast<int>(*year);
  }
  in.text(*side, "stage", ref.stage);
  in.text(*side, "unit", ref.unit);
  in.text(*side, "note", ref.note);
  in.funding(*side, "stated_total", ref.stated_total);
  in.text(*side, "snapshot", ref.blob_id);
  ref.project_count = read_size(in, *side, "projects").value_or(0);
  ref.indicator_count = read_size(in, *side, "indicators").value_or(0);
  if (const Value* extra = in.member(*side, "extra", Kind::object)) {
    in.extra(*extra, nullptr, 0, ref.extra);
  }
  return ref;
}

std::vector<ProjectRef> read_refs(ObjectReader& in, const Value& object, std::string_view key) {
  std::vector<ProjectRef> refs;
  for (const Value* item : in.objects(object, key)) {
    ProjectRef ref;
    ref.index = read_size(in, *item, "index").value_or(0);
    in.text(*item, "name", ref.name);
    in.amount(*item, "total", ref.total);
    if (const Value* content = in.member(*item, "project", Kind::object)) {
      ref.content = json::read_project(in, *content);
    }
    refs.push_back(std::move(ref));
  }
  return refs;
}

AmountChange read_amount_change(ObjectReader& in, const Value& object) {
  AmountChange change;
  in.text(object, "id", change.id);
  in.text(object, "field", change.column);
  in.amount(object, "from", change.from);
  in.amount(object, "to", change.to);
  in.amount(object, "delta", change.delta);
  change.percent = read_percent(in, object);
  in.boolean(object, "notation", change.notation);
  return change;
}

GoalChange read_goal_change(ObjectReader& in, const Value& object) {
  GoalChange change;
  in.text(object, "id", change.id);
  in.text(object, "field", change.field);
  in.text(object, "from_project", change.from_project);
  in.text(object, "to_project", change.to_project);
  in.text(object, "from", change.from);
  in.text(object, "to", change.to);
  in.boolean(object, "notation", change.notation);
  if (const Value* edits = in.member(object, "edits", Kind::array)) {
    for (const Value& edit : edits->items()) {
      if (edit.kind() != Kind::array || edit.items().size() != 2) {
        in.error(edit, {BD_TR("an edit is no pair of a mark and a text"), {}});
        break;
      }
      const std::string_view mark = edit.items()[0].text();
      change.edits.push_back({mark == "="   ? TextEdit::Kind::keep
                              : mark == "-" ? TextEdit::Kind::remove
                                            : TextEdit::Kind::insert,
                              std::string(edit.items()[1].text())});
    }
  }
  return change;
}

TargetChange read_target_change(ObjectReader& in, const Value& object) {
  TargetChange change;
  in.text(object, "id", change.id);
  in.text(object, "field", change.field);
  in.text(object, "from", change.from);
  in.text(object, "to", change.to);
  read_word(in, object, "effect", Effect::same, Effect::changed, change.effect);
  in.amount(object, "delta", change.delta);
  in.text(object, "unit", change.unit);
  in.text(object, "rule", change.rule);
  return change;
}

IndicatorChange read_indicator_change(ObjectReader& in, const Value& object) {
  IndicatorChange change;
  in.text(object, "id", change.id);
  read_word(in, object, "kind", IndicatorChangeKind::added, IndicatorChangeKind::moved,
            change.kind);
  in.text(object, "from_project", change.from_project);
  in.text(object, "to_project", change.to_project);
  change.from_index = read_size(in, object, "from_index");
  change.to_index = read_size(in, object, "to_index");
  if (const Value* from = in.member(object, "from", Kind::object)) {
    change.from = json::read_indicator(in, *from);
  }
  if (const Value* to = in.member(object, "to", Kind::object)) {
    change.to = json::read_indicator(in, *to);
  }
  for (const Value* target : in.objects(object, "targets")) {
    change.targets.push_back(read_target_change(in, *target));
  }
  change.confidence = read_confidence(in, object);
  in.boolean(object, "form_change", change.form_change);
  in.boolean(object, "notation", change.notation);
  return change;
}

void read_match(ObjectReader& in, const Value& object, ProjectChange& change) {
  if (const Value* match = in.member(object, "match", Kind::object)) {
    read_word(in, *match, "method", MatchMethod::pinned, MatchMethod::none, change.method);
    change.confidence = read_confidence(in, *match);
    change.evidence = read_messages(in, *match, "evidence");
  }
}

ProjectChange read_project_change(ObjectReader& in, const Value& object) {
  ProjectChange change;
  in.text(object, "id", change.id);
  read_word(in, object, "kind", ProjectChangeKind::added, ProjectChangeKind::unchanged,
            change.kind);
  change.from = read_refs(in, object, "from");
  change.to = read_refs(in, object, "to");
  read_match(in, object, change);
  if (const Value* total = in.member(object, "total", Kind::object)) {
    in.amount(*total, "from", change.from_total);
    in.amount(*total, "to", change.to_total);
    in.amount(*total, "delta", change.delta);
    change.percent = read_percent(in, *total);
  }
  for (const Value* item : in.objects(object, "fields")) {
    FieldChange field;
    in.text(*item, "id", field.id);
    in.text(*item, "field", field.field);
    in.text(*item, "from", field.from);
    in.text(*item, "to", field.to);
    in.boolean(*item, "notation", field.notation);
    change.fields.push_back(std::move(field));
  }
  for (const Value* item : in.objects(object, "funding")) {
    change.funding.push_back(read_amount_change(in, *item));
  }
  for (const Value* item : in.objects(object, "goals")) {
    change.goals.push_back(read_goal_change(in, *item));
  }
  for (const Value* item : in.objects(object, "indicators")) {
    change.indicators.push_back(read_indicator_change(in, *item));
  }
  change.carried_targets = read_size(in, object, "carried_targets").value_or(0);
  in.boolean(object, "notation", change.notation);
  return change;
}

void read_summary(ObjectReader& in, const Value& root, ChangeSet& changes) {
  std::optional<long long> shift;
  in.integer(root, "year_shift", -9999, 9999, shift);
  changes.year_shift = static_cast<int>(shift.value_or(0));
  changes.warnings = read_messages(in, root, "warnings");
  if (const Value* totals = in.member(root, "totals", Kind::object)) {
    in.amount(*totals, "from", changes.totals.from);
    in.amount(*totals, "to", changes.totals.to);
    in.amount(*totals, "delta", changes.totals.delta);
    changes.totals.percent = read_percent(in, *totals);
  }
  for (const Value* item : in.objects(root, "stated_total")) {
    changes.stated.push_back(read_amount_change(in, *item));
  }
  for (const Value* item : in.objects(root, "reconciliation")) {
    ReconciliationLine line;
    in.text(*item, "kind", line.kind);
    line.count = read_size(in, *item, "count").value_or(0);
    std::optional<Amount> delta;
    in.amount(*item, "delta", delta);
    line.delta = delta.value_or(Amount());
    changes.reconciliation.push_back(std::move(line));
  }
  for (const Value* item : in.objects(root, "form_changes")) {
    FormChange change;
    std::string part;
    in.text(*item, "part", part);
    for (const FormPart one : {FormPart::funding, FormPart::target, FormPart::field}) {
      change.part = part == to_string(one) ? one : change.part;
    }
    in.text(*item, "from", change.from);
    in.text(*item, "to", change.to);
    change.count = read_size(in, *item, "count").value_or(0);
    changes.form_changes.push_back(std::move(change));
  }
  for (const Value* item : in.objects(root, "suggested")) {
    SuggestedMatch suggestion;
    in.text(*item, "id", suggestion.id);
    suggestion.from = read_refs(in, *item, "from");
    suggestion.to = read_refs(in, *item, "to");
    suggestion.confidence = read_confidence(in, *item);
    suggestion.evidence = read_messages(in, *item, "evidence");
    changes.suggested.push_back(std::move(suggestion));
  }
}

}  // namespace

Result<ChangeSet> read_change_set(std::string_view bytes, std::string_view file) {
  const auto tree = json::read(std::string(bytes), file);
  if (!tree) {
    return fail(tree.error());
  }
  ObjectReader in(file, *tree);
  ChangeSet changes;
  std::string schema;
  const Value& root = tree->root();
  if (root.kind() == Kind::object) {
    in.text(root, "schema", schema);
  }
  if (in.ok() && schema != ChangeSet::schema) {
    in.error(root, {BD_TR("this JSON is no change set"), {}},
             {BD_TR("budgetdiff diff FROM TO --format json writes one; it begins with "
                    "\"schema\": \"{0}\""),
              {std::string(ChangeSet::schema)}});
  }
  if (in.ok()) {
    changes.from = read_side(in, root, "from");
    changes.to = read_side(in, root, "to");
    read_summary(in, root, changes);
    for (const Value* item : in.objects(root, "projects")) {
      changes.projects.push_back(read_project_change(in, *item));
      if (!in.ok()) {
        break;
      }
    }
  }
  if (!in.ok()) {
    return fail(in.take_error());
  }
  return changes;
}

}  // namespace budgetdiff
