#include <budgetdiff/report/table.hpp>

#include "report/indicator_details.hpp"
#include "report/later_unit.hpp"
#include "report/significance.hpp"
#include "report/wording.hpp"

#include <string_view>
#include <utility>

namespace budgetdiff {
namespace {

Cell text(std::string value, std::string tone = {}) {
  return {Cell::Kind::text, std::move(value), std::move(tone)};
}
Cell number(const std::optional<Amount>& amount) {
  return amount ? Cell{Cell::Kind::number, amount->to_string(), {}} : Cell{};
}
Cell number(const std::optional<std::string>& digits) {
  return digits ? Cell{Cell::Kind::number, *digits, {}} : Cell{};
}
Cell count(std::size_t value) {
  return {Cell::Kind::number, std::to_string(value), {}};
}

std::string names(const std::vector<ProjectRef>& refs) {
  std::string out;
  for (const ProjectRef& ref : refs) {
    out += (out.empty() ? "" : " + ") + ref.name;
  }
  return out;
}

std::vector<const ProjectChange*> in_order(const ChangeSet& changes, const MinChange& least) {
  const ByImportance order = by_importance(changes, least);
  std::vector<const ProjectChange*> out = order.money;
  out.insert(out.end(), order.weakened.begin(), order.weakened.end());
  out.insert(out.end(), order.other.begin(), order.other.end());
  return out;
}

Table summary(const LaterUnit& shown, const Wording& say) {
  const ChangeSet& changes = shown.changes();
  const std::string before = shown.unit_before();
  Table table{
      say(BD_TR("Summary")),
      {"", say.side(changes.from, false), say.side(changes.to, true), say(BD_TR("change")), "%"},
      {}};
  table.rows.push_back({text(say(BD_TR("department"))),
                        text(changes.from.department),
                        text(changes.to.department),
                        {},
                        {}});
  table.rows.push_back(
      {text(say(BD_TR("unit"))),
       text(changes.from.unit +
            (before.empty() ? "" : say(BD_TR(" (before in {0}, converted)"), {before}))),
       text(changes.to.unit),
       {},
       {}});
  table.rows.push_back({text(say.column("total")), number(changes.totals.from),
                        number(changes.totals.to), number(changes.totals.delta),
                        number(changes.totals.percent)});
  table.rows.push_back({text(say(BD_TR("projects"))),
                        count(changes.from.project_count),
                        count(changes.to.project_count),
                        {},
                        {}});
  table.rows.push_back({text(say(BD_TR("indicators"))),
                        count(changes.from.indicator_count),
                        count(changes.to.indicator_count),
                        {},
                        {}});
  for (const ReconciliationLine& line : changes.reconciliation) {
    table.rows.push_back({text(say.reconciliation_kind(line.kind)),
                          {},
                          line.count == 0 ? Cell{} : count(line.count),
                          number(std::optional(line.delta)),
                          {}});
  }
  for (const Message& warning : changes.warnings) {
    table.rows.push_back({text(say(BD_TR("note"))), text(say(warning)), {}, {}, {}});
  }
  return table;
}

Table projects(const std::vector<const ProjectChange*>& list, const Wording& say) {
  Table table{say(BD_TR("Projects")),
              {say(BD_TR("Kind")), say(BD_TR("before")), say(BD_TR("after")),
               say(BD_TR("amount before")), say(BD_TR("amount after")), say(BD_TR("change")), "%",
               say(BD_TR("targets loosened")), say(BD_TR("Match")), say(BD_TR("Confidence")), "id"},
              {}};
  for (const ProjectChange* const change : list) {
    const std::size_t loosened = loosened_targets(*change);
    table.rows.push_back(
        {text(say.kind(change->kind)), text(names(change->from)), text(names(change->to)),
         number(change->from_total), number(change->to_total), number(change->delta),
         number(change->percent),
         loosened == 0 ? Cell{} : Cell{Cell::Kind::number, std::to_string(loosened), "loosened"},
         text(say.method(change->method)), number(std::optional(Amount(change->confidence, 3))),
         text(change->id)});
  }
  return table;
}

Table indicators(const ChangeSet& changes, const std::vector<const ProjectChange*>& list,
                 const Wording& say) {
  Table table{say(BD_TR("Indicators")),
              {say(BD_TR("project")), say(BD_TR("Kind")), say(BD_TR("category")),
               say(BD_TR("indicator")), say(BD_TR("target")), say(BD_TR("before")),
               say(BD_TR("after")), say(BD_TR("Effect on targets")), "id"},
              {}};
  for (const ProjectChange* const change : list) {
    for (const IndicatorChange& indicator : change->indicators) {
      if (indicator.notation) {
        continue;
      }
      const Indicator& now = indicator.to ? *indicator.to : *indicator.from;
      const std::string category = now.level1 + (now.level2.empty() ? "" : "/" + now.level2);
      const std::string project =
          indicator.to_project.empty() ? indicator.from_project : indicator.to_project;
      const std::string name =
          indicator.from && indicator.to && indicator.from->name != indicator.to->name
              ? indicator.from->name + " → " + indicator.to->name
              : now.name;
      const auto row = [&](std::string field, std::string from, std::string to, Cell effect,
                           const std::string& id) {
        table.rows.push_back({text(project), text(say.kind(indicator.kind)), text(category),
                              text(name), text(std::move(field)), text(std::move(from)),
                              text(std::move(to)), std::move(effect), text(id)});
      };
      const std::vector<DetailChange> details = detail_changes(indicator, changes);
      if (indicator.targets.empty() && details.empty()) {
        row("", indicator.from ? indicator.from->annual_target : "",
            indicator.to ? indicator.to->annual_target : "", {}, indicator.id);
      }
      for (const TargetChange& target : indicator.targets) {
        row(say.field(target.field), target.from, target.to,
            text(say.effect(target), std::string(to_string(target.effect))), target.id);
      }
      for (const DetailChange& detail : details) {
        row(say.field(detail.field), detail.from, detail.to, {}, indicator.id);
      }
    }
  }
  return table;
}

Table goals(const std::vector<const ProjectChange*>& list, const Wording& say) {
  Table table{
      say(BD_TR("Goals")),
      {say(BD_TR("project")), say(BD_TR("goal")), say(BD_TR("before")), say(BD_TR("after")), "id"},
      {}};
  for (const ProjectChange* const change : list) {
    for (const GoalChange& goal : change->goals) {
      if (!goal.notation) {
        table.rows.push_back({text(goal.to_project.empty() ? goal.from_project : goal.to_project),
                              text(say.field(goal.field)), text(goal.from), text(goal.to),
                              text(goal.id)});
      }
    }
  }
  return table;
}

Table findings_table(const ChangeSet& changes, const TableFindings& findings, const Wording& say) {
  Table table{say(BD_TR("Findings")),
              {say(BD_TR("document")), say(BD_TR("severity")), say(BD_TR("place")),
               say(BD_TR("project")), say(BD_TR("finding")), "code"},
              {}};
  const auto add = [&](const std::string& document, const std::vector<Finding>& list) {
    for (const Finding& finding : list) {
      table.rows.push_back({text(document), text(say.severity(finding.severity)),
                            text(to_string(finding.place)), text(finding.project),
                            text(say(finding.message)), text(finding.code)});
    }
  };
  add(say.side(changes.from, false), findings.from);
  add(say.side(changes.to, true), findings.to);
  return table;
}

}  // namespace

std::vector<Table> report_tables(const ChangeSet& published, const ReportOptions& options,
                                 const TableFindings& findings) {
  const LaterUnit shown(published);
  const ChangeSet& changes = shown.changes();
  const Wording say(options.language);
  const std::vector<const ProjectChange*> list = in_order(changes, options.min_change);
  return {summary(shown, say), projects(list, say), indicators(changes, list, say),
          goals(list, say), findings_table(changes, findings, say)};
}

}  // namespace budgetdiff
