#include <budgetdiff/review/suggest.hpp>

#include <budgetdiff/review/changes.hpp>

#include <algorithm>
#include <set>
#include <utility>

namespace budgetdiff {
namespace {

std::string money(const Amount& amount, const std::string& unit) {
  return amount.grouped() + (unit.empty() ? "" : " " + unit);
}

std::string with_sign(const Amount& amount) {
  return (amount.is_negative() ? "" : "+") + amount.grouped();
}

const std::string& target_of(const Indicator& indicator) {
  return indicator.annual_target.empty() ? indicator.period_target : indicator.annual_target;
}

/// A comment with what it is ordered by.
struct Ranked {
  SuggestedComment comment;
  int rank = 2;
  std::size_t loosened = 0;
};

class Suggester {
 public:
  Suggester(const ChangeSet& changes, const std::vector<Thread>& threads) : changes_(changes) {
    for (const Thread& thread : threads) {
      for (const ThreadMessage& message : thread.messages) {
        const bool says =
            message.action == CommentAction::comment || message.action == CommentAction::reply;
        if (says && message.kind == CommentKind::explanation && !message.outdated) {
          explained_.insert(thread.change);
        }
      }
    }
  }

  std::vector<SuggestedComment> run() {
    whole();
    for (const SuggestedMatch& match : changes_.suggested) {
      doubt(match);
    }
    for (const ProjectChange& change : changes_.projects) {
      project(change);
    }
    std::stable_sort(ranked_.begin(), ranked_.end(), [](const Ranked& a, const Ranked& b) {
      const auto size = [](const Ranked& one) {
        return one.comment.delta ? one.comment.delta->abs() : Amount();
      };
      return a.rank != b.rank     ? a.rank < b.rank
             : size(a) != size(b) ? size(a) > size(b)
                                  : a.loosened > b.loosened;
    });
    std::vector<SuggestedComment> out;
    for (Ranked& one : ranked_) {
      out.push_back(std::move(one.comment));
    }
    return out;
  }

 private:
  [[nodiscard]] CommentedChange about(const std::string& id) const {
    const auto found = find_change(changes_, id);
    return found ? found->about : CommentedChange{};
  }

  void whole() {
    for (const ReconciliationLine& line : changes_.reconciliation) {
      if (line.kind != "unexplained" || line.delta.is_zero()) {
        continue;
      }
      Ranked& one = ranked_.emplace_back();
      one.rank = 0;
      one.comment.about.part = ChangePart::total;
      one.comment.about.name = column::total;
      one.comment.delta = line.delta;
      one.comment.questions.push_back(
          {BD_TR("{0} of the total's change is in no project. Which figure is right?"),
           {money(line.delta, changes_.to.unit)}});
    }
  }

  void doubt(const SuggestedMatch& match) {
    Ranked& one = ranked_.emplace_back();
    one.rank = 1;
    one.comment.change = match.id;
    one.comment.about = about(match.id);
    one.comment.doubtful = true;
    if (!match.to.empty()) {
      one.comment.to_project = match.to.front().index;
    }
    one.comment.questions.push_back(
        {BD_TR("Is this the same task as the year before, under another name (confidence {0})?"),
         {Amount(match.confidence, 3).reduced(2).to_string()}});
  }

  void project(const ProjectChange& change) {
    Ranked one;
    one.comment.change = change.id;
    one.comment.about = about(change.id);
    one.comment.delta = change.delta;
    if (!change.to.empty()) {
      one.comment.to_project = change.to.front().index;
    }
    if (!is_explained(change)) {
      ask_of_money(change, one.comment.questions);
    }
    ask_of_indicators(change, one);
    if (!one.comment.questions.empty()) {
      ranked_.push_back(std::move(one));
    }
  }

  [[nodiscard]] bool is_explained(const ProjectChange& change) const {
    return explained_.contains(change.id) ||
           std::any_of(change.funding.begin(), change.funding.end(),
                       [&](const AmountChange& amount) { return explained_.contains(amount.id); });
  }

  void ask_of_money(const ProjectChange& change, std::vector<Message>& questions) const {
    const std::string& unit = changes_.to.unit;
    if (change.from.empty()) {
      questions.push_back(
          {BD_TR("This project is new: {0}. On what decision does it rest, and how was it costed?"),
           {change.to_total ? money(*change.to_total, unit) : "-"}});
    } else if (change.to.empty()) {
      questions.push_back(
          {BD_TR("This project has ended; it had {0}. Is its task done, or where did "
                 "it go?"),
           {change.from_total ? money(*change.from_total, unit) : "-"}});
    } else if (change.delta && !change.delta->is_zero()) {
      const bool up = change.percent && !change.percent->starts_with('-');
      const std::string percent =
          change.percent ? std::string(up ? " (+" : " (") + *change.percent + "%)" : "";
      questions.push_back({BD_TR("{0} → {1}, {2}: what is the main reason?"),
                           {change.from_total ? money(*change.from_total, unit) : "-",
                            change.to_total ? money(*change.to_total, unit) : "-",
                            with_sign(*change.delta) + percent}});
    } else {
      ask_of_sources(change, questions);
    }
  }

