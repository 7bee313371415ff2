#include "cli/change_summary.hpp"

#include "report/text_paint.hpp"
#include "report/wording.hpp"

#include <budgetdiff/diff/differ.hpp>
#include <budgetdiff/match/matcher.hpp>
#include <budgetdiff/text/unicode.hpp>
#include <map>

namespace budgetdiff::cli {
namespace {

/// A name is a row of a table, and what was read wrong can be a page long.
constexpr std::size_t longest_name = 120;

std::string names(const std::vector<ProjectRef>& refs) {
  std::string out;
  for (const ProjectRef& ref : refs) {
    out += (out.empty() ? "" : " + ") + shortened(printable(ref.name), longest_name);
  }
  return out;
}

/// What is listed. Under another unit every amount is written otherwise, which is said once.
bool is_change(const ProjectChange& change, const ChangeSet& changes) {
  return change.kind != ProjectChangeKind::unchanged ||
         (change.notation && changes.from.unit == changes.to.unit);
}

}  // namespace

ChangeSet changes_between(const Snapshot& before, const Snapshot& after) {
  return diff({before, after, {}, {}}, match(before, after));
}

std::string change_summary(const Context& context, const ChangeSet& changes) {
  const Wording say(context.language);
  std::vector<std::string> parts;
  if (changes.totals.from && changes.totals.to && changes.totals.delta &&
      *changes.totals.delta != Amount()) {
    parts.push_back(say(BD_TR("total {0} → {1} {2}"),
                        {changes.totals.from->grouped(), changes.totals.to->grouped(),
                         printable(changes.to.unit)}));
  }
  std::map<ProjectChangeKind, std::size_t> kinds;
  std::size_t targets = 0;
  std::size_t goals = 0;
  for (const ProjectChange& change : changes.projects) {
    if (change.kind != ProjectChangeKind::unchanged) {
      ++kinds[change.kind];
    }
    goals += change.goals.size();
    for (const IndicatorChange& indicator : change.indicators) {
      targets += indicator.targets.size();
    }
  }
  for (const auto& [kind, count] : kinds) {
    parts.push_back(say(BD_TR("projects {0}: {1}"), {say.kind(kind), std::to_string(count)}));
  }
  if (goals > 0) {
    parts.push_back(say(BD_TR("goals: {0}"), {std::to_string(goals)}));
  }
  if (targets > 0) {
    parts.push_back(say(BD_TR("targets: {0}"), {std::to_string(targets)}));
  }
  if (parts.empty()) {
    parts.push_back(say(BD_TR("notation only")));
  }
  if (changes.from.unit != changes.to.unit) {
    parts.push_back(say(BD_TR("amounts in {0}, before in {1}"),
                        {printable(changes.to.unit), printable(changes.from.unit)}));
  }
  return say.list(parts);
}

std::vector<std::string> changed_projects(const Context& context, const ChangeSet& changes,
                                          std::size_t most) {
  const Wording say(context.language);
  std::vector<std::string> out;
  std::size_t more = 0;
  for (const ProjectChange& change : changes.projects) {
    if (!is_change(change, changes)) {
      continue;
    }
    if (out.size() == most) {
      ++more;
      continue;
    }
    const std::string from = names(change.from);
    const std::string to = names(change.to);
    std::string line = "[";
    line += change.kind == ProjectChangeKind::unchanged ? say(BD_TR("notation"))
                                                        : say.kind(change.kind);
    line += "] ";
    if (!from.empty()) {
      line += from;
    }
    if (!to.empty() && from != to) {
      line += from.empty() ? "" : " → ";
      line += to;
    }
    if (change.delta && *change.delta != Amount()) {
      line += "  " + signed_money(*change.delta);
    }
    out.push_back(std::move(line));
  }
  if (more > 0) {
    out.push_back(say(BD_TR("and {0} more"), {std::to_string(more)}));
  }
  return out;
}

}  // namespace budgetdiff::cli
