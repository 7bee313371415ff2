#include <budgetdiff/review/gate.hpp>

#include "review/money_limit.hpp"
#include "review/name_pattern.hpp"

#include <budgetdiff/model/funding_kind.hpp>
#include <budgetdiff/model/money_unit.hpp>
#include <budgetdiff/review/changes.hpp>

#include <algorithm>
#include <map>
#include <utility>

namespace budgetdiff {
namespace {

std::string joined(const std::vector<ProjectRef>& refs) {
  std::string out;
  for (const ProjectRef& ref : refs) {
    out += (out.empty() ? "" : " + ") + ref.name;
  }
  return out;
}

class Gate {
 public:
  Gate(const Policy& policy, const GateInput& input)
      : policy_(policy), input_(input), changes_(reviewed_changes(input.changes)) {
    for (const Thread& thread : input.threads) {
      threads_[thread.change].push_back(&thread);
    }
  }

  Result<std::vector<BrokenRule>> run() {
    for (rule_ = 0; rule_ < policy_.rules.size(); ++rule_) {
      if (auto done = look(policy_.rules[rule_]); !done) {
        return fail(std::move(done).error());
      }
    }
    return std::move(out_);
  }

 private:
  Result<void> look(const PolicyRule& rule) {
    limit_ = rule.amount;
    if (rule.amount && !rule.amount_unit.empty()) {
      limit_ = convert(*rule.amount, rule.amount_unit, input_.changes.to.unit);
      if (!limit_) {
        return fail({BD_TR("rule {0}: {1} cannot be compared with {2}"),
                     {std::to_string(rule_ + 1), rule.amount_unit,
                      input_.changes.to.unit.empty() ? "-" : input_.changes.to.unit}},
                    {BD_TR("give the amount in a unit of the same money"), {}});
      }
    }
    for (const std::string& column : rule.columns) {
      if (!is_documented_column(column) && !input_.columns.contains(column)) {
        return fail(unknown_column(column));
      }
    }
    switch (rule.kind) {
      case RuleKind::change:
        look_at_money(rule);
        break;
      case RuleKind::new_project:
      case RuleKind::ended_project:
        look_at_projects(rule);
        break;
      case RuleKind::loosened_target:
        look_at_targets(rule);
        break;
      case RuleKind::doubtful_match:
        look_at_matches(rule);
        break;
      case RuleKind::unexplained:
        look_at_total(rule);
        break;
      case RuleKind::open_comment:
        look_at_comments(rule);
        break;
      case RuleKind::finding:
        look_at_findings(rule, input_.from_findings);
        look_at_findings(rule, input_.to_findings);
        break;
    }
    return {};
  }

  /// Such a rule would let everything pass.
  [[nodiscard]] Error unknown_column(const std::string& column) const {
    std::string there;
    for (const std::string& one : input_.columns) {
      there += (there.empty() ? "" : ", ") + std::string(published_word(one));
    }
    return {
        {},
        {},
        {BD_TR("rule {0}: neither table has a column {1}"), {std::to_string(rule_ + 1), column}},
        {BD_TR("the tables have {0}"), {there.empty() ? "-" : there}}};
  }

  [[nodiscard]] static bool left_out(const PolicyRule& rule, const CommentedChange& about) {
    const auto named = [&](const std::string& name) {
      return any_fits(rule.except_projects, name);
    };
    return std::any_of(about.from_projects.begin(), about.from_projects.end(), named) ||
           std::any_of(about.to_projects.begin(), about.to_projects.end(), named);
  }

