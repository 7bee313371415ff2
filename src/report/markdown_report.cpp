#include "report/later_unit.hpp"
#include "report/markdown_text.hpp"
#include "report/significance.hpp"
#include "report/thread_lines.hpp"
#include "report/wording.hpp"

#include <budgetdiff/report/report.hpp>

#include <algorithm>
#include <utility>

namespace budgetdiff {
namespace {

class MarkdownReport {
 public:
  MarkdownReport(const ChangeSet& changes, std::string unit_before, const ReportOptions& options)
      : changes_(changes),
        unit_before_(std::move(unit_before)),
        options_(options),
        say_(options.language),
        tally_(tally(changes)),
        threads_(options.threads) {}

  std::string run() {
    header();
    summary();
    reconciliation();
    const ByImportance order = by_importance(changes_, options_.min_change);
    section(say_(BD_TR("Money")), order.money);
    section(say_(BD_TR("Money level, targets loosened")), order.weakened);
    section(say_(BD_TR("Other changes")), order.other);
    doubts();
    form_changes();
    if (options_.notation) {
      section(say_(BD_TR("Notation only")), order.notation);
    }
    other_comments();
    footer(order);
    return std::move(out_);
  }

 private:
  void line(std::string_view text = {}) {
    out_ += text;
    out_ += '\n';
  }

  void header() {
    const std::string& department =
        changes_.to.department.empty() ? changes_.from.department : changes_.to.department;
    line("# " + (department.empty() ? std::string() : escaped(department) + " ") +
         say_.side(changes_.from, false) + " → " + say_.side(changes_.to, true));
    if (!changes_.warnings.empty()) {
      line();
      for (std::size_t i = 0; i < changes_.warnings.size(); ++i) {
        line((i > 0 ? ">\n> " : "> ") + std::string("⚠ ") + escaped(say_(changes_.warnings[i])));
      }
    }
  }

  std::string delta_text(const std::optional<Amount>& delta) {
    return delta ? signed_money(*delta) : say_(BD_TR("not comparable"));
  }

  void row(const std::string& label, const std::optional<Amount>& from,
           const std::optional<Amount>& to, const std::optional<Amount>& delta,
           const std::optional<std::string>& percent) {
    line("| " + label + " | " + money(from) + " | " + money(to) + " | " + delta_text(delta) +
         " | " + signed_percent(percent) + " |");
  }

  void summary() {
    line();
    if (!unit_before_.empty()) {
      line(say_(BD_TR("unit: {0}"), {escaped(changes_.to.unit)}) +
           say_(BD_TR(" (before in {0}, converted)"), {escaped(unit_before_)}));
      line();
    }
    line("| " + (changes_.to.unit.empty() ? std::string(" ") : escaped(changes_.to.unit)) + " | " +
         say_.side(changes_.from, false) + " | " + say_.side(changes_.to, true) + " | " +
         say_(BD_TR("change")) + " | % |");
    line("|---|--:|--:|--:|--:|");
    row("**" + say_(BD_TR("Total")) + "**", changes_.totals.from, changes_.totals.to,
        changes_.totals.delta, changes_.totals.percent);
    for (const AmountChange& change : changes_.stated) {
      const bool repeats_total =
          change.from == changes_.totals.from && change.to == changes_.totals.to;
      if (change.column != column::total && !change.notation && !repeats_total) {
        row(escaped(say_.column(change.column)), change.from, change.to, change.delta,
            change.percent);
      }
    }
    line();
    std::vector<std::string> kinds;
    for (const auto& [kind, count] : tally_.projects) {
      kinds.push_back(say_.kind(kind) + " " + std::to_string(count));
    }
    line("- " + say_(BD_TR("Projects")) + say_.colon() +
         std::to_string(changes_.from.project_count) + " → " +
         std::to_string(changes_.to.project_count) + " (" + say_.list(kinds) + ")");
    std::vector<std::string> indicators;
    for (const auto& [kind, count] : tally_.indicators) {
      indicators.push_back(say_.kind(kind) + " " + std::to_string(count));
    }
    line("- " + say_(BD_TR("Indicators")) + say_.colon() +
         std::to_string(changes_.from.indicator_count) + " → " +
         std::to_string(changes_.to.indicator_count) +
         (indicators.empty() ? "" : " (" + say_.list(indicators) + ")"));
    std::vector<std::string> targets;
    for (const auto& [effect, count] : tally_.targets) {
      targets.push_back(say_.effect(effect) + " " + std::to_string(count));
    }
    targets.push_back(say_(BD_TR("carried over {0}"), {std::to_string(tally_.carried_targets)}));
    line("- " + say_(BD_TR("Targets")) + say_.colon() + say_.list(targets));
  }

