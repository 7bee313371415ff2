#include "report/html/filters.hpp"

#include <algorithm>

namespace budgetdiff::html {
namespace {

void check(Page& page, const std::string& id, const std::string& label, std::size_t count) {
  const auto wrap = page.in("label");
  page.empty("input", {{"type", "checkbox"}, {"id", id}, {"checked", "checked"}});
  page.text(" " + label + " ");
  page.element("span", {{"class", "count"}}, std::to_string(count));
}

void option(Page& page, const std::string& value, const std::string& label) {
  page.element("option", {{"value", value}}, label);
}

}  // namespace

void write_filters(Page& page, const ChangeSet& changes, const Tally& tally,
                   const std::vector<const ProjectChange*>& listed, bool commented) {
  std::map<ProjectChangeKind, std::size_t> kinds;
  std::map<Effect, std::size_t> effects;
  for (const ProjectChange* change : listed) {
    ++kinds[change->kind];
  }
  for (const auto& [effect, count] : tally.targets) {
    effects[effect] += count;
  }
  const auto details = page.in("details", {{"class", "filters"}, {"open", "open"}});
  page.element("summary", page(BD_TR("Filter and sort")));
  const auto form = page.in("div", {{"role", "search"}, {"id", "filters"}});
  {
    const auto set = page.in("fieldset");
    page.element("legend", page(BD_TR("kind of change")));
    for (const auto& [kind, count] : kinds) {
      check(page, "f-" + std::string(to_string(kind)), page.say().kind(kind), count);
    }
  }
  if (!effects.empty()) {
    const auto label = page.in("label");
    page.text(page(BD_TR("effect on targets")) + " ");
    const auto select = page.in("select", {{"id", "f-effect"}});
    option(page, "any", page(BD_TR("any")));
    for (const auto& [effect, count] : effects) {
      option(page, std::string(to_string(effect)),
             page.say().effect(effect) + " (" + std::to_string(count) + ")");
    }
  }
  const std::vector<Amount> bounds = amount_bounds(changes);
  if (!bounds.empty()) {
    const auto label = page.in("label");
    page.text(page(BD_TR("money changed by")) + " ");
    const auto select = page.in("select", {{"id", "f-amount"}});
    option(page, "any", page(BD_TR("any")));
    for (std::size_t i = 0; i < bounds.size(); ++i) {
      option(page, "a-" + std::to_string(i),
             "≥ " + bounds[i].grouped() + (changes.to.unit.empty() ? "" : " " + changes.to.unit));
    }
  }
  if (commented) {
    const auto label = page.in("label");
    page.text(page(BD_TR("comments")) + " ");
    const auto select = page.in("select", {{"id", "f-comments"}});
    option(page, "any", page(BD_TR("any")));
    option(page, "c-any", page(BD_TR("with comments")));
    option(page, "c-open", page(BD_TR("with open comments")));
  }
  const auto script = page.in("div", {{"class", "scripted"}, {"hidden", "hidden"}});
  {
    const auto label = page.in("label");
    page.text(page(BD_TR("text")) + " ");
    page.empty("input", {{"type", "search"}, {"id", "f-text"}, {"autocomplete", "off"}});
  }
  {
    const auto label = page.in("label");
    page.text(page(BD_TR("order")) + " ");
    const auto select = page.in("select", {{"id", "f-order"}});
    option(page, "", page(BD_TR("what matters most first")));
    option(page, "d", page(BD_TR("as in the document")));
    option(page, "u", page(BD_TR("largest increase first")));
    option(page, "l", page(BD_TR("largest decrease first")));
    option(page, "p", page(BD_TR("largest percentage first")));
    option(page, "c", page(BD_TR("least sure match first")));
  }
  page.element("button", {{"type", "button"}, {"id", "f-reset"}}, page(BD_TR("Show all")));
  page.element("output", {{"id", "f-count"}, {"data-words", page(BD_TR("{0} of {1} shown"))}}, "");
}

void write_index(Page& page, std::vector<const ProjectChange*> listed) {
  // Changes stand in the change set in the order of the later document.
  std::sort(listed.begin(), listed.end());
  const auto details = page.in("details", {{"class", "index"}});
  page.element("summary", page(BD_TR("All changes in the order of the document")));
  const auto list = page.in("ol");
  for (const ProjectChange* change : listed) {
    const auto item = page.in("li");
    {
      const auto link = page.in("a", {{"href", "#" + change->id}});
      page.names(change->to.empty() ? change->from : change->to);
    }
    page.text(" " + page.say().kind(change->kind) + " ");
    page.delta(change->delta, change->percent);
    page.line();
  }
}

Orders::Orders(const std::vector<const ProjectChange*>& listed) {
  using Change = const ProjectChange*;
  const auto money = [](Change c) { return c->delta.value_or(Amount()); };
  const auto percent = [](Change c) {
    return c->percent ? Amount::parse_computed(*c->percent).value_or(Amount()).abs() : Amount();
  };
  std::vector<Change> in_document = listed;
  std::sort(in_document.begin(), in_document.end());
  const auto rank = [&](auto before, std::size_t Ranks::*place) {
    std::vector<Change> list = in_document;
    std::stable_sort(list.begin(), list.end(), before);
    for (std::size_t i = 0; i < list.size(); ++i) {
      ranks_[list[i]].*place = i;
    }
  };
  rank([](Change, Change) { return false; }, &Ranks::document);
  rank([&](Change a, Change b) { return money(a) > money(b); }, &Ranks::increase);
  rank([&](Change a, Change b) { return money(a) < money(b); }, &Ranks::decrease);
  rank([&](Change a, Change b) { return percent(a) > percent(b); }, &Ranks::percent);
  rank([](Change a, Change b) { return a->confidence < b->confidence; }, &Ranks::doubt);
}

}  // namespace budgetdiff::html