  /// What the rule still misses: nothing where a comment makes up for it.
  [[nodiscard]] std::optional<Message> missing(const PolicyRule& rule,
                                               const std::vector<std::string>& ids) const {
    if (!rule.demands_comment) {
      return Message{};
    }
    bool outdated = false;
    bool open = false;
    for (const std::string& id : ids) {
      const auto found = threads_.find(id);
      if (found == threads_.end()) {
        continue;
      }
      for (const Thread* const thread : found->second) {
        for (const ThreadMessage& message : thread->messages) {
          const bool says =
              message.action == CommentAction::comment || message.action == CommentAction::reply;
          if (!says || (rule.demanded_kind && message.kind != *rule.demanded_kind)) {
            continue;
          }
          if (message.outdated) {
            outdated = true;
          } else if (rule.demands_resolved && thread->state == ThreadState::open) {
            open = true;
          } else {
            return std::nullopt;
          }
        }
      }
    }
    if (open) {
      return Message{BD_TR("its comment is not resolved"), {}};
    }
    if (outdated) {
      return Message{BD_TR("its comment is outdated"), {}};
    }
    if (!rule.demanded_kind) {
      return Message{BD_TR("it needs a comment"), {}};
    }
    switch (*rule.demanded_kind) {
      case CommentKind::question:
        return Message{BD_TR("it needs a question"), {}};
      case CommentKind::explanation:
        return Message{BD_TR("it needs an explanation"), {}};
      case CommentKind::note:
        break;
    }
    return Message{BD_TR("it needs a note"), {}};
  }

  /// The ids whose comments speak of the change: its own, those of what it is
  /// part of, and for a project its money's.
  [[nodiscard]] static std::vector<std::string> ids_of(const ReviewedChange& change) {
    std::vector<std::string> ids{change.id};
    if (change.target != nullptr) {
      ids.push_back(change.indicator->id);
    }
    if (change.project != nullptr) {
      ids.push_back(change.project->id);
      if (change.indicator == nullptr) {
        for (const AmountChange& amount : change.project->funding) {
          ids.push_back(amount.id);
        }
      }
    }
    return ids;
  }

  void add(const PolicyRule& rule, const ReviewedChange& change, Message why,
           const std::optional<Amount>& delta = {},
           const std::optional<std::string>& percent = {}) {
    auto lacks = missing(rule, ids_of(change));
    if (!lacks) {
      return;
    }
    BrokenRule& broken = out_.emplace_back();
    broken.rule = rule_;
    broken.change = change.id;
    broken.about = change.about;
    broken.delta = delta;
    broken.percent = percent;
    broken.why = std::move(why);
    broken.missing = std::move(*lacks);
  }

  [[nodiscard]] bool has_column(const PolicyRule& rule, const std::string& column) const {
    const auto is = [&](const std::string& name) {
      return name == column || name == published_word(column);
    };
    return (rule.columns.empty() || std::any_of(rule.columns.begin(), rule.columns.end(), is)) &&
           std::none_of(rule.except_columns.begin(), rule.except_columns.end(), is);
  }

  void look_at_money(const PolicyRule& rule) {
    const ReviewedChange* total = nullptr;  // of the project at hand, if it was reported
    for (const ReviewedChange& change : changes_) {
      if (change.about.part == ChangePart::project) {
        total = nullptr;
        if (change.project->from.empty() || change.project->to.empty()) {
          look_at_whole_project(rule, change);
        }
        continue;
      }
      const bool money = change.about.part == ChangePart::funding && !change.amount->notation;
      if (!money || change.project->from.empty() || change.project->to.empty() ||
          !has_column(rule, change.about.name) || left_out(rule, change.about)) {
        continue;
      }
      // A single source that carries the whole change says nothing new.
      const AmountChange& amount = *change.amount;
      if (total != nullptr && amount.from == total->amount->from &&
          amount.to == total->amount->to) {
        continue;
      }
      // What cannot be compared cannot pass.
      const auto base =
          amount.from ? convert(*amount.from, input_.changes.from.unit, input_.changes.to.unit)
                      : Amount();
      if (!amount.delta || !base || exceeds(rule, limit_, *base, *amount.delta)) {
        add(rule, change, why_exceeded(rule, input_.changes.to.unit), amount.delta, amount.percent);
        total = amount.column == column::total ? &change : total;
      }
    }
  }

