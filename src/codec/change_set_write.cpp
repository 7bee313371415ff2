#include "codec/json_tree.hpp"
#include "codec/snapshot_parts.hpp"
#include "codec/thread_json.hpp"

#include <budgetdiff/codec/change_set_json.hpp>

namespace budgetdiff {
namespace {

/// A writer that knows what was said on each change.
class Writer : public json::Writer {
 public:
  explicit Writer(const ThreadsByChange* threads) : threads_(threads) {}

  /// The id of a change, and the threads on it where there are any.
  void id(const std::string& id) {
    member("id", id);
    if (threads_ == nullptr) {
      return;
    }
    if (const auto found = threads_->find(id); found != threads_->end()) {
      key("comments");
      begin_array();
      for (const Thread& thread : found->second) {
        json::write_thread(*this, thread);
      }
      end_array();
    }
  }

  /// The threads on changes that are gone.
  void left_over() {
    if (threads_ == nullptr) {
      return;
    }
    bool any = false;
    for (const auto& [id, threads] : *threads_) {
      for (const Thread& thread : threads) {
        if (thread.currency != ThreadCurrency::gone) {
          continue;
        }
        if (!any) {
          key("comments");
          begin_array();
          any = true;
        }
        json::write_thread(*this, thread);
      }
    }
    if (any) {
      end_array();
    }
  }

