#include <budgetdiff/report/years.hpp>

#include "report/html/line_chart.hpp"
#include "report/html/overview.hpp"
#include "report/html/page.hpp"
#include "report/html/waterfall.hpp"
#include "report/significance.hpp"
#include "report/years_view.hpp"

#include <algorithm>

namespace budgetdiff {
namespace html {
namespace {

constexpr std::size_t movers = 10;
constexpr std::size_t changes_of_a_pair = 10;

class YearsPage {
 public:
  YearsPage(const YearsOverview& years, const std::vector<ChangeSet>& pairs, Language language)
      : years_(years), pairs_(pairs), page_(language, title(years)) {}

  std::string run() {
    page_.element("a", {{"class", "skip"}, {"href", "#lines"}},
                  page_(BD_TR("Skip to the projects")));
    page_.line();
    heading();
    {
      const auto main = page_.in("main");
      page_.line();
      totals();
      const auto most = biggest_movers(years_, movers);
      if (!most.empty()) {
        lines("movers", page_(BD_TR("Biggest movers")), most);
      }
      std::vector<const YearsLine*> all;
      for (const YearsLine& line : years_.lines) {
        all.push_back(&line);
      }
      lines(
          "lines",
          page_(BD_TR("Every project through the years")) + " (" + std::to_string(all.size()) + ")",
          all);
      for (const ChangeSet& changes : pairs_) {
        pair(changes);
      }
    }
    page_.line();
    {
      const auto footer = page_.in("footer");
      page_.text(page_(BD_TR("Made by budgetdiff {0}; this file loads nothing and sends nothing."),
                       {BUDGETDIFF_VERSION}));
    }
    page_.line();
    return page_.finish();
  }

 private:
  static std::string span(const YearsOverview& years) {
    return edition_name(years.editions.front()) + " → " + edition_name(years.editions.back());
  }
  static std::string title(const YearsOverview& years) {
    return (years.department.empty() ? "" : years.department + " ") + span(years);
  }
  static std::string pair_id(const ChangeSet& changes) {
    return "pair-" + std::to_string(changes.from.year.value_or(0)) + "-" +
           std::to_string(changes.to.year.value_or(0));
  }
  [[nodiscard]] std::string pair_name(const ChangeSet& changes) const {
    return page_.say().side(changes.from, false) + " → " + page_.say().side(changes.to, true);
  }

  void heading() {
    const auto header = page_.in("header", {{"class", "top"}});
    {
      const auto heading = page_.in("h1");
      page_.name(years_.department);
      page_.text(" ");
      page_.element("span", {{"class", "years"}}, span(years_));
    }
    std::vector<std::string> notes;
    for (const ChangeSet& changes : pairs_) {
      for (const SnapshotRef* ref : {&changes.from, &changes.to}) {
        const std::string note =
            ref->note.empty()
                ? ""
                : page_(BD_TR("{0}: {1}"), {std::to_string(ref->year.value_or(0)), ref->note});
        if (!note.empty() && std::find(notes.begin(), notes.end(), note) == notes.end()) {
          notes.push_back(note);
        }
      }
    }
    for (const std::string& note : notes) {
      const auto paragraph = page_.in("p", {{"class", "warning"}, {"role", "note"}});
      page_.name(note);
    }
    const auto nav = page_.in("nav", {{"aria-label", page_(BD_TR("Parts of this report"))}});
    const auto link = [&](const std::string& id, const std::string& words) {
      page_.element("a", {{"href", "#" + id}}, words);
      page_.text(" ");
    };
    link("totals", page_(BD_TR("Totals")));
    link("lines", page_(BD_TR("Projects")));
    for (const ChangeSet& changes : pairs_) {
      link(pair_id(changes), pair_name(changes));
    }
  }

  void year_heads() {
    for (const LineageEdition& edition : years_.editions) {
      page_.element("th", {{"scope", "col"}, {"class", "number"}}, edition_name(edition));
    }
  }

