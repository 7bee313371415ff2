#include "report/html/indicator_table.hpp"

#include "report/indicator_details.hpp"
#include "report/significance.hpp"

#include <budgetdiff/text/same_name.hpp>

namespace budgetdiff::html {
namespace {

class IndicatorTable {
 public:
  IndicatorTable(Page& page, const ArticleContext& context, const ProjectChange& change)
      : page_(page),
        context_(context),
        say_(page.say()),
        change_(change),
        parts_(change.from.size() > 1 || change.to.size() > 1) {}

  void run() {
    std::vector<const IndicatorChange*> listed;
    for (const IndicatorChange& indicator : change_.indicators) {
      if (!indicator.notation || context_.options.notation) {
        listed.push_back(&indicator);
      }
    }
    if (listed.empty()) {
      return;
    }
    const auto table = page_.in("table", {{"class", "indicators"}});
    {
      const auto head = page_.in("thead");
      const auto row = page_.in("tr");
      page_.element("th", {{"scope", "col"}}, page_(BD_TR("indicator")));
      page_.element("th", {{"scope", "col"}}, say_.side(context_.changes.from, false));
      page_.element("th", {{"scope", "col"}}, say_.side(context_.changes.to, true));
      page_.element("th", {{"scope", "col"}}, page_(BD_TR("effect")));
    }
    const auto body = page_.in("tbody");
    for (const IndicatorChange* indicator : listed) {
      indicator_rows(*indicator);
    }
  }

 private:
  void indicator_name(const IndicatorChange& change, std::size_t rows) {
    const auto cell = page_.in("th", {{"scope", rows > 1 ? "rowgroup" : "row"},
                                      {"rowspan", rows > 1 ? std::to_string(rows) : ""}});
    if (change.kind == IndicatorChangeKind::renamed) {
      page_.name(change.from->name);
      page_.text(" → ");
    }
    const Indicator& named = change.to ? *change.to : *change.from;
    page_.name(named.name);
    const bool moved = change.from && change.to && !change.form_change &&
                       (!same_category(change.from->level1, change.to->level1) ||
                        !same_category(change.from->level2, change.to->level2));
    if (moved) {
      page_.text(" ");
      const auto small = page_.in("span", {{"class", "small"}});
      page_.name(change.from->level1 + "/" + change.from->level2);
      page_.text(" → ");
      page_.name(change.to->level1 + "/" + change.to->level2);
    } else if (!named.level2.empty()) {
      page_.text(" ");
      const auto small = page_.in("span", {{"class", "small"}});
      page_.name(named.level2);
    }
    if (parts_) {
      page_.text(" ");
      const auto small = page_.in("span", {{"class", "small"}});
      page_.name(part_of(change, change_));
    }
  }

  void indicator_rows(const IndicatorChange& change) {
    const std::vector<TargetLine> lines = target_lines(change);
    const std::vector<DetailChange> details = detail_changes(change, context_.changes);
    if (lines.empty() && details.empty()) {
      const auto row = page_.in("tr", {{"id", change.id}});
      indicator_name(change, 1);
      for (const auto* side : {&change.from, &change.to}) {
        const std::optional<Indicator>& indicator = *side;
        const std::string target = !indicator                         ? ""
                                   : indicator->annual_target.empty() ? indicator->period_target
                                                                      : indicator->annual_target;
        page_.text_cell(target);
      }
      const auto cell = page_.in("td");
      page_.text(say_.kind(change.kind));
      if (change.notation) {
        page_.text(" ");
        page_.element("span", {{"class", "small"}}, page_(BD_TR("notation only")));
      }
      return;
    }
    bool first = true;
    for (const TargetLine& line : lines) {
      const auto row = page_.in("tr", {{"id", first ? change.id : ""}});
      if (first) {
        indicator_name(change, lines.size() + details.size());
      }
      first = false;
      target_cells(line, change);
    }
    for (const DetailChange& detail : details) {
      const auto row = page_.in("tr", {{"id", first ? change.id : ""}});
      if (first) {
        indicator_name(change, details.size());
      }
      first = false;
      page_.text_cell(detail.from);
      page_.text_cell(detail.to);
      page_.element("td", {}, say_.field(detail.field));
    }
  }

  void target_cells(const TargetLine& line, const IndicatorChange& change) {
    const TargetChange& target = *line.targets.front();
    page_.text_cell(target.from);
    page_.text_cell(target.to);
    const auto cell = page_.in("td");
    // Every target of the line can be linked to.
    for (const TargetChange* each : line.targets) {
      page_.element("span", {{"id", each->id}}, "");
    }
    const std::string effect(to_string(target.effect));
    page_.element("span", {{"class", "effect e-" + effect}}, say_.effect(target.effect));
    if (target.delta && !target.delta->is_zero()) {
      page_.text(" ");
      page_.name(signed_money(*target.delta) + target.unit);
    }
    std::string which;
    if (line.targets.size() < 2 && change.to && !change.to->period_target.empty() &&
        !change.to->annual_target.empty()) {
      which = say_.field(target.field);
    }
    if (!which.empty()) {
      page_.text(" ");
      page_.element("span", {{"class", "small"}}, which);
    }
    if (!target.rule.empty()) {
      page_.text(" ");
      const auto rule = page_.in("span", {{"class", "small"}});
      page_.text(page_(BD_TR("rule: ")));
      page_.name(say_.rule(target.rule));
    }
  }

  Page& page_;
  const ArticleContext& context_;
  const Wording& say_;
  const ProjectChange& change_;
  bool parts_;
};

}  // namespace

void write_indicators(Page& page, const ArticleContext& context, const ProjectChange& change) {
  IndicatorTable(page, context, change).run();
}

}  // namespace budgetdiff::html
