#include "report/markdown_project.hpp"

#include "report/indicator_details.hpp"
#include "report/markdown_text.hpp"
#include "report/significance.hpp"
#include "report/whole_project.hpp"

#include <budgetdiff/text/same_name.hpp>

#include <algorithm>
#include <utility>

namespace budgetdiff {

MarkdownLines::MarkdownLines(const ChangeSet& change_set, const ReportOptions& report_options)
    : changes(change_set),
      options(report_options),
      say(report_options.language),
      threads(report_options.threads) {}

void MarkdownLines::line(std::string_view text) {
  out += text;
  out += '\n';
}

std::string MarkdownLines::delta(const std::optional<Amount>& delta) const {
  return delta ? signed_money(*delta) : say(BD_TR("not comparable"));
}

std::string MarkdownLines::names(const std::vector<ProjectRef>& refs) {
  std::string joined;
  for (const ProjectRef& ref : refs) {
    joined += (joined.empty() ? "" : " + ") + escaped(ref.name);
  }
  return joined;
}

namespace {

class MarkdownProject {
 public:
  MarkdownProject(MarkdownLines& text, const ProjectChange& change)
      : text_(text), change_(change), parts_(change.from.size() > 1 || change.to.size() > 1) {}

  void write() {
    heading();
    if (parts_) {
      parts_table();
    }
    line_of_match();
    whole();
    details();
    indicators();
    comments();
  }

 private:
  void line(std::string_view text = {}) { text_.line(text); }

  void heading() {
    std::string title = MarkdownLines::names(change_.from.empty() ? change_.to : change_.from);
    if (!change_.from.empty() && !change_.to.empty() &&
        (parts_ || change_.kind == ProjectChangeKind::renamed)) {
      title += " → " + MarkdownLines::names(change_.to);
    }
    line("### " + say_.kind(change_.kind) + say_.colon() + title);
    line();
    std::string total;
    if (change_.from.empty() || change_.from_total == change_.to_total) {
      total = money(change_.to_total);
    } else if (change_.to.empty()) {
      total = money(change_.from_total);
    } else {
      total = money(change_.from_total) + " → " + money(change_.to_total);
    }
    if (change_.delta && !change_.delta->is_zero()) {
      total += say_.comma() + std::string("**") + signed_money(*change_.delta) + "**";
      if (change_.percent) {
        total += " (" + signed_percent(change_.percent) + ")";
      }
    }
    line(total + " <sub>`" + change_.id + "`</sub>");
  }

  /// An item of the list of details; a blank line stands before the first.
  void item(const std::string& text) {
    if (!has_items_) {
      line();
      has_items_ = true;
    }
    line("- " + text);
  }

  void details() {
    const auto total_change =
        std::find_if(change_.funding.begin(), change_.funding.end(),
                     [](const AmountChange& amount) { return amount.column == column::total; });
    for (const AmountChange& amount : change_.funding) {
      const bool repeats_total = total_change != change_.funding.end() &&
                                 amount.from == total_change->from && amount.to == total_change->to;
      if (!repeats_total && (!amount.notation || options_.notation)) {
        item(escaped(say_.column(amount.column)) + say_.colon() + money(amount.from) + " → " +
             money(amount.to) + say_.comma() + text_.delta(amount.delta));
      }
    }
    for (const FieldChange& field : change_.fields) {
      const bool said = field.field == "name" && change_.kind == ProjectChangeKind::renamed;
      if (!said && (!field.notation || options_.notation)) {
        item(escaped(say_.field(field.field)) + say_.colon() + or_none(field.from) + " → " +
             or_none(field.to));
      }
    }
    for (const GoalChange& goal : change_.goals) {
      if (!goal.notation || options_.notation) {
        item(goal_text(goal));
      }
    }
  }

  /// What an added or removed project holds.
  void whole() {
    const std::optional<WholeProject> whole = whole_project(change_, changes_);
    if (!whole) {
      return;
    }
    for (const auto* list : {&whole->fields, &whole->goals}) {
      for (const WholeField& field : *list) {
        item(escaped(say_.key(field.key)) + say_.colon() + escaped(field.value));
      }
    }
    if (whole->indicators.empty()) {
      return;
    }
    line();
    line("| " + say_(BD_TR("indicator")) + " | " + say_(BD_TR("category")) + " | " +
         say_(BD_TR("target")) + " |");
    line("|---|---|---|");
    for (const WholeIndicator& indicator : whole->indicators) {
      std::string values;
      for (const WholeField& value : indicator.values) {
        values += values.empty() ? "" : "<br>";
        values +=
            (value.key.empty() ? "" : say_.key(value.key) + say_.colon()) + escaped(value.value);
      }
      line("| " + escaped(indicator.name) + " | " + escaped(indicator.category) + " | " + values +
           " |");
    }
  }

  void comments() {
    bool first = true;
    for (const Thread* const thread : text_.threads.on(change_)) {
      if (first) {
        line();
        first = false;
      }
      line("- " + thread_markdown_line(say_, *thread));
    }
  }

