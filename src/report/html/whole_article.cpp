#include "report/html/whole_article.hpp"

#include "report/whole_project.hpp"

namespace budgetdiff::html {
namespace {

void write_fields(Page& page, const std::vector<WholeField>& fields) {
  if (fields.empty()) {
    return;
  }
  const auto table = page.in("table", {{"class", "sides"}});
  const auto body = page.in("tbody");
  for (const WholeField& field : fields) {
    const auto row = page.in("tr");
    page.element("th", {{"scope", "row"}}, page.say().key(field.key));
    page.text_cell(field.value);
  }
}

void write_goal(Page& page, const WholeField& goal) {
  const auto block = page.in("div", {{"class", "goal"}});
  page.element("h5", page.say().key(goal.key));
  const auto text =
      page.in("p", {{"class", "prose"}, {"dir", "auto"}, {"lang", page.lang_of(goal.value)}});
  page.text(goal.value);
}

void write_indicator(Page& page, const WholeIndicator& indicator) {
  const auto row = page.in("tr");
  {
    const auto name = page.in("th", {{"scope", "row"}});
    page.name(indicator.name);
    if (!indicator.category.empty()) {
      page.text(" ");
      const auto small = page.in("span", {{"class", "small"}});
      page.name(indicator.category);
    }
  }
  const auto cell = page.in("td");
  bool first = true;
  for (const WholeField& value : indicator.values) {
    page.text(first ? "" : " ");
    first = false;
    if (!value.key.empty()) {
      page.element("span", {{"class", "small"}}, page.say().key(value.key));
      page.text(" ");
    }
    page.name(value.value);
  }
}

}  // namespace

void write_whole(Page& page, const ArticleContext& context, const ProjectChange& change) {
  const std::optional<WholeProject> whole = whole_project(change, context.changes);
  if (!whole) {
    return;
  }
  write_fields(page, whole->fields);
  for (const WholeField& goal : whole->goals) {
    write_goal(page, goal);
  }
  if (whole->indicators.empty()) {
    return;
  }
  const auto table = page.in("table", {{"class", "indicators"}});
  {
    const auto head = page.in("thead");
    const auto row = page.in("tr");
    page.element("th", {{"scope", "col"}}, page(BD_TR("indicator")));
    page.element("th", {{"scope", "col"}}, page(BD_TR("target")));
  }
  const auto body = page.in("tbody");
  for (const WholeIndicator& indicator : whole->indicators) {
    write_indicator(page, indicator);
  }
}

}  // namespace budgetdiff::html