 private:
  const ThreadsByChange* threads_;
};

void write_amount(Writer& out, std::string_view name, const std::optional<Amount>& amount) {
  if (amount) {
    out.key(name);
    out.string(amount->to_string());
  }
}

void write_size(Writer& out, std::string_view name, std::size_t number) {
  out.key(name);
  out.integer(static_cast<long long>(number));
}

/// 970 per mille as 0.97: made of digits, so that no rounding is involved.
void write_confidence(Writer& out, int per_mille) {
  out.key("confidence");
  out.raw_number(Amount(per_mille, 3).reduced().to_string());
}

void write_flag(Writer& out, std::string_view name, bool value) {
  if (value) {
    out.key(name);
    out.boolean(true);
  }
}

void write_messages(Writer& out, std::string_view name, const std::vector<Message>& messages) {
  if (messages.empty()) {
    return;
  }
  out.key(name);
  out.begin_array();
  for (const Message& message : messages) {
    out.string(in_english(message));
  }
  out.end_array();
}

template <class Items, class WriteItem>
void write_list(Writer& out, std::string_view name, const Items& items, WriteItem write_item) {
  if (items.empty()) {
    return;
  }
  out.key(name);
  out.begin_array();
  for (const auto& item : items) {
    out.begin_object();
    write_item(out, item);
    out.end_object();
  }
  out.end_array();
}

void write_side(Writer& out, std::string_view name, const SnapshotRef& ref) {
  out.key(name);
  out.begin_object();
  out.member("department", ref.department);
  if (ref.year) {
    out.key("year");
    out.integer(*ref.year);
  }
  out.member("stage", ref.stage);
  out.member("unit", ref.unit);
  out.member("note", ref.note);
  json::write_funding(out, "stated_total", ref.stated_total);
  out.member("snapshot", ref.blob_id);
  write_size(out, "projects", ref.project_count);
  write_size(out, "indicators", ref.indicator_count);
  if (!ref.extra.empty()) {
    out.key("extra");
    out.begin_object();
    json::write_extra(out, ref.extra);
    out.end_object();
  }
  out.end_object();
}

void write_ref(Writer& out, const ProjectRef& ref) {
  write_size(out, "index", ref.index);
  out.member("name", ref.name);
  write_amount(out, "total", ref.total);
  if (ref.content) {
    out.key("project");
    json::write_project(out, *ref.content);
  }
}

/// Both sides always stand, so that a script need not look whether they do.
void write_refs(Writer& out, std::string_view name, const std::vector<ProjectRef>& refs) {
  out.key(name);
  out.begin_array();
  for (const ProjectRef& ref : refs) {
    out.begin_object();
    write_ref(out, ref);
    out.end_object();
  }
  out.end_array();
}

void write_amount_change(Writer& out, const AmountChange& change) {
  out.id(change.id);
  out.member("field", change.column);
  write_amount(out, "from", change.from);
  write_amount(out, "to", change.to);
  write_amount(out, "delta", change.delta);
  out.member("percent", change.percent.value_or(""));
  write_flag(out, "notation", change.notation);
}

void write_field_change(Writer& out, const FieldChange& change) {
  out.id(change.id);
  out.member("field", change.field);
  out.member("from", change.from);
  out.member("to", change.to);
  write_flag(out, "notation", change.notation);
}

void write_goal_change(Writer& out, const GoalChange& change) {
  out.id(change.id);
  out.member("field", change.field);
  out.member("from_project", change.from_project);
  out.member("to_project", change.to_project);
  out.member("from", change.from);
  out.member("to", change.to);
  out.key("edits");
  out.begin_array();
  for (const TextEdit& edit : change.edits) {
    out.begin_array();
    out.string(edit.kind == TextEdit::Kind::keep     ? "="
               : edit.kind == TextEdit::Kind::remove ? "-"
                                                     : "+");
    out.string(edit.text);
    out.end_array();
  }
  out.end_array();
  write_flag(out, "notation", change.notation);
}

void write_target_change(Writer& out, const TargetChange& change) {
  out.id(change.id);
  out.member("field", change.field);
  out.member("from", change.from);
  out.member("to", change.to);
  out.member("effect", to_string(change.effect));
  write_amount(out, "delta", change.delta);
  out.member("unit", change.unit);
  out.member("rule", change.rule);
}

void write_indicator_change(Writer& out, const IndicatorChange& change) {
  out.id(change.id);
  out.member("kind", to_string(change.kind));
  out.member("from_project", change.from_project);
  out.member("to_project", change.to_project);
  if (change.from_index) {
    write_size(out, "from_index", *change.from_index);
  }
  if (change.to_index) {
    write_size(out, "to_index", *change.to_index);
  }
  if (change.from) {
    out.key("from");
    json::write_indicator(out, *change.from);
  }
  if (change.to) {
    out.key("to");
    json::write_indicator(out, *change.to);
  }
  write_list(out, "targets", change.targets, write_target_change);
  if (change.from && change.to) {
    write_confidence(out, change.confidence);
  }
  write_flag(out, "form_change", change.form_change);
  write_flag(out, "notation", change.notation);
}

void write_match(Writer& out, MatchMethod method, int confidence,
                 const std::vector<Message>& evidence) {
  out.key("match");
  out.begin_object();
  out.member("method", to_string(method));
  write_confidence(out, confidence);
  write_messages(out, "evidence", evidence);
  out.end_object();
}

void write_project_change(Writer& out, const ProjectChange& change) {
  out.id(change.id);
  out.member("kind", to_string(change.kind));
  write_refs(out, "from", change.from);
  write_refs(out, "to", change.to);
  if (!change.from.empty() && !change.to.empty()) {
    write_match(out, change.method, change.confidence, change.evidence);
  }
  if (change.from_total || change.to_total) {
    out.key("total");
    out.begin_object();
    write_amount(out, "from", change.from_total);
    write_amount(out, "to", change.to_total);
    write_amount(out, "delta", change.delta);
    out.member("percent", change.percent.value_or(""));
    out.end_object();
  }
  write_list(out, "fields", change.fields, write_field_change);
  write_list(out, "funding", change.funding, write_amount_change);
  write_list(out, "goals", change.goals, write_goal_change);
  write_list(out, "indicators", change.indicators, write_indicator_change);
  if (change.carried_targets > 0) {
    write_size(out, "carried_targets", change.carried_targets);
  }
  write_flag(out, "notation", change.notation);
}

void write_totals(Writer& out, const ChangeSet& changes) {
  out.key("totals");
  out.begin_object();
  write_amount(out, "from", changes.totals.from);
  write_amount(out, "to", changes.totals.to);
  write_amount(out, "delta", changes.totals.delta);
  out.member("percent", changes.totals.percent.value_or(""));
  out.end_object();
}

}  // namespace

std::string write_change_set(const ChangeSet& changes, const ThreadsByChange* threads) {
  Writer out(threads);
  out.begin_object();
  out.member("schema", ChangeSet::schema);
  write_side(out, "from", changes.from);
  write_side(out, "to", changes.to);
  if (changes.year_shift != 0) {
    out.key("year_shift");
    out.integer(changes.year_shift);
  }
  write_messages(out, "warnings", changes.warnings);
  write_totals(out, changes);
  write_list(out, "stated_total", changes.stated, write_amount_change);
  write_list(out, "reconciliation", changes.reconciliation,
             [](Writer& writer, const ReconciliationLine& line) {
               writer.member("kind", line.kind);
               if (line.kind != "unexplained") {
                 write_size(writer, "count", line.count);
               }
               writer.key("delta");
               writer.string(line.delta.to_string());
             });
  write_list(out, "form_changes", changes.form_changes,
             [](Writer& writer, const FormChange& change) {
               if (change.part != FormPart::category) {
                 writer.member("part", to_string(change.part));
               }
               writer.member("from", change.from);
               writer.member("to", change.to);
               write_size(writer, "count", change.count);
             });
  write_list(out, "suggested", changes.suggested,
             [](Writer& writer, const SuggestedMatch& suggestion) {
               writer.id(suggestion.id);
               write_refs(writer, "from", suggestion.from);
               write_refs(writer, "to", suggestion.to);
               write_confidence(writer, suggestion.confidence);
               write_messages(writer, "evidence", suggestion.evidence);
             });
  out.key("projects");
  out.begin_array();
  for (const ProjectChange& change : changes.projects) {
    out.begin_object();
    write_project_change(out, change);
    out.end_object();
  }
  out.end_array();
  out.left_over();
  out.end_object();
  return out.take();
}

}  // namespace budgetdiff