  void reconciliation() {
    if (changes_.reconciliation.empty() || !changes_.totals.delta) {
      return;
    }
    line();
    line("## " + say_(BD_TR("Where the change of the total comes from")));
    line();
    line("| | " + say_(BD_TR("Projects")) + " | " + say_(BD_TR("change")) + " |");
    line("|---|--:|--:|");
    for (const ReconciliationLine& entry : changes_.reconciliation) {
      line("| " + say_.reconciliation_kind(entry.kind) + " | " +
           (entry.kind == "unexplained" ? "" : std::to_string(entry.count)) + " | " +
           signed_money(entry.delta) + " |");
    }
    line("| **" + say_(BD_TR("change of the total")) + "** | | **" +
         signed_money(*changes_.totals.delta) + "** |");
  }

  void section(const std::string& title, const std::vector<const ProjectChange*>& list) {
    if (list.empty()) {
      return;
    }
    line();
    line("## " + title + " (" + std::to_string(list.size()) + ")");
    for (const ProjectChange* change : list) {
      line();
      project(*change);
    }
  }

  static std::string ref_names(const std::vector<ProjectRef>& refs) {
    std::string out;
    for (const ProjectRef& ref : refs) {
      out += (out.empty() ? "" : " + ") + escaped(ref.name);
    }
    return out;
  }

  void project(const ProjectChange& change) {
    const bool parts = change.from.size() > 1 || change.to.size() > 1;
    std::string title = ref_names(change.from.empty() ? change.to : change.from);
    if (!change.from.empty() && !change.to.empty() &&
        (parts || change.kind == ProjectChangeKind::renamed)) {
      title += " → " + ref_names(change.to);
    }
    line("### " + say_.kind(change.kind) + say_.colon() + title);
    line();
    std::string total = money(change.from_total) + " → " + money(change.to_total);
    if (change.from_total == change.to_total) {
      total = money(change.to_total);
    }
    if (change.from.empty()) {
      total = money(change.to_total);
    } else if (change.to.empty()) {
      total = money(change.from_total);
    }
    if (change.delta && !change.delta->is_zero()) {
      total += say_.comma() + std::string("**") + signed_money(*change.delta) + "**";
      if (change.percent) {
        total += " (" + signed_percent(change.percent) + ")";
      }
    }
    line(total + " <sub>`" + change.id + "`</sub>");
    if (parts) {
      parts_table(change);
    }
    line_of_match(change);
    bool first = true;
    const auto item = [&](const std::string& text) {
      if (first) {
        line();
        first = false;
      }
      line("- " + text);
    };
    const auto total_change =
        std::find_if(change.funding.begin(), change.funding.end(),
                     [](const AmountChange& amount) { return amount.column == column::total; });
    for (const AmountChange& amount : change.funding) {
      const bool repeats_total = total_change != change.funding.end() &&
                                 amount.from == total_change->from && amount.to == total_change->to;
      if (!repeats_total && (!amount.notation || options_.notation)) {
        item(escaped(say_.column(amount.column)) + say_.colon() + money(amount.from) + " → " +
             money(amount.to) + say_.comma() + delta_text(amount.delta));
      }
    }
    for (const FieldChange& field : change.fields) {
      const bool said = field.field == "name" && change.kind == ProjectChangeKind::renamed;
      if (!said && (!field.notation || options_.notation)) {
        item(escaped(say_.field(field.field)) + say_.colon() + or_none(field.from) + " → " +
             or_none(field.to));
      }
    }
    for (const GoalChange& goal : change.goals) {
      if (!goal.notation || options_.notation) {
        item(goal_text(goal, parts));
      }
    }
    indicators(change, parts);
    comments(change);
  }

  void comments(const ProjectChange& change) {
    bool first = true;
    for (const Thread* const thread : threads_.on(change)) {
      if (first) {
        line();
        first = false;
      }
      line("- " + thread_markdown_line(say_, *thread));
    }
  }

  void other_comments() {
    const std::vector<const Thread*> rest = threads_.rest();
    if (rest.empty()) {
      return;
    }
    line();
    line("## " + say_(BD_TR("Comments on what is not listed")) + " (" +
         std::to_string(rest.size()) + ")");
    line();
    for (const Thread* const thread : rest) {
      line("- " + escaped(about_text(say_.language(), thread->about)) + "<br>" +
           thread_markdown_line(say_, *thread));
    }
  }

  void parts_table(const ProjectChange& change) {
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
    side(change.from, changes_.from, false);
    side(change.to, changes_.to, true);
  }

  void line_of_match(const ProjectChange& change) {
    if (change.from.empty() || change.to.empty() ||
        (change.method == MatchMethod::exact && change.evidence.empty())) {
      return;
    }
    if (change.method == MatchMethod::exact && change.from.size() == 1 && change.to.size() == 1) {
      return;
    }
    std::vector<std::string> reasons;
    for (const Message& reason : change.evidence) {
      reasons.push_back(escaped(say_(reason)));
    }
    line();
    line("*" +
         say_(BD_TR("match: {0}, confidence {1}"),
              {say_.method(change.method), confidence_text(change.confidence)}) +
         (reasons.empty() ? "" : say_(BD_TR(" ({0})"), {say_.list(reasons)})) + "*");
  }

