#include "report/text_project.hpp"

#include "report/indicator_details.hpp"
#include "report/significance.hpp"
#include "report/whole_project.hpp"

#include <budgetdiff/text/same_name.hpp>
#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <utility>

namespace budgetdiff {
namespace {

constexpr std::size_t context_words = 14;  // code points kept around an edit

class TextProject {
 public:
  explicit TextProject(TextLines& text) : text_(text) {}

  void project(const ProjectChange& change) {
    const bool parts = change.from.size() > 1 || change.to.size() > 1;
    const std::string kind = "[" + say_.kind(change.kind) + "] ";
    std::string name = TextLines::names(change.from.empty() ? change.to : change.from);
    if (change.kind == ProjectChangeKind::renamed) {
      name += " → " + TextLines::names(change.to);
    }
    std::string head = paint_(tone_of(change.kind), kind + (parts ? headline(change) : name));
    line(with_id(std::move(head), change.id));
    if (change.from_total || change.to_total) {
      std::string amounts = "    ";
      if (change.to.empty()) {
        amounts += money(change.from_total);
      } else if (change.from.empty() || change.from_total == change.to_total) {
        amounts += money(change.to_total);
      } else {
        amounts += money(change.from_total) + " → " + money(change.to_total);
      }
      if (change.delta && (!change.delta->is_zero() || parts)) {
        amounts += "    " + text_.delta(change.delta, change.percent);
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
    whole_lines(change);
    funding_lines(change);
    field_lines(change);
    for (const GoalChange& goal : change.goals) {
      goal_lines(goal, parts);
    }
    for (const IndicatorChange& indicator : change.indicators) {
      indicator_lines(indicator, parts ? part_of(indicator, change) : std::string());
    }
  }

  std::string headline(const ProjectChange& change) {
    if (change.kind == ProjectChangeKind::split) {
      return say_(BD_TR("{0} → {1} projects"),
                  {TextLines::names(change.from), std::to_string(change.to.size())});
    }
    if (change.kind == ProjectChangeKind::merged) {
      return say_(BD_TR("{0} projects → {1}"),
                  {std::to_string(change.from.size()), TextLines::names(change.to)});
    }
    return say_(BD_TR("{0} projects → {1} projects"),
                {std::to_string(change.from.size()), std::to_string(change.to.size())});
  }

  void part_lines(const std::vector<ProjectRef>& refs, const std::string& unit,
                  std::string_view mark, std::size_t width) {
    for (const ProjectRef& ref : refs) {
      std::string text = std::string("      ") + std::string(mark) +
                         pad_right(shown(ref.name), width) +
                         pad_left(" " + money(ref.total), money_width);
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
      line("        " + pad_right(say_(BD_TR("sum")), width) +
           pad_left(" " + money(sum), money_width));
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
                       money(amount.to) + "    " + text_.delta(amount.delta, amount.percent),
                   amount.id));
      comments(amount.id);
    }
  }

 private:
  void line(std::string_view text) { text_.line(text); }
  void comments(const std::string& id) { text_.comments(id); }
  std::string with_id(std::string text, const std::string& id) {
    return text_.with_id(std::move(text), id);
  }
  /// On one line: a goal's paragraphs are told apart by a mark.
  static std::string shown(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at <= text.size();) {
      const std::size_t end = std::min(text.find('\n', at), text.size());
      out += (at > 0 ? "↵" : "") + printable(text.substr(at, end - at));
      at = end + 1;
    }
    return out;
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

  /// What an added or removed project holds.
  void whole_lines(const ProjectChange& change) {
    const std::optional<WholeProject> whole = whole_project(change, changes_);
    if (!whole) {
      return;
    }
    for (const auto* list : {&whole->fields, &whole->goals}) {
      for (const WholeField& field : *list) {
        line("    " + shown(say_.key(field.key)) + "  " + shown(field.value));
      }
    }
    for (const WholeIndicator& indicator : whole->indicators) {
      std::string text = "    " + say_(BD_TR("indicator")) + "  " + shown(indicator.name);
      for (const WholeField& value : indicator.values) {
        text += "  " + (value.key.empty() ? "" : say_.key(value.key) + " ") + shown(value.value);
      }
      line(text);
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

  void indicator_lines(const IndicatorChange& change, const std::string& part) {
    if (change.notation && !options_.notation) {
      return;
    }
    const Indicator& shown_indicator = change.to ? *change.to : *change.from;
    std::string name = shown(shown_indicator.name);
    if (change.kind == IndicatorChangeKind::renamed) {
      name = shown(change.from->name) + " → " + name;
    }
    if (!part.empty()) {
      name += " (" + shown(part) + ")";
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
        (change.kind == IndicatorChangeKind::renamed &&
         !same_category(change.from->level2, change.to->level2))) {
      text += "  " + shown(change.from->level1 + "/" + change.from->level2) + " → " +
              shown(change.to->level1 + "/" + change.to->level2);
    }
    const std::vector<TargetLine> lines = target_lines(change);
    const std::vector<DetailChange> details = detail_changes(change, changes_);
    if (lines.empty() && details.size() == 1) {
      line(with_id(text + "  " + detail_text(details.front()), change.id));
      comments(change.id);
      return;
    }
    if (lines.size() == 1 && details.empty()) {
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
    for (const DetailChange& detail : details) {
      line("        " + detail_text(detail));
    }
  }

  std::string detail_text(const DetailChange& detail) {
    return shown(say_.field(detail.field)) + "  " + or_none(detail.from) + " → " +
           or_none(detail.to);
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
    std::string effect = say_.effect(target);
    if (target.delta && !target.delta->is_zero()) {
      effect += " " + signed_money(*target.delta) + shown(target.unit);
    }
    return text + paint_(tone_of(target.effect), effect);
  }

  TextLines& text_;
  const ChangeSet& changes_ = text_.changes;
  const ReportOptions& options_ = text_.options;
  const Wording& say_ = text_.say;
  const Paint& paint_ = text_.paint;
};

}  // namespace

TextLines::TextLines(const ChangeSet& change_set, const ReportOptions& report_options)
    : changes(change_set),
      options(report_options),
      say(report_options.language),
      paint(report_options.colour),
      threads(report_options.threads) {}

void TextLines::line(std::string_view text) {
  out += text;
  out += '\n';
}

void TextLines::comments(const std::string& id) {
  for (const Thread* const thread : threads.on(id)) {
    line("      " + thread_text_line(say, paint, *thread));
  }
}

std::string TextLines::with_id(std::string text, const std::string& id) const {
  return options.ids ? std::move(text) + "  " + paint(Tone::dim, id) : std::move(text);
}

std::string TextLines::delta(const std::optional<Amount>& delta,
                             const std::optional<std::string>& percent) const {
  if (!delta) {
    return say(BD_TR("not comparable"));
  }
  std::string text = signed_money(*delta);
  if (percent && !delta->is_zero()) {
    text += " (" + signed_percent(percent) + ")";
  }
  return text;
}

std::string TextLines::names(const std::vector<ProjectRef>& refs) {
  std::string out;
  for (const ProjectRef& ref : refs) {
    out += (out.empty() ? "" : " + ") + printable(ref.name);
  }
  return out;
}

void write_project(TextLines& text, const ProjectChange& change) {
  TextProject(text).project(change);
}

}  // namespace budgetdiff
