#include "import/table/cut_goals.hpp"

#include "import/text/flow.hpp"
#include "import/text/source_lines.hpp"

#include <budgetdiff/base/message.hpp>
#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <vector>

namespace budgetdiff::import {
namespace {

/// Shorter ones may be a few words.
constexpr std::size_t least_prose = 12;
/// So many other goals, and so many of a hundred of them, end their sentences: fewer are enough
/// where lines of the goal stand on two pages.
constexpr std::size_t least_others = 3;
constexpr std::size_t least_others_of_cut = 2;
constexpr std::size_t whole_of_hundred = 80;

struct Goal {
  const ProjectText* project;
  const Flow* text;
};

bool ends_inside(const Flow& goal) {
  constexpr std::u32string_view marks = U"，、：（《“";
  const char32_t last = goal.text.back();
  const bool letter = last >= 0x4E00 && last <= 0x9FFF;
  return letter || marks.find(last) != marks.npos;
}

/// Whether a goal goes on from one page to the next.
bool is_cut(const Flow& goal, const Places& places) {
  const int first = places.at(goal.origin.front()).page;
  return first > 0 && places.at(goal.origin.back()).page > first;
}

/// Whether a page cuts a figure between two goals: 67 | 4.47万元. What it cuts may stand on the
/// next page in part, above the next goal there.
bool cuts_figure(const Flow& goal, const Goal* next, const Places& places) {
  return next != nullptr && is_digit(goal.text.back()) && is_digit(next->text->text.front()) &&
         places.at(goal.origin.back()).page > 0 &&
         (is_cut(goal, places) ||
          places.at(goal.origin.back()).page < places.at(next->text->origin.front()).page);
}

/// Whether the next project begins behind the end of the page that a goal ends on, as low as
/// anything of its project: where no lines are drawn, that one may have got its rest.
bool may_be_cut(const Goal& goal, const Goal* next, const Places& places) {
  const Place& end = places.at(goal.text->origin.back());
  if (next == nullptr || end.page == 0 || !end.box ||
      places.at(next->text->origin.front()).page <= end.page) {
    return false;
  }
  const std::vector<IndicatorText>& rows = goal.project->rows;
  return !rows.empty() && std::all_of(rows.begin(), rows.end(), [&](const IndicatorText& row) {
    const Place* const own = row.name.empty() ? nullptr : &places.at(row.name.origin.back());
    return own == nullptr || (own->page <= end.page && (own->page < end.page || !own->box ||
                                                        own->box->bottom <= end.box->bottom));
  });
}

/// Whether a word runs over the seam of two texts: 开展重点区 | 域排查整治.
bool parts_word(const Flow& end, const Flow& begin) {
  constexpr std::size_t near = 6;  // letters
  const std::u32string_view before =
      std::u32string_view(end.text).substr(end.size() - std::min(end.size(), near));
  const std::u32string both = std::u32string(before) + begin.text.substr(0, near);
  std::size_t at = 0;
  for (const std::string& word : words(to_utf8(both))) {
    at += to_code_points(word).size();
    if (at >= before.size()) {
      return at > before.size();
    }
  }
  return false;
}

/// Whether the lines of two goals of text that keeps its columns show that the second has the
/// first's rest.
bool are_parted_in_text(const Goal& goal, const Goal* next, const Places& places) {
  return next != nullptr && next->project != goal.project && ends_inside(*goal.text) &&
         places.at(goal.text->origin.back()).line > 0 &&
         places.at(goal.text->origin.back()).page > 0 && parts_word(*goal.text, *next->text);
}

void say_parted(const Goal& goal, const Goal& next, const Places& places,
                std::vector<Finding>& findings) {
  constexpr std::size_t shown = 12;
  const std::u32string_view end = goal.text->text;
  const std::u32string_view begin = next.text->text;
  findings.push_back({"layout-guess",
                      Severity::warning,
                      places.at(goal.text->origin.back()),
                      published(goal.project->name.text),
                      {BD_TR("the goal ends inside a word; its rest may stand in the goal of the "
                             "project behind it: {0}"),
                       {published(end.substr(end.size() - shown))}}});
  findings.push_back({"layout-guess",
                      Severity::warning,
                      places.at(next.text->origin.front()),
                      published(next.project->name.text),
                      {BD_TR("the goal may begin with the rest of the goal before it: {0}"),
                       {published(begin.substr(0, shown))}}});
}

}  // namespace

void doubt_cut_goals(TableRecords& records, const Places& places) {
  std::vector<Goal> goals;
  std::size_t whole = 0;
  for (const ProjectText& project : records.projects) {
    for (const Flow* const goal : {&project.goal, &project.annual_goal}) {
      if (goal->size() >= least_prose) {
        goals.push_back({&project, goal});
        whole += ends_inside(*goal) ? 0U : 1U;
      }
    }
  }
  for (std::size_t i = 0; i < goals.size(); ++i) {
    const Goal& goal = goals[i];
    const Goal* const next = i + 1 < goals.size() ? &goals[i + 1] : nullptr;
    if (are_parted_in_text(goal, next, places)) {
      say_parted(goal, *next, places, records.findings);
      continue;
    }
    const bool two_pages = is_cut(*goal.text, places);
    const bool cut = ends_inside(*goal.text) && (two_pages || may_be_cut(goal, next, places));
    if (!(cut || cuts_figure(*goal.text, next, places)) ||
        whole < (two_pages ? least_others_of_cut : least_others) ||
        whole * 100 < (goals.size() - 1) * whole_of_hundred) {
      continue;
    }
    constexpr std::size_t shown = 12;
    const std::u32string_view text = goal.text->text;
    records.findings.push_back(
        {"layout-guess",
         Severity::warning,
         places.at(goal.text->origin.back()),
         published(goal.project->name.text),
         {BD_TR("a page cuts the goal, and what is left ends inside a sentence: {0}"),
          {published(text.substr(text.size() - shown))}}});
  }
}

}  // namespace budgetdiff::import