  /// A new or ended project is all of its money; there is no year before to
  /// take percents of where it is new.
  void look_at_whole_project(const PolicyRule& rule, const ReviewedChange& change) {
    const ProjectChange& project = *change.project;
    if (left_out(rule, change.about) || (project.from.empty() && !limit_)) {
      return;
    }
    if (!has_column(rule, std::string(column::total))) {
      look_at_whole_columns(rule, change);
      return;
    }
    const auto has_money = [](const std::vector<ProjectRef>& refs) {
      return std::any_of(refs.begin(), refs.end(),
                         [](const ProjectRef& ref) { return ref.total.has_value(); });
    };
    // A group's totals are in the later unit already.
    if (!project.delta
            ? has_money(project.from) || has_money(project.to)
            : exceeds(rule, limit_, project.from_total.value_or(Amount()), *project.delta)) {
      add(rule, change, why_exceeded(rule, input_.changes.to.unit), project.delta, project.percent);
    }
  }

  /// The same where the rule names sources only: the first that breaks it tells.
  void look_at_whole_columns(const PolicyRule& rule, const ReviewedChange& change) {
    const bool ended = change.project->to.empty();
    const ProjectRef& only = ended ? change.project->from.front() : change.project->to.front();
    if (!only.content) {
      return;
    }
    const std::string& unit = ended ? input_.changes.from.unit : input_.changes.to.unit;
    for (const auto& [column, amount] : only.content->funding.items()) {
      if (!has_column(rule, column)) {
        continue;
      }
      const auto money = convert(amount, unit, input_.changes.to.unit);
      if (!money || exceeds(rule, limit_, ended ? *money : Amount(), ended ? -*money : *money)) {
        add(rule, change, why_exceeded(rule, input_.changes.to.unit),
            money ? std::optional(ended ? -*money : *money) : std::nullopt,
            ended && money ? percent_of(-*money, *money) : std::nullopt);
        return;
      }
    }
  }

  void look_at_projects(const PolicyRule& rule) {
    for (const ReviewedChange& change : changes_) {
      if (change.about.part != ChangePart::project || left_out(rule, change.about)) {
        continue;
      }
      const ProjectChange& project = *change.project;
      if (rule.kind == RuleKind::new_project && project.from.empty()) {
        add(rule, change, {BD_TR("this project is new"), {}}, project.delta, project.percent);
      } else if (rule.kind == RuleKind::ended_project && project.to.empty()) {
        add(rule, change, {BD_TR("this project has ended"), {}}, project.delta, project.percent);
      }
    }
  }

  [[nodiscard]] static bool in_category(const PolicyRule& rule,
                                        const std::optional<Indicator>& indicator) {
    return indicator && (any_fits(rule.except_categories, indicator->level1) ||
                         any_fits(rule.except_categories, indicator->level2) ||
                         any_fits(rule.except_categories, indicator->level1 + indicator->level2));
  }

  void look_at_targets(const PolicyRule& rule) {
    const TargetChange* before = nullptr;
    for (const ReviewedChange& change : changes_) {
      if (change.target == nullptr) {
        before = nullptr;
        continue;
      }
      const TargetChange& target = *change.target;
      // The period's and the year's target usually move together.
      const bool said = before != nullptr && before->from == target.from && before->to == target.to;
      if (target.effect != Effect::loosened || said || left_out(rule, change.about) ||
          in_category(rule, change.indicator->from) || in_category(rule, change.indicator->to)) {
        continue;
      }
      before = &target;
      add(rule, change, {BD_TR("this target was loosened"), {}});
    }
  }