  void totals() {
    const auto section =
        page_.in("section", {{"id", "totals"}, {"aria-labelledby", "totals-title"}});
    page_.element("h2", {{"id", "totals-title"}},
                  years_.unit.empty() ? page_(BD_TR("Totals"))
                                      : page_(BD_TR("Totals, in {0}"), {years_.unit}) +
                                            other_units_text(years_, page_.say()));
    {
      const auto figure = page_.in("figure");
      page_.element("figcaption", {{"id", "course-caption"}}, page_(BD_TR("The total by year")));
      Series series;
      for (std::size_t e = 0; e < years_.editions.size(); ++e) {
        series.labels.push_back(edition_name(years_.editions[e]));
        series.values.push_back(years_.totals[e]);
      }
      if (write_line_chart(page_, series, "course-caption")) {
        page_.element("p", {{"class", "small"}}, page_(BD_TR("The axis does not begin at zero.")));
      }
    }
    page_.line();
    const auto table = page_.in("table", {{"class", "year-totals"}});
    {
      const auto head = page_.in("thead");
      const auto row = page_.in("tr");
      page_.element("th", {{"scope", "col"}}, page_(BD_TR("year")));
      page_.element("th", {{"scope", "col"}, {"class", "number"}}, page_(BD_TR("Total")));
      page_.element("th", {{"scope", "col"}, {"class", "number"}}, page_(BD_TR("change")));
      page_.element("th", {{"scope", "col"}, {"class", "number"}}, page_(BD_TR("Projects")));
    }
    const auto body = page_.in("tbody");
    for (std::size_t e = 0; e < years_.editions.size(); ++e) {
      const auto row = page_.in("tr");
      {
        const auto cell = page_.in("th", {{"scope", "row"}});
        if (e > 0) {
          page_.element("a", {{"href", "#" + pair_id(pairs_[e - 1])}},
                        edition_name(years_.editions[e]));
        } else {
          page_.text(edition_name(years_.editions[e]));
        }
      }
      page_.element("td", {{"class", "number"}}, money(years_.totals[e]));
      {
        const auto cell = page_.in("td", {{"class", "number"}});
        if (e > 0) {
          page_.delta(years_.steps[e].delta, years_.steps[e].percent);
        }
      }
      page_.element("td", {{"class", "number"}}, std::to_string(years_.project_counts[e]));
    }
  }

  void lines(const std::string& id, const std::string& title,
             const std::vector<const YearsLine*>& list) {
    page_.line();
    const auto section =
        page_.in("section", {{"id", id}, {"tabindex", "-1"}, {"aria-labelledby", id + "-title"}});
    page_.element("h2", {{"id", id + "-title"}}, title);
    const auto scroll = page_.in("div", {{"class", "sideways"},
                                         {"tabindex", "0"},
                                         {"role", "group"},
                                         {"aria-labelledby", id + "-title"}});
    const auto table = page_.in("table", {{"class", "lines"}});
    {
      const auto head = page_.in("thead");
      const auto row = page_.in("tr");
      page_.element("th", {{"scope", "col"}}, page_(BD_TR("project")));
      year_heads();
      page_.element("th", {{"scope", "col"}, {"class", "number"}}, page_(BD_TR("change")));
      page_.element("th", {{"scope", "col"}}, page_(BD_TR("course")));
    }
    const auto body = page_.in("tbody");
    for (const YearsLine* line : list) {
      line_row(*line);
      page_.line();
    }
  }

  void line_row(const YearsLine& line) {
    const auto row = page_.in("tr");
    {
      const auto cell = page_.in("th", {{"scope", "row"}});
      page_.name(line.name);
      const std::vector<std::string> names = names_of(line);
      if (names.size() > 1) {
        page_.text(" ");
        const auto small = page_.in("span", {{"class", "small"}});
        page_.text(page_(BD_TR("named: ")));
        for (std::size_t i = 0; i < names.size(); ++i) {
          page_.text(i > 0 ? " → " : "");
          page_.name(names[i]);
        }
      }
      const std::string events = events_text(years_, line, page_.say());
      if (!events.empty()) {
        page_.text(" ");
        const auto small = page_.in("span", {{"class", "small"}});
        page_.name(events);
      }
    }
    for (const std::optional<Amount>& total : line.totals) {
      page_.element("td", {{"class", "number"}}, money(total));
    }
    {
      const auto cell = page_.in("td", {{"class", "number"}});
      page_.delta(line.delta, line.percent);
    }
    const auto cell = page_.in("td");
    write_sparkline(page_, line.totals);
  }

  /// What happened between two years, in short; `diff` has it whole.
  void pair(const ChangeSet& published) {
    const ChangeSet changes = in_unit(published, years_.unit);
    page_.line();
    const std::string id = pair_id(changes);
    const auto section = page_.in("section", {{"id", id}, {"aria-labelledby", id + "-title"}});
    page_.element("h2", {{"id", id + "-title"}}, pair_name(changes));
    const Tally counted = tally(changes);
    const ByImportance order = by_importance(changes, {});
    {
      const auto paragraph = page_.in("p");
      bool first = true;
      for (const std::string& sentence : reviewer_sentences(changes, counted, order, page_.say())) {
        page_.text(first || page_.say().language() == Language::chinese ? "" : " ");
        first = false;
        page_.name(sentence);
      }
    }
    write_counts(page_, changes, counted);
    if (changes.totals.from && changes.totals.to && changes.totals.delta) {
      Waterfall waterfall = waterfall_by_kind(changes, page_.say());
      waterfall.id = id + "-kinds";
      write(page_, waterfall);
      waterfall = waterfall_by_project(changes, page_.say(), changes_of_a_pair);
      waterfall.id = id + "-projects";
      write(page_, waterfall);
    }
  }

  const YearsOverview& years_;
  const std::vector<ChangeSet>& pairs_;
  Page page_;
};

}  // namespace
}  // namespace html

std::string years_html(const YearsOverview& years, const std::vector<ChangeSet>& pairs,
                       Language language) {
  return html::YearsPage(years, pairs, language).run();
}

}  // namespace budgetdiff
