#include "report/significance.hpp"
#include "report/text_paint.hpp"
#include "report/thread_lines.hpp"
#include "report/wording.hpp"

#include <budgetdiff/report/report.hpp>
#include <budgetdiff/text/unicode.hpp>

#include <algorithm>

namespace budgetdiff {
namespace {

constexpr std::size_t money_width = 14;
constexpr std::size_t context_words = 14;  // code points kept around an edit

std::string money(const std::optional<Amount>& amount) {
  return amount ? amount->grouped() : "—";
}

class TextReport {
 public:
  TextReport(const ChangeSet& changes, const ReportOptions& options)
      : changes_(changes),
        options_(options),
        say_(options.language),
        paint_(options.colour),
        tally_(tally(changes)),
        threads_(options.threads) {}

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
    return std::move(out_);
  }

 private:
  void line(std::string_view text = {}) {
    out_ += text;
    out_ += '\n';
  }

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

  std::string delta_text(const std::optional<Amount>& delta,
                         const std::optional<std::string>& percent) {
    if (!delta) {
      return say_(BD_TR("not comparable"));
    }
    std::string text = signed_money(*delta);
    if (percent && !delta->is_zero()) {
      text += " (" + signed_percent(percent) + ")";
    }
    return text;
  }

  void total_line(const std::string& label, const std::optional<Amount>& from,
                  const std::optional<Amount>& to, const std::optional<Amount>& delta,
                  const std::optional<std::string>& percent, Tone tone) {
    line("  " + paint_(tone, pad_right(label, label_width_)) + pad_left(money(from), money_width) +
         "  →" + pad_left(money(to), money_width) + "    " +
         paint_(tone, delta_text(delta, percent)));
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
    total_line(label, changes_.totals.from, changes_.totals.to, changes_.totals.delta,
               changes_.totals.percent, Tone::bold);
    for (const AmountChange& change : changes_.stated) {
      if (change.column != column::total && !change.notation && !repeats_total(change)) {
        total_line(shown(say_.column(change.column)), change.from, change.to, change.delta,
                   change.percent, Tone::plain);
      }
      comments(change.id);
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
      if (kind != IndicatorChangeKind::changed && kind != IndicatorChangeKind::moved) {
        indicators.push_back(say_.kind(kind) + " " + std::to_string(count));
      }
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
    for (const ReconciliationLine& entry : changes_.reconciliation) {
      width = std::max(width, display_width(say_.reconciliation_kind(entry.kind)));
    }
    for (const ReconciliationLine& entry : changes_.reconciliation) {
      const bool unexplained = entry.kind == "unexplained";
      const std::string count = unexplained ? "" : std::to_string(entry.count);
      const Tone tone = unexplained && !entry.delta.is_zero() ? Tone::warn : Tone::plain;
      line("    " + paint_(tone, pad_right(say_.reconciliation_kind(entry.kind), width) +
                                     pad_left(count, 6) +
                                     pad_left(signed_money(entry.delta), money_width + 2)));
    }
    line("    " + pad_right(say_(BD_TR("change of the total")), width + 6) +
         pad_left(signed_money(*changes_.totals.delta), money_width + 2));
  }

  void section(const std::string& title, const std::vector<const ProjectChange*>& list) {
    if (list.empty()) {
      return;
    }
    line();
    line(paint_(Tone::heading, "== " + title + " (" + std::to_string(list.size()) + ")"));
    for (const ProjectChange* change : list) {
      line();
      project(*change);
    }
  }

  static Tone tone_of(ProjectChangeKind kind) {
    switch (kind) {
      case ProjectChangeKind::added:
        return Tone::good;
      case ProjectChangeKind::removed:
        return Tone::bad;
      default:
        return Tone::bold;
    }
  }

  static std::string ref_names(const std::vector<ProjectRef>& refs) {
    std::string out;
    for (const ProjectRef& ref : refs) {
      out += (out.empty() ? "" : " + ") + shown(ref.name);
    }
    return out;
  }

  void project(const ProjectChange& change) {
    const bool parts = change.from.size() > 1 || change.to.size() > 1;
    const std::string kind = "[" + say_.kind(change.kind) + "] ";
    std::string name = ref_names(change.from.empty() ? change.to : change.from);
    if (change.kind == ProjectChangeKind::renamed) {
      name += " → " + ref_names(change.to);
    }
    std::string head = paint_(tone_of(change.kind), kind + (parts ? headline(change) : name));
    line(with_id(std::move(head), change.id));
    if (change.from_total || change.to_total) {
      std::string amounts = "    ";
      if (change.from.empty()) {
        amounts += money(change.to_total);
      } else if (change.to.empty()) {
        amounts += money(change.from_total);
      } else if (change.from_total == change.to_total) {
        amounts += money(change.to_total);
      } else {
        amounts += money(change.from_total) + " → " + money(change.to_total);
      }
      if (change.delta && (!change.delta->is_zero() || parts)) {
        amounts += "    " + delta_text(change.delta, change.percent);
      }
      line(amounts);
    }
    if (parts) {
      std::size_t width = 0;
      for (const auto* side : {&change.from, &change.to}) {
        for (const ProjectRef& ref : *side) {
          width = std::max(width, display_width(shown(ref.name)));
        }
      }
      part_lines(change.from, changes_.from.unit, "- ", width);
      part_lines(change.to, changes_.to.unit, "+ ", width);
    }
    match_line(change);
    comments(change.id);
    funding_lines(change);
    field_lines(change);
    for (const GoalChange& goal : change.goals) {
      goal_lines(goal, parts);
    }
    for (const IndicatorChange& indicator : change.indicators) {
      indicator_lines(indicator, parts);
    }
  }

  std::string headline(const ProjectChange& change) {
    if (change.kind == ProjectChangeKind::split) {
      return say_(BD_TR("{0} → {1} projects"),
                  {ref_names(change.from), std::to_string(change.to.size())});
    }
    if (change.kind == ProjectChangeKind::merged) {
      return say_(BD_TR("{0} projects → {1}"),
                  {std::to_string(change.from.size()), ref_names(change.to)});
    }
    return say_(BD_TR("{0} projects → {1} projects"),
                {std::to_string(change.from.size()), std::to_string(change.to.size())});
  }

  void part_lines(const std::vector<ProjectRef>& refs, const std::string& unit,
                  std::string_view mark, std::size_t width) {
    for (const ProjectRef& ref : refs) {
      std::string text = std::string("      ") + std::string(mark) +
                         pad_right(shown(ref.name), width) +
                         pad_left(money(ref.total), money_width);
      if (changes_.from.unit != changes_.to.unit) {
        text += " " + shown(unit);
      }
      line(text);
    }
    if (refs.size() > 1) {
      Amount sum;
      for (const ProjectRef& ref : refs) {
        sum += ref.total.value_or(Amount());
      }
      line("        " + pad_right(say_(BD_TR("sum")), width) + pad_left(money(sum), money_width));
    }
  }

  void match_line(const ProjectChange& change) {
    const bool certain = change.method == MatchMethod::exact || change.method == MatchMethod::none;
    if (certain && change.from.size() <= 1 && change.to.size() <= 1) {
      return;
    }
    std::string text =
        "    " + say_(BD_TR("match: {0}, confidence {1}"),
                      {say_.method(change.method), confidence_text(change.confidence)});
    std::vector<std::string> reasons;
    for (const Message& reason : change.evidence) {
      reasons.push_back(shown(say_(reason)));
    }
    if (!reasons.empty()) {
      text += say_(BD_TR(" ({0})"), {say_.list(reasons)});
    }
    line(paint_(Tone::dim, text));
  }

  void funding_lines(const ProjectChange& change) {
    // A single source that carries the whole change says nothing new.
    const auto total =
        std::find_if(change.funding.begin(), change.funding.end(),
                     [](const AmountChange& c) { return c.column == column::total; });
    for (const AmountChange& amount : change.funding) {
      const bool repeats = total != change.funding.end() && amount.delta && total->delta &&
                           *amount.delta == *total->delta && amount.from == total->from &&
                           amount.to == total->to;
      if (repeats) {
        comments(amount.id);
        continue;
      }
      if (amount.notation && !options_.notation) {
        continue;
      }
      line(with_id("    " + shown(say_.column(amount.column)) + "  " + money(amount.from) + " → " +
                       money(amount.to) + "    " + delta_text(amount.delta, amount.percent),
                   amount.id));
      comments(amount.id);
    }
  }

  /// The id behind a line, where ids were asked for.
  std::string with_id(std::string text, const std::string& id) {
    return options_.ids ? std::move(text) + "  " + paint_(Tone::dim, id) : std::move(text);
  }

  void comments(const std::string& id) {
    for (const Thread* const thread : threads_.on(id)) {
      line("      " + thread_text_line(say_, paint_, *thread));
    }
  }

  void other_comments() {
    const std::vector<const Thread*> rest = threads_.rest();
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

  void field_lines(const ProjectChange& change) {
    for (const FieldChange& field : change.fields) {
      const bool said = field.field == "name" && change.kind == ProjectChangeKind::renamed;
      if (said || (field.notation && !options_.notation)) {
        continue;
      }
      line(with_id("    " + shown(say_.field(field.field)) + "  " + or_none(field.from) + " → " +
                       or_none(field.to),
                   field.id));
      comments(field.id);
    }
  }

  std::string or_none(const std::string& text) {
    return text.empty() ? say_(BD_TR("(none)")) : shown(text);
  }

  /// What is kept far from an edit is left out.
  static std::string kept(const std::string& text, bool first, bool last) {
    const std::u32string points = to_code_points(text);
    const std::size_t head = first ? 0 : context_words;
    const std::size_t tail = last ? 0 : context_words;
    if (points.size() <= head + tail + 2) {
      return shown(text);
    }
    return shown(to_utf8(std::u32string_view(points).substr(0, head))) + "…" +
           shown(to_utf8(std::u32string_view(points).substr(points.size() - tail)));
  }

  void goal_lines(const GoalChange& goal, bool parts) {
    if (goal.notation && !options_.notation) {
      return;
    }
    std::string label = say_.field(goal.field);
    if (parts) {
      label += " (" + shown(goal.from_project) + " → " + shown(goal.to_project) + ")";
    }
    std::string text;
    for (std::size_t i = 0; i < goal.edits.size(); ++i) {
      const TextEdit& edit = goal.edits[i];
      switch (edit.kind) {
        case TextEdit::Kind::keep:
          text += kept(edit.text, i == 0, i + 1 == goal.edits.size());
          break;
        case TextEdit::Kind::remove:
          text +=
              paint_.on() ? paint_(Tone::bad, shown(edit.text)) : "[-" + shown(edit.text) + "-]";
          break;
        case TextEdit::Kind::insert:
          text +=
              paint_.on() ? paint_(Tone::good, shown(edit.text)) : "{+" + shown(edit.text) + "+}";
          break;
      }
    }
    line(with_id("    " + label + "  " + text, goal.id));
    comments(goal.id);
  }

  static Tone tone_of(Effect effect) {
    return effect == Effect::loosened    ? Tone::bad
           : effect == Effect::tightened ? Tone::good
                                         : Tone::warn;
  }

  void indicator_lines(const IndicatorChange& change, bool parts) {
    if (change.notation && !options_.notation) {
      return;
    }
    const Indicator& shown_indicator = change.to ? *change.to : *change.from;
    std::string name = shown(shown_indicator.name);
    if (change.kind == IndicatorChangeKind::renamed) {
      name = shown(change.from->name) + " → " + name;
    }
    if (parts) {
      name += " (" + shown(change.to ? change.to_project : change.from_project) + ")";
    }
    std::string text = "    " + say_(BD_TR("indicator")) + "  ";
    // What moved with the form was said once, for all.
    const bool only_form = change.form_change && change.kind == IndicatorChangeKind::reclassified;
    if (change.kind != IndicatorChangeKind::changed && !only_form) {
      const Tone tone = change.kind == IndicatorChangeKind::removed ? Tone::bad
                        : change.kind == IndicatorChangeKind::added ? Tone::good
                                                                    : Tone::plain;
      text += paint_(tone, "[" + say_.kind(change.kind) + "]") + " ";
    }
    text += name;
    if (change.kind == IndicatorChangeKind::added || change.kind == IndicatorChangeKind::removed) {
      const std::string& target = shown_indicator.annual_target.empty()
                                      ? shown_indicator.period_target
                                      : shown_indicator.annual_target;
      line(with_id(text + "  " + shown(target), change.id));
      comments(change.id);
      return;
    }
    if ((change.kind == IndicatorChangeKind::reclassified && !only_form) ||
        (change.kind == IndicatorChangeKind::renamed && change.from->level2 != change.to->level2)) {
      text += "  " + shown(change.from->level1 + "/" + change.from->level2) + " → " +
              shown(change.to->level1 + "/" + change.to->level2);
    }
    const std::vector<TargetLine> lines = target_lines(change);
    if (lines.size() == 1) {
      line(with_id(text + "  " + target_text(lines.front(), change), change.id));
      comments(change.id);
      target_comments(lines.front());
      return;
    }
    line(with_id(text, change.id));
    comments(change.id);
    for (const TargetLine& target : lines) {
      line(with_id("        " + target_text(target, change), target.targets.front()->id));
      target_comments(target);
    }
  }

  void target_comments(const TargetLine& line) {
    for (const TargetChange* const target : line.targets) {
      comments(target->id);
    }
  }

  std::string target_text(const TargetLine& targets, const IndicatorChange& change) {
    const TargetChange& target = *targets.targets.front();
    std::string text;
    // Which of the two is said only where they do not move together.
    if (targets.targets.size() < 2 && !change.to->period_target.empty() &&
        !change.to->annual_target.empty()) {
      text = say_.field(target.field) + " ";
    }
    text += or_none(target.from) + " → " + or_none(target.to) + "  ";
    std::string effect = say_.effect(target.effect);
    if (target.delta && !target.delta->is_zero()) {
      effect += " " + signed_money(*target.delta) + shown(target.unit);
    }
    return text + paint_(tone_of(target.effect), effect);
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
      line(
          paint_(Tone::warn, "? " + ref_names(suggestion.from) + " → " + ref_names(suggestion.to)));
      std::vector<std::string> reasons;
      for (const Message& reason : suggestion.evidence) {
        reasons.push_back(shown(say_(reason)));
      }
      line("    " + say_(BD_TR("confidence {0}"), {confidence_text(suggestion.confidence)}) +
           (reasons.empty() ? "" : say_(BD_TR(" ({0})"), {say_.list(reasons)})));
      comments(suggestion.id);
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
    line(paint_(Tone::heading, "== " + say_(BD_TR("The form changed its categories"))));
    for (const FormChange& change : changes_.form_changes) {
      line("  " + say_(BD_TR("{0} → {1}: {2} indicators"),
                       {shown(change.from), shown(change.to), std::to_string(change.count)}));
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

  const ChangeSet& changes_;
  const ReportOptions& options_;
  Wording say_;
  Paint paint_;
  Tally tally_;
  ThreadLines threads_;
  std::size_t label_width_ = 0;
  std::string out_;
};

}  // namespace

std::string text_report(const ChangeSet& changes, const ReportOptions& options) {
  return TextReport(changes, options).run();
}

}  // namespace budgetdiff