  void look_at_matches(const PolicyRule& rule) {
    for (const ReviewedChange& change : changes_) {
      if (left_out(rule, change.about)) {
        continue;
      }
      if (change.match != nullptr) {
        add(rule, change,
            {BD_TR("this match is not sure: {0} → {1}"),
             {joined(change.match->from), joined(change.match->to)}});
      } else if (change.about.part == ChangePart::project && rule.confidence &&
                 change.project->method != MatchMethod::none &&
                 Amount(change.project->confidence, 3) < *rule.confidence) {
        add(rule, change,
            {BD_TR("this match was made with confidence {0} only"),
             {Amount(change.project->confidence, 3).reduced(2).to_string()}});
      }
    }
  }

  void look_at_total(const PolicyRule& rule) {
    for (const ReconciliationLine& line : input_.changes.reconciliation) {
      if (line.kind != "unexplained" || line.delta.is_zero() ||
          (limit_ && line.delta.abs() <= *limit_)) {
        continue;
      }
      ReviewedChange whole;
      whole.about.part = ChangePart::total;
      whole.about.name = column::total;
      for (const ReviewedChange& change : changes_) {
        if (change.about.part == ChangePart::total && change.about.name == column::total) {
          whole = change;
        }
      }
      add(rule, whole,
          {BD_TR("{0} of the total's change is not explained by the projects"),
           {line.delta.grouped() + input_.changes.to.unit}},
          line.delta);
    }
  }

  void look_at_comments(const PolicyRule& rule) {
    for (const Thread& thread : input_.threads) {
      const CommentKind kind = thread.opening().kind;
      const bool wanted = rule.kinds.empty() ||
                          std::find(rule.kinds.begin(), rule.kinds.end(), kind) != rule.kinds.end();
      if (thread.state != ThreadState::open || !wanted || left_out(rule, thread.about)) {
        continue;
      }
      BrokenRule& broken = out_.emplace_back();
      broken.rule = rule_;
      broken.change = thread.change;
      broken.thread = thread.id;
      broken.about = thread.about;
      broken.why = {BD_TR("comment {0} by {1} is open"), {thread.id, thread.opening().author.name}};
    }
  }

  void look_at_findings(const PolicyRule& rule, const std::vector<Finding>& findings) {
    const bool later = &findings == &input_.to_findings;
    const SnapshotRef& side = later ? input_.changes.to : input_.changes.from;
    for (const Finding& finding : findings) {
      const bool excepted = std::find(rule.except_codes.begin(), rule.except_codes.end(),
                                      finding.code) != rule.except_codes.end();
      if (finding.severity < rule.severity || excepted ||
          any_fits(rule.except_projects, finding.project)) {
        continue;
      }
      // A comment on the project that it was found in makes up for it.
      ReviewedChange change;
      for (const ReviewedChange& one : changes_) {
        const auto& names = later ? one.about.to_projects : one.about.from_projects;
        if (one.about.part == ChangePart::project && !finding.project.empty() &&
            std::find(names.begin(), names.end(), finding.project) != names.end()) {
          change = one;
          break;
        }
      }
      change.about = {};
      change.about.part = ChangePart::project;
      if (!finding.project.empty()) {
        (later ? change.about.to_projects : change.about.from_projects) = {finding.project};
      }
      const std::size_t before = out_.size();
      add(rule, change,
          {BD_TR("finding in the table of {0}"),
           {side.year ? std::to_string(*side.year) : (later ? "TO" : "FROM")}});
      if (out_.size() > before) {
        out_.back().finding = finding;
        out_.back().in_later = later;
      }
    }
  }

  const Policy& policy_;
  const GateInput& input_;
  std::vector<ReviewedChange> changes_;
  std::map<std::string, std::vector<const Thread*>> threads_;  ///< by change
  std::size_t rule_ = 0;
  std::optional<Amount> limit_;  ///< the rule's amount in the later unit
  std::vector<BrokenRule> out_;
};

}  // namespace

Result<std::vector<BrokenRule>> gate(const Policy& policy, const GateInput& input) {
  return Gate(policy, input).run();
}

}  // namespace budgetdiff
