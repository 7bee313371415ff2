#include "report/later_unit.hpp"
#include "report/significance.hpp"
#include "report/text_project.hpp"
#include "report/wording.hpp"

#include <budgetdiff/report/report.hpp>
#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <utility>

namespace budgetdiff {
namespace {

class TextReport {
 public:
  /// `unit_before`: that the earlier snapshot was converted from; empty: it was not.
  TextReport(const ChangeSet& changes, std::string unit_before, const ReportOptions& options)
      : text_(changes, options), unit_before_(std::move(unit_before)), tally_(tally(changes)) {}

  std::string run() {
    header();
    warnings();
    totals();
    counts();
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
  static std::string shown(std::string_view text) { return printable(text); }

  void header() {
    const std::string& from = changes_.from.department;
    const std::string& to = changes_.to.department;
    if (!to.empty() || !from.empty()) {
      line(paint_(Tone::bold,
                  shown(from.empty() || from == to || to.empty() ? (to.empty() ? from : to)
                                                                 : from + " → " + to)));
    }
    std::string sides = say_.side(changes_.from, false) + " → " + say_.side(changes_.to, true);
    if (!changes_.to.unit.empty()) {
      sides += "    " + say_(BD_TR("unit: {0}"), {shown(changes_.to.unit)});
      if (!unit_before_.empty()) {
        sides += say_(BD_TR(" (before in {0}, converted)"), {shown(unit_before_)});
      }
    }
    line(sides);
  }

  void warnings() {
    if (changes_.warnings.empty()) {
      return;
    }
    line();
    for (const Message& warning : changes_.warnings) {
      line(paint_(Tone::warn, "! " + shown(say_(warning))));
    }
  }

  void total_line(const std::string& label, const std::optional<Amount>& from,
                  const std::optional<Amount>& to, const std::optional<Amount>& delta,
                  const std::optional<std::string>& percent, Tone tone) {
    line("  " + paint_(tone, pad_right(label, label_width_)) +
         pad_left(" " + money(from), amount_width_) + "  →" +
         pad_left(" " + money(to), amount_width_) + "    " +
         paint_(tone, text_.delta(delta, percent)));
  }

  void totals() {
    line();
    const std::string label = say_(BD_TR("Total"));
    label_width_ = 0;
    for (const std::string& other :
         {label, say_(BD_TR("Projects")), say_(BD_TR("Indicators")), say_(BD_TR("Targets"))}) {
      label_width_ = std::max(label_width_, display_width(other) + 1);
    }
    for (const AmountChange& change : changes_.stated) {
      label_width_ = std::max(label_width_, display_width(say_.column(change.column)) + 1);
    }
    // Bytes are columns here: figures are ASCII, and a "—" is narrower than any width.
    amount_width_ = std::max({money_width, money(changes_.totals.from).size() + 1,
                              money(changes_.totals.to).size() + 1});
    for (const AmountChange& change : changes_.stated) {
      amount_width_ =
          std::max({amount_width_, money(change.from).size() + 1, money(change.to).size() + 1});
    }
    if (changes_.totals.from || changes_.totals.to) {
      total_line(label, changes_.totals.from, changes_.totals.to, changes_.totals.delta,
                 changes_.totals.percent, Tone::bold);
    }
    for (const AmountChange& change : changes_.stated) {
      if (change.column != column::total && !change.notation && !repeats_total(change)) {
        total_line(shown(say_.column(change.column)), change.from, change.to, change.delta,
                   change.percent, Tone::plain);
      }
      text_.comments(change.id);
    }
  }

  /// A single source that carries the whole total says nothing new.
  [[nodiscard]] bool repeats_total(const AmountChange& change) const {
    return change.from == changes_.totals.from && change.to == changes_.totals.to;
  }

  void counts() {
    std::vector<std::string> kinds;
    for (const ProjectChangeKind kind :
         {ProjectChangeKind::added, ProjectChangeKind::removed, ProjectChangeKind::split,
          ProjectChangeKind::merged, ProjectChangeKind::regrouped, ProjectChangeKind::renamed,
          ProjectChangeKind::changed, ProjectChangeKind::unchanged}) {
      const auto at = tally_.projects.find(kind);
      if (at != tally_.projects.end()) {
        kinds.push_back(say_.kind(kind) + " " + std::to_string(at->second));
      }
    }
    line();
    line("  " + pad_right(say_(BD_TR("Projects")), label_width_) + " " +
         std::to_string(changes_.from.project_count) + " → " +
         std::to_string(changes_.to.project_count) + "    " + say_.list(kinds));
    std::vector<std::string> indicators;
    for (const auto& [kind, count] : tally_.indicators) {
      indicators.push_back(say_.kind(kind) + " " + std::to_string(count));
    }
    line("  " + pad_right(say_(BD_TR("Indicators")), label_width_) + " " +
         std::to_string(changes_.from.indicator_count) + " → " +
         std::to_string(changes_.to.indicator_count) +
         (indicators.empty() ? "" : "    " + say_.list(indicators)));
    std::vector<std::string> targets;
    for (const auto& [effect, count] : tally_.targets) {
      targets.push_back(say_.effect(effect) + " " + std::to_string(count));
    }
    if (tally_.carried_targets > 0) {
      targets.push_back(say_(BD_TR("carried over {0}"), {std::to_string(tally_.carried_targets)}));
    }
    if (!targets.empty()) {
      line("  " + pad_right(say_(BD_TR("Targets")), label_width_) + " " + say_.list(targets));
    }
  }

  void reconciliation() {
    if (changes_.reconciliation.empty() || !changes_.totals.delta) {
      return;
    }
    line();
    line("  " + say_(BD_TR("Where the change of the total comes from")));
    std::size_t width = display_width(say_(BD_TR("change of the total")));
    std::size_t amounts =
        std::max(money_width + 1, signed_money(*changes_.totals.delta).size()) + 1;
    for (const ReconciliationLine& entry : changes_.reconciliation) {
      width = std::max(width, display_width(say_.reconciliation_kind(entry.kind)));
      amounts = std::max(amounts, signed_money(entry.delta).size() + 1);
    }
    for (const ReconciliationLine& entry : changes_.reconciliation) {
      const bool unexplained = entry.kind == "unexplained";
      const std::string count = unexplained ? "" : std::to_string(entry.count);
      const Tone tone = unexplained && !entry.delta.is_zero() ? Tone::warn : Tone::plain;
      line("    " + paint_(tone, pad_right(say_.reconciliation_kind(entry.kind), width) +
                                     pad_left(count, 6) +
                                     pad_left(" " + signed_money(entry.delta), amounts)));
    }
    line("    " + pad_right(say_(BD_TR("change of the total")), width + 6) +
         pad_left(" " + signed_money(*changes_.totals.delta), amounts));
  }

  void section(const std::string& title, const std::vector<const ProjectChange*>& list) {
    if (list.empty()) {
      return;
    }
    line();
    line(paint_(Tone::heading, "== " + title + " (" + std::to_string(list.size()) + ")"));
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
    line(paint_(Tone::heading, "== " + say_(BD_TR("Comments on what is not listed")) + " (" +
                                   std::to_string(rest.size()) + ")"));
    for (const Thread* const thread : rest) {
      line("  " + shown(about_text(options_.language, thread->about)));
      line("      " + thread_text_line(say_, paint_, *thread));
    }
  }

  void doubts() {
    if (changes_.suggested.empty()) {
      return;
    }
    line();
    line(paint_(Tone::heading, "== " + say_(BD_TR("Not sure: a person must decide")) + " (" +
                                   std::to_string(changes_.suggested.size()) + ")"));
    for (const SuggestedMatch& suggestion : changes_.suggested) {
      line();
      line(paint_(Tone::warn, "? " + TextLines::names(suggestion.from) + " → " +
                                  TextLines::names(suggestion.to)));
      std::vector<std::string> reasons;
      for (const Message& reason : suggestion.evidence) {
        reasons.push_back(shown(say_(reason)));
      }
      line("    " + say_(BD_TR("confidence {0}"), {confidence_text(suggestion.confidence)}) +
           (reasons.empty() ? "" : say_(BD_TR(" ({0})"), {say_.list(reasons)})));
      text_.comments(suggestion.id);
      if (!options_.from_name.empty()) {
        line("    budgetdiff match accept " + options_.from_name + " " + options_.to_name + " " +
             suggestion.id);
        line("    budgetdiff match reject " + options_.from_name + " " + options_.to_name + " " +
             suggestion.id);
      }
    }
  }

  void form_changes() {
    if (changes_.form_changes.empty()) {
      return;
    }
    line();
    line(paint_(Tone::heading, "== " + say_(BD_TR("The form changed"))));
    for (const FormChange& change : changes_.form_changes) {
      line("  " + shown(say_.form_change(change)));
    }
  }

  void footer(const ByImportance& order) {
    std::vector<std::string> phrases;
    for (const Message& phrase : left_out(tally_, order, options_.notation)) {
      phrases.push_back(say_(phrase));
    }
    if (!phrases.empty()) {
      line();
      line(paint_(Tone::dim, say_(BD_TR("Not listed: {0}."), {say_.list(phrases)})));
    }
  }

  TextLines text_;
  const ChangeSet& changes_ = text_.changes;
  const ReportOptions& options_ = text_.options;
  const Wording& say_ = text_.say;
  const Paint& paint_ = text_.paint;
  std::string unit_before_;
  Tally tally_;
  std::size_t label_width_ = 0;
  std::size_t amount_width_ = money_width;
};

}  // namespace

std::string text_report(const ChangeSet& changes, const ReportOptions& options) {
  const LaterUnit shown(changes);
  return TextReport(shown.changes(), shown.unit_before(), options).run();
}

}  // namespace budgetdiff
