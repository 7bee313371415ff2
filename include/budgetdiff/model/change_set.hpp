#pragma once

/// Everything that differs between two snapshots. Plain data: every renderer
/// prints what stands here and computes no difference of its own.
///
/// The JSON shape, and how `apply` uses it, is in docs/formats/changeset.md.

#include <budgetdiff/base/message.hpp>
#include <budgetdiff/model/alignment.hpp>
#include <budgetdiff/model/amount.hpp>
#include <budgetdiff/model/snapshot.hpp>
#include <budgetdiff/model/target.hpp>

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace budgetdiff {

/// One of the two snapshots compared: all of it but its projects.
struct SnapshotRef {
  std::string department;
  std::optional<int> year;
  std::string stage;
  std::string unit;
  std::string note;
  Funding stated_total;
  std::vector<ExtraMember> extra;
  std::string blob_id;  ///< git_blob_id of the canonical bytes
  std::size_t project_count = 0;
  std::size_t indicator_count = 0;
  std::set<std::string> categories;  ///< of its indicators, "产出指标/数量指标"
};

/// A difference in one amount, both in `unit` of their own snapshot.
struct AmountChange {
  std::string id;
  std::string column;
  std::optional<Amount> from;
  std::optional<Amount> to;
  std::optional<Amount> delta;         ///< in the later snapshot's unit; absent if not comparable
  std::optional<std::string> percent;  ///< of `from`; absent when that is zero or absent
  /// Equal value, other digits (21.21 and 21.210), or a column that one of the forms has not.
  bool notation = false;
};

/// One step of an edited text.
struct TextEdit {
  enum class Kind { keep, remove, insert };
  Kind kind = Kind::keep;
  std::string text;

  friend bool operator==(const TextEdit&, const TextEdit&) = default;
};

/// A difference in a project's prose: field is "goal" or "annual_goal".
struct GoalChange {
  std::string id;
  std::string field;
  std::string from_project;
  std::string to_project;
  std::string from;  ///< empty: there was none
  std::string to;    ///< empty: there is none
  std::vector<TextEdit> edits;
  bool notation = false;
};

/// A difference in a short text: field is "name", "code", "type",
/// "spending_unit", a key unknown to this version …
struct FieldChange {
  std::string id;
  std::string field;
  std::string from;
  std::string to;
  bool notation = false;
};

/// TargetChange::rule where only one of the forms has such targets (FormPart::target).
inline constexpr std::string_view rule_of_form = "only one of the forms has such targets";

/// TargetChange::rule of a target that a split or merger only divided or put together.
inline constexpr std::string_view rule_of_division = "the parts add up to the whole";

/// The same where the parts together are more or less than the whole: how
/// TargetChange::rule begins, with both sums behind it, "≥120公里 -> ≥130公里". It is the
/// effect of these, and stands at one of the parts.
inline constexpr std::string_view rule_of_sum = "all parts together: ";

/// The same where the numbers of the parts cannot be added up.
inline constexpr std::string_view rule_of_parts = "a part is not held against the whole";

/// A difference in one target: field is "period_target" or "annual_target".
struct TargetChange {
  std::string id;
  std::string field;
  std::string from;
  std::string to;
  Effect effect = Effect::changed;
  std::optional<Amount> delta;
  std::string unit;
  std::string rule;  ///< why the effect is what it is
};

enum class IndicatorChangeKind {
  added,
  removed,
  changed,       ///< a target (or weight) differs
  renamed,       ///< another name, whatever else differs
  reclassified,  ///< another category, and the name is the same
  moved,         ///< the same in another place of the list: notation
};

[[nodiscard]] std::string_view to_string(IndicatorChangeKind kind);

struct IndicatorChange {
  std::string id;
  IndicatorChangeKind kind = IndicatorChangeKind::changed;
  std::string from_project;
  std::string to_project;
  std::optional<std::size_t> from_index;  ///< position in its project's list
  std::optional<std::size_t> to_index;
  std::optional<Indicator> from;
  std::optional<Indicator> to;
  std::vector<TargetChange> targets;
  int confidence = 1000;     ///< of the pairing, per mille
  bool form_change = false;  ///< the category moved with the form, see ChangeSet::form_changes
  bool notation = false;     ///< nothing but spelling or place differs
};

/// One project of a group.
struct ProjectRef {
  std::size_t index = 0;  ///< position in its snapshot
  std::string name;
  std::optional<Amount> total;
  std::optional<Project> content;  ///< whole, where the changes alone could not rebuild it
};

enum class ProjectChangeKind {
  added,
  removed,
  changed,
  renamed,
  split,
  merged,
  regrouped,
  unchanged,
};

[[nodiscard]] std::string_view to_string(ProjectChangeKind kind);

struct ProjectChange {
  std::string id;
  ProjectChangeKind kind = ProjectChangeKind::unchanged;
  std::vector<ProjectRef> from;
  std::vector<ProjectRef> to;
  MatchMethod method = MatchMethod::none;
  int confidence = 1000;  ///< per mille
  std::vector<Message> evidence;
  /// Sums over the group, in the later snapshot's unit; absent where a side is
  /// empty or the units cannot be compared.
  std::optional<Amount> from_total;
  std::optional<Amount> to_total;
  std::optional<Amount> delta;  ///< an absent side counts as zero
  std::optional<std::string> percent;
  std::vector<AmountChange> funding;  ///< by column, over the group's sums
  std::vector<FieldChange> fields;
  std::vector<GoalChange> goals;
  std::vector<IndicatorChange> indicators;
  std::size_t carried_targets = 0;  ///< targets carried over word for word
  bool notation = false;            ///< only notation differs: kind is unchanged, bytes are not
};

/// A match that awaits a person's word.
struct SuggestedMatch {
  std::string id;
  std::vector<ProjectRef> from;
  std::vector<ProjectRef> to;
  int confidence = 0;
  std::vector<Message> evidence;
};

/// Where the change of the total comes from. `kind` is a ProjectChangeKind's
/// word or "unexplained". The deltas add up to Totals::delta.
struct ReconciliationLine {
  std::string kind;
  std::size_t count = 0;
  Amount delta;
};

/// The stated totals, or the sums where none is stated; in the later unit.
struct Totals {
  std::optional<Amount> from;
  std::optional<Amount> to;
  std::optional<Amount> delta;
  std::optional<std::string> percent;
};

/// What a FormChange is about.
enum class FormPart {
  category,  ///< that moved for all its indicators
  funding,   ///< a column of sources: one of the forms shows the total alone
  target,    ///< "period_target", "annual_target" or "weight": one of the forms has no such
  field,     ///< "code", "type", "spending_unit" of projects: one of the forms has no such
};

/// The JSON word: "category", "funding", "target", "field".
[[nodiscard]] std::string_view to_string(FormPart part);

/// One change of the form.
struct FormChange {
  FormPart part = FormPart::category;
  std::string from;  ///< "14-成本指标 of 1-产出指标" as "产出指标/成本指标"; "": not shown before
  std::string to;         ///< "": not shown any more
  std::size_t count = 0;  ///< indicators, or of funding projects, that it is about
};

struct ChangeSet {
  static constexpr std::string_view schema = "budgetdiff/changeset/1";

  SnapshotRef from;
  SnapshotRef to;
  Totals totals;
  std::vector<AmountChange> stated;  ///< the stated totals by column
  std::vector<ReconciliationLine> reconciliation;
  std::vector<Message> warnings;  ///< read first: "most of it differs, is it the right file?"
  std::vector<FormChange> form_changes;
  std::vector<SuggestedMatch> suggested;
  std::vector<ProjectChange> projects;
  int year_shift = 0;
};

/// The changes for people to read: amounts of the earlier side in the later snapshot's unit, too,
/// where units differ and can be compared (`from.unit` is `to.unit` then). The earlier snapshot
/// cannot be rebuilt from it: the amounts of wholes that are carried (ProjectRef::content) are
/// converted as well.
[[nodiscard]] ChangeSet in_later_unit(ChangeSet changes);

/// The same with all amounts in `unit`, for reports over several years; in the later snapshot's
/// where that does not convert into it.
[[nodiscard]] ChangeSet in_unit(ChangeSet changes, const std::string& unit);

}  // namespace budgetdiff
