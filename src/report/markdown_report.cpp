#include "report/later_unit.hpp"
#include "report/markdown_project.hpp"
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
      : text_(changes, options), unit_before_(std::move(unit_before)), tally_(tally(changes)) {}

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
    return std::move(text_.out);
  }

 private:
  void line(std::string_view text = {}) { text_.line(text); }

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

  void row(const std::string& label, const std::optional<Amount>& from,
           const std::optional<Amount>& to, const std::optional<Amount>& delta,
           const std::optional<std::string>& percent) {
    line("| " + label + " | " + money(from) + " | " + money(to) + " | " + text_.delta(delta) +
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
      write_project(text_, *change);
    }
  }

  void other_comments() {
    const std::vector<const Thread*> rest = text_.threads.rest();
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
      line("- " + MarkdownLines::names(suggestion.from) + " → " +
           MarkdownLines::names(suggestion.to) + say_.colon() +
           say_(BD_TR("confidence {0}"), {confidence_text(suggestion.confidence)}) +
           (reasons.empty() ? "" : say_(BD_TR(" ({0})"), {say_.list(reasons)})));
      if (!options_.from_name.empty()) {
        line("  `budgetdiff match accept " + options_.from_name + " " + options_.to_name + " " +
             suggestion.id + "`");
      }
      for (const Thread* const thread : text_.threads.on(suggestion)) {
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

  MarkdownLines text_;
  const ChangeSet& changes_ = text_.changes;
  const ReportOptions& options_ = text_.options;
  const Wording& say_ = text_.say;
  std::string unit_before_;  ///< that the earlier snapshot was converted from; or empty
  Tally tally_;
};

}  // namespace

std::string markdown_report(const ChangeSet& changes, const ReportOptions& options) {
  const LaterUnit shown(changes);
  return MarkdownReport(shown.changes(), shown.unit_before(), options).run();
}

}  // namespace budgetdiff