  void parts_table() {
    line();
    line("| | " + say_(BD_TR("project")) + " | " + say_(BD_TR("total")) + " |");
    line("|---|---|--:|");
    const auto side = [&](const std::vector<ProjectRef>& refs, const SnapshotRef& snapshot,
                          bool later) {
      Amount sum;
      for (const ProjectRef& ref : refs) {
        line("| " + say_.side(snapshot, later) + " | " + escaped(ref.name) + " | " +
             money(ref.total) + " |");
        sum += ref.total.value_or(Amount());
      }
      if (refs.size() > 1) {
        line("| " + say_.side(snapshot, later) + " | **" + say_(BD_TR("sum")) + "** | **" +
             money(sum) + "** |");
      }
    };
    side(change_.from, changes_.from, false);
    side(change_.to, changes_.to, true);
  }

  void line_of_match() {
    if (change_.from.empty() || change_.to.empty() ||
        (change_.method == MatchMethod::exact && change_.evidence.empty())) {
      return;
    }
    if (change_.method == MatchMethod::exact && change_.from.size() == 1 &&
        change_.to.size() == 1) {
      return;
    }
    std::vector<std::string> reasons;
    for (const Message& reason : change_.evidence) {
      reasons.push_back(escaped(say_(reason)));
    }
    line();
    line("*" +
         say_(BD_TR("match: {0}, confidence {1}"),
              {say_.method(change_.method), confidence_text(change_.confidence)}) +
         (reasons.empty() ? "" : say_(BD_TR(" ({0})"), {say_.list(reasons)})) + "*");
  }

  std::string or_none(const std::string& text) {
    return text.empty() ? say_(BD_TR("(none)")) : escaped(text);
  }

  std::string goal_text(const GoalChange& goal) {
    std::string text = say_.field(goal.field);
    if (parts_) {
      text += " (" + escaped(goal.from_project) + " → " + escaped(goal.to_project) + ")";
    }
    text += say_.colon();
    for (const TextEdit& edit : goal.edits) {
      switch (edit.kind) {
        case TextEdit::Kind::keep:
          text += escaped(edit.text);
          break;
        case TextEdit::Kind::remove:
          text += "<del>" + escaped(edit.text) + "</del>";
          break;
        case TextEdit::Kind::insert:
          text += "<ins>" + escaped(edit.text) + "</ins>";
          break;
      }
    }
    return text;
  }

  void indicators() {
    bool first = true;
    for (const IndicatorChange& indicator : change_.indicators) {
      if (indicator.notation && !options_.notation) {
        continue;
      }
      if (first) {
        line();
        line("| " + say_(BD_TR("indicator")) + " | " + say_.side(changes_.from, false) + " | " +
             say_.side(changes_.to, true) + " | " + say_(BD_TR("effect")) + " |");
        line("|---|---|---|---|");
        first = false;
      }
      indicator_row(indicator);
    }
  }

  void indicator_row(const IndicatorChange& indicator) {
    const Indicator& named = indicator.to ? *indicator.to : *indicator.from;
    std::string name = escaped(named.name);
    if (indicator.kind == IndicatorChangeKind::renamed) {
      name = escaped(indicator.from->name) + " → " + name;
    }
    if (indicator.from && indicator.to &&
        !same_category(indicator.from->level2, indicator.to->level2) && !indicator.form_change) {
      name += "<br>" + escaped(indicator.from->level1 + "/" + indicator.from->level2) + " → " +
              escaped(indicator.to->level1 + "/" + indicator.to->level2);
    }
    if (parts_) {
      name += "<br>" + escaped(part_of(indicator, change_));
    }
    const std::vector<TargetLine> lines = target_lines(indicator);
    const std::vector<DetailChange> details = detail_changes(indicator, changes_);
    for (const DetailChange& detail : details) {
      line("| " + name + " | " + or_none(detail.from) + " | " + or_none(detail.to) + " | " +
           escaped(say_.field(detail.field)) + " |");
    }
    if (lines.empty() && details.empty()) {
      const auto target = [](const std::optional<Indicator>& side) {
        return !side ? std::string()
                     : escaped(side->annual_target.empty() ? side->period_target
                                                           : side->annual_target);
      };
      line("| " + name + " | " + target(indicator.from) + " | " + target(indicator.to) + " | " +
           say_.kind(indicator.kind) + " |");
      return;
    }
    for (const TargetLine& targets : lines) {
      const TargetChange& target = *targets.targets.front();
      std::string effect = say_.effect(target);
      if (target.effect == Effect::loosened) {
        effect.insert(0, "**").append("**");
      }
      if (target.delta && !target.delta->is_zero()) {
        effect += " " + signed_money(*target.delta) + escaped(target.unit);
      }
      if (targets.targets.size() < 2 && !indicator.to->period_target.empty() &&
          !indicator.to->annual_target.empty()) {
        effect += " (" + say_.field(target.field) + ")";
      }
      std::string row = "| " + name;
      for (const std::string& cell : {or_none(target.from), or_none(target.to), effect}) {
        row.append(" | ").append(cell);
      }
      line(row.append(" |"));
    }
  }

  MarkdownLines& text_;
  const ProjectChange& change_;
  const ChangeSet& changes_ = text_.changes;
  const ReportOptions& options_ = text_.options;
  const Wording& say_ = text_.say;
  bool parts_;              ///< several projects on one side: a split, a merge or both
  bool has_items_ = false;  ///< the list of details has begun
};

}  // namespace

void write_project(MarkdownLines& text, const ProjectChange& change) {
  MarkdownProject(text, change).write();
}

}  // namespace budgetdiff
