/// Whose guesses are that a reader found without knowing a project.

#include "import/layout_guesses.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace budgetdiff::import {
namespace {

Place at(int page, double top) {
  Place out;
  out.page = page;
  out.box = Box{0, top, 50, top + 10};
  return out;
}

/// Two projects, the second on two pages.
ImportedTable two() {
  ImportedTable out;
  for (const char* const name : {"清淤", "巡查"}) {
    Project project;
    project.name = name;
    out.snapshot.projects.push_back(project);
  }
  out.provenance.projects = {{at(1, 100), {at(1, 100), at(1, 120)}},
                             {at(2, 60), {at(1, 300), at(2, 60)}}};
  return out;
}

std::string named(const Place& place) {
  ImportedTable table = two();
  table.provenance.findings.push_back(layout_guess(place, ""));
  name_guesses(table);
  return table.provenance.findings.front().project;
}

TEST(LayoutGuesses, AreOfTheProjectThatStandsNearest) {
  EXPECT_EQ(named(at(1, 118)), "清淤");
  EXPECT_EQ(named(at(1, 280)), "巡查") << "by its first indicator: its name is on the next page";
  EXPECT_EQ(named(at(2, 500)), "巡查");
  EXPECT_EQ(named(at(3, 60)), "") << "nothing of a project stands there";
}

TEST(LayoutGuesses, KeepTheProjectThatTheyName) {
  ImportedTable table = two();
  table.provenance.findings.push_back(layout_guess(at(1, 100), "养护"));
  name_guesses(table);
  EXPECT_EQ(table.provenance.findings.front().project, "养护");
}

TEST(LayoutGuesses, OfATextGoByItsLines) {
  ImportedTable table = two();
  table.provenance.projects[0].place.line = 4;
  table.provenance.projects[1].place.line = 20;
  Place place;
  place.page = 9;
  place.line = 15;
  table.provenance.findings.push_back(layout_guess(place, ""));
  name_guesses(table);
  EXPECT_EQ(table.provenance.findings.front().project, "巡查");
}

}  // namespace
}  // namespace budgetdiff::import