  std::string or_none(const std::string& text) {
    return text.empty() ? say_(BD_TR("(none)")) : escaped(text);
  }

  std::string goal_text(const GoalChange& goal, bool parts) {
    std::string text = say_.field(goal.field);
    if (parts) {
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

  void indicators(const ProjectChange& change, bool parts) {
    bool first = true;
    for (const IndicatorChange& indicator : change.indicators) {
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
      indicator_row(indicator, parts);
    }
  }

  void indicator_row(const IndicatorChange& change, bool parts) {
    const Indicator& named = change.to ? *change.to : *change.from;
    std::string name = escaped(named.name);
    if (change.kind == IndicatorChangeKind::renamed) {
      name = escaped(change.from->name) + " → " + name;
    }
    if (change.from && change.to && change.from->level2 != change.to->level2 &&
        !change.form_change) {
      name += "<br>" + escaped(change.from->level1 + "/" + change.from->level2) + " → " +
              escaped(change.to->level1 + "/" + change.to->level2);
    }
    if (parts) {
      name += "<br>" + escaped(change.to ? change.to_project : change.from_project);
    }
    const std::vector<TargetLine> lines = target_lines(change);
    if (lines.empty()) {
      const auto target = [](const std::optional<Indicator>& indicator) {
        return !indicator ? std::string()
                          : escaped(indicator->annual_target.empty() ? indicator->period_target
                                                                     : indicator->annual_target);
      };
      line("| " + name + " | " + target(change.from) + " | " + target(change.to) + " | " +
           say_.kind(change.kind) + " |");
      return;
    }
    for (const TargetLine& targets : lines) {
      const TargetChange& target = *targets.targets.front();
      std::string effect = say_.effect(target);
      if (target.effect == Effect::loosened) {
        effect = "**" + effect + "**";
      }
      if (target.delta && !target.delta->is_zero()) {
        effect += " " + signed_money(*target.delta) + escaped(target.unit);
      }
      if (targets.targets.size() < 2 && !change.to->period_target.empty() &&
          !change.to->annual_target.empty()) {
        effect += " (" + say_.field(target.field) + ")";
      }
      line("| " + name + " | " + or_none(target.from) + " | " + or_none(target.to) + " | " +
           effect + " |");
    }
  }

  void doubts() {
    if (changes_.suggested.empty()) {
      return;
    }
    line();
    line("## " + say_(BD_TR("Not sure: a person must decide")) + " (" +
         std::to_string(changes_.suggested.size()) + ")");
    line();
    for (const SuggestedMatch& suggestion : changes_.suggested) {
      std::vector<std::string> reasons;
      for (const Message& reason : suggestion.evidence) {
        reasons.push_back(escaped(say_(reason)));
      }
      line("- " + ref_names(suggestion.from) + " → " + ref_names(suggestion.to) + say_.colon() +
           say_(BD_TR("confidence {0}"), {confidence_text(suggestion.confidence)}) +
           (reasons.empty() ? "" : say_(BD_TR(" ({0})"), {say_.list(reasons)})));
      if (!options_.from_name.empty()) {
        line("  `budgetdiff match accept " + options_.from_name + " " + options_.to_name + " " +
             suggestion.id + "`");
      }
      for (const Thread* const thread : threads_.on(suggestion)) {
        line("  - " + thread_markdown_line(say_, *thread));
      }
    }
  }

  void form_changes() {
    if (changes_.form_changes.empty()) {
      return;
    }
    line();
    line("## " + say_(BD_TR("The form changed")));
    line();
    for (const FormChange& change : changes_.form_changes) {
      line("- " + escaped(say_.form_change(change)));
    }
  }

  void footer(const ByImportance& order) {
    std::vector<std::string> phrases;
    for (const Message& phrase : left_out(tally_, order, options_.notation)) {
      phrases.push_back(say_(phrase));
    }
    if (!phrases.empty()) {
      line();
      line(say_(BD_TR("Not listed: {0}."), {say_.list(phrases)}));
    }
  }

  const ChangeSet& changes_;
  std::string unit_before_;  ///< that the earlier snapshot was converted from; or empty
  const ReportOptions& options_;
  Wording say_;
  Tally tally_;
  ThreadLines threads_;
  std::string out_;
};

}  // namespace

std::string markdown_report(const ChangeSet& changes, const ReportOptions& options) {
  const LaterUnit shown(changes);
  return MarkdownReport(shown.changes(), shown.unit_before(), options).run();
}

}  // namespace budgetdiff
