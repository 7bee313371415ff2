#include "import/table/cut_goals.hpp"

#include "import/text/flow.hpp"

#include <budgetdiff/base/message.hpp>

#include <cstddef>
#include <string_view>
#include <vector>

namespace budgetdiff::import {
namespace {

/// Shorter ones may be a few words.
constexpr std::size_t least_prose = 12;
/// So many other goals, and so many of a hundred of them, end their sentences.
constexpr std::size_t least_others = 3;
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

bool is_cut(const Flow& goal, const Places& places) {
  const int first = places.at(goal.origin.front()).page;
  return first > 0 && places.at(goal.origin.back()).page > first;
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
  for (const Goal& goal : goals) {
    if (!ends_inside(*goal.text) || !is_cut(*goal.text, places) || whole < least_others ||
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
