#include "import/stream/lost_amounts.hpp"

#include <budgetdiff/model/amount.hpp>

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace budgetdiff::import {
namespace {

/// So many projects with a total of 12.50 each.
ImportedDocument projects(std::size_t count) {
  ImportedTable table;
  for (std::size_t i = 0; i < count; ++i) {
    Project project;
    project.name = "第" + std::to_string(i + 1) + "期清淤";
    project.goal = "清淤。";
    project.funding.set("total", *Amount::parse("12.50"));
    table.snapshot.projects.push_back(project);
    table.provenance.projects.emplace_back();
  }
  ImportedDocument out;
  out.tables.push_back(std::move(table));
  return out;
}

/// The lines that guesses name.
std::vector<int> guesses(ImportedDocument document, const std::string& text) {
  const auto lines = source_lines(text, "x.txt");
  EXPECT_TRUE(lines);
  doubt_lost_amounts(document, *lines);
  std::vector<int> out;
  for (const Finding& finding : document.tables.front().provenance.findings) {
    out.push_back(finding.place.line);
  }
  return out;
}

TEST(LostAmounts, AreThoseThatNoProjectHas) {
  EXPECT_EQ(guesses(projects(2), "总额\n12.5\n其中\n3.25\n总额\n12.50\n"), (std::vector<int>{4}));
  // As often: the year's amount, and the whole one that is the same.
  EXPECT_EQ(guesses(projects(2), "12.50\n12.50\n12.50\n"), (std::vector<int>{3}));
}

TEST(LostAmounts, AreNoneWhereAllProjectsHaveSomeMore) {
  EXPECT_TRUE(guesses(projects(2), "12.50\n3.25\n12.50\n7.75\n").empty());
}

TEST(LostAmounts, AreNoNumbersOfOtherTexts) {
  ImportedDocument document = projects(2);
  document.tables.front().snapshot.projects[0].goal = "清淤 4.25 公里。";
  EXPECT_TRUE(guesses(document, "12.50\n12.50\n清淤 4.25 公里。\n2024\n0.00\n").empty());
  document.tables.front().snapshot.stated_total.set("total", *Amount::parse("25.00"));
  EXPECT_TRUE(guesses(document, "12.50\n12.50\n25.00\n25.00\n").empty());
}

}  // namespace
}  // namespace budgetdiff::import