  /// The same money from other columns.
  void ask_of_sources(const ProjectChange& change, std::vector<Message>& questions) const {
    for (const AmountChange& amount : change.funding) {
      if (amount.notation || amount.column == column::total || !amount.delta ||
          amount.delta->is_negative() || amount.delta->is_zero()) {
        continue;
      }
      questions.push_back(
          {BD_TR("The money is level, but {0} more comes from {1}. Why?"),
           {money(*amount.delta, changes_.to.unit), std::string(published_word(amount.column))}});
    }
  }

  /// An indicator's name, in a split or merger with the part that it stands in: its like stand in
  /// the others.
  static std::string name_of(const ProjectChange& change, const IndicatorChange& indicator,
                             const Indicator& shown) {
    const std::string& part = change.to.size() > 1     ? indicator.to_project
                              : change.from.size() > 1 ? indicator.from_project
                                                       : std::string();
    return part.empty() ? shown.name : part + " · " + shown.name;
  }

  static Message loosened(const ProjectChange& change, const IndicatorChange& indicator,
                          const TargetChange& target) {
    // Of a sum over the parts it is asked with the sums, and of no part.
    constexpr std::string_view arrow = " -> ";
    const std::size_t sum = target.rule.starts_with(rule_of_sum) ? rule_of_sum.size() : 0;
    const std::size_t at = sum > 0 ? target.rule.find(arrow, sum) : std::string::npos;
    if (at != std::string::npos) {
      return {BD_TR("The target of {0}, all parts together, was loosened: {1} → {2}. Why?"),
              {indicator.to->name, target.rule.substr(sum, at - sum),
               target.rule.substr(at + arrow.size())}};
    }
    return {BD_TR("The target of {0} was loosened: {1} → {2}. Why?"),
            {name_of(change, indicator, *indicator.to), target.from, target.to}};
  }

  /// Targets that were loosened, and those that cannot be held against each other.
  static bool is_asked(const TargetChange& target) {
    return target.effect == Effect::loosened || target.rule == rule_of_unknown ||
           target.effect == Effect::comparator_changed || target.effect == Effect::unit_changed;
  }

  static Message unclear(const ProjectChange& change, const IndicatorChange& indicator,
                         const TargetChange& target) {
    const char* question =
        target.effect == Effect::comparator_changed
            ? BD_TR("The comparator of {0} changed: {1} → {2}. Which is meant, and why?")
        : target.effect == Effect::unit_changed
            ? BD_TR(
                  "The target of {0} is counted in another unit: {1} → {2}. Why, and how do the "
                  "two compare?")
            : BD_TR("The target of {0} changed: {1} → {2}. Does it ask for more or less, and why?");
    return {question, {name_of(change, indicator, *indicator.to), target.from, target.to}};
  }

  void ask_of_indicators(const ProjectChange& change, Ranked& one) const {
    for (const IndicatorChange& indicator : change.indicators) {
      const bool settled = explained_.contains(indicator.id) || explained_.contains(change.id);
      if (indicator.notation || settled) {
        continue;
      }
      if (indicator.kind == IndicatorChangeKind::removed && !change.to.empty()) {
        one.comment.questions.push_back(
            {BD_TR("The indicator {0} ({1}) is gone. Why?"),
             {name_of(change, indicator, *indicator.from), target_of(*indicator.from)}});
      }
      const TargetChange* before = nullptr;
      for (const TargetChange& target : indicator.targets) {
        const bool said =
            before != nullptr && before->from == target.from && before->to == target.to;
        if (!is_asked(target) || said || explained_.contains(target.id)) {
          continue;
        }
        before = &target;
        const bool loose = target.effect == Effect::loosened;
        one.loosened += loose ? 1U : 0U;
        one.comment.questions.push_back(loose ? loosened(change, indicator, target)
                                              : unclear(change, indicator, target));
      }
    }
  }

  const ChangeSet& changes_;
  std::set<std::string> explained_;  ///< ids of changes
  std::vector<Ranked> ranked_;
};

}  // namespace

std::vector<SuggestedComment> suggest(const ChangeSet& changes,
                                      const std::vector<Thread>& threads) {
  return Suggester(changes, threads).run();
}

}  // namespace budgetdiff
