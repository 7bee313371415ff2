#include "import/stream/stream_faults.hpp"

#include <gtest/gtest.h>

#include <cstddef>
#include <string>
#include <utility>

namespace budgetdiff::import {
namespace {

/// One table with whole projects, and so many texts that none of their labels explains.
ImportedDocument document(std::size_t projects, std::size_t left_over) {
  ImportedTable table;
  table.snapshot.department = "某市水利局";
  for (std::size_t i = 0; i < projects; ++i) {
    Project project;
    project.name = "第" + std::to_string(i + 1) + "期清淤";
    project.goal = "清淤十公里。";
    Indicator indicator;
    indicator.level1 = "产出指标";
    indicator.level2 = "数量指标";
    indicator.name = "清淤长度";
    indicator.annual_target = "≥10公里";
    project.indicators.push_back(indicator);
    table.snapshot.projects.push_back(project);
    table.provenance.projects.emplace_back();
  }
  for (std::size_t i = 0; i < left_over; ++i) {
    table.provenance.findings.push_back({"text-left-over", Severity::warning, {}, "", {"", {}}});
  }
  ImportedDocument out;
  out.tables.push_back(std::move(table));
  return out;
}

TEST(StreamFaults, AreNoneOfWholeProjects) {
  EXPECT_TRUE(stream_faults(document(2, 0)).none());
  EXPECT_TRUE(stream_faults(document(2, 6)).none());
}

TEST(StreamFaults, AreThatMoreTextsAreLeftOverThanFormsHave) {
  EXPECT_TRUE(stream_faults(document(1, 4)).lost);
  EXPECT_TRUE(stream_faults(document(2, 7)).lost);
}

TEST(StreamFaults, AreProjectsWithoutANameOrATarget) {
  ImportedDocument read = document(4, 0);
  read.tables[0].snapshot.projects[1].name.clear();
  const StreamFaults one = stream_faults(read);
  ASSERT_EQ(one.projects.size(), 1U);
  EXPECT_EQ(one.projects[0].second, 1U);
  EXPECT_TRUE(one.few());
  read.tables[0].snapshot.projects[2].indicators[0].annual_target.clear();
  EXPECT_FALSE(stream_faults(read).few());
  doubt_faults(read, one);
  ASSERT_EQ(read.tables[0].provenance.findings.size(), 1U);
  EXPECT_EQ(read.tables[0].provenance.findings[0].code, "layout-guess");
}

TEST(StreamFaults, AreFewWhereAnAmountOfSomeProjectIsMissing) {
  ImportedDocument read = document(3, 0);
  auto& findings = read.tables[0].provenance.findings;
  findings.push_back({"amount-missing", Severity::error, {}, "", {"", {}}});
  EXPECT_FALSE(stream_faults(read).none());
  EXPECT_TRUE(stream_faults(read).few());
  findings.insert(findings.end(), 2, findings.front());
  EXPECT_FALSE(stream_faults(read).few());
}

TEST(StreamFaults, AreFewerTablesOrIndicatorsThanTheDocumentHas) {
  ImportedDocument read = document(3, 0);
  EXPECT_TRUE(stream_faults(read, 4).lost);
  read.tables[0].snapshot.projects[0].indicators.clear();
  EXPECT_TRUE(stream_faults(read).lost);
  EXPECT_FALSE(stream_faults(read, 3, 1).lost);
}

}  // namespace
}  // namespace budgetdiff::import
