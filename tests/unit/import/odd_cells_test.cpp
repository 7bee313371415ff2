#include "import/stream/odd_cells.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace budgetdiff::import {
namespace {

Project project(const std::string& name, const std::string& goal, const std::string& target) {
  Project out;
  out.name = name;
  out.goal = goal;
  Indicator indicator;
  indicator.name = "清淤长度";
  indicator.annual_target = target;
  out.indicators.push_back(indicator);
  return out;
}

/// How many guesses there are of two projects.
std::size_t guesses(const Project& first, const Project& second) {
  ImportedDocument document;
  ImportedTable table;
  table.snapshot.projects = {first, second};
  table.provenance.projects.resize(2);
  document.tables.push_back(std::move(table));
  doubt_parted_goals(document);
  return document.tables.front().provenance.findings.size();
}

TEST(PartedGoals, AreDoubtedWhereTheRestStandsInAnotherCell) {
  const Project whole = project("堤防养护", "养护堤防。", "≥3公里");
  const Project cut = project("河道清淤", "清淤十公里，改善", "≥10公里");
  EXPECT_EQ(guesses(cut, project("水质。堤防养护", "养护堤防。", "≥3公里")), 2U);
  EXPECT_EQ(guesses(project("河道清淤", "清淤十公里，改善", "水质。≥10公里"), whole), 1U);
}

TEST(PartedGoals, AreDoubtedWhereATargetEndsAsGoalsDo) {
  Project cut = project("河道清淤", "清淤十公里，改善", "≥10公里");
  cut.indicators.resize(3, cut.indicators.front());
  EXPECT_EQ(guesses(project("堤防养护", "养护堤防。", "≥3公里"), cut), 0U);
  cut.indicators.back().annual_target = "≥4座水质。";
  EXPECT_EQ(guesses(project("堤防养护", "养护堤防。", "≥3公里"), cut), 1U);
}

TEST(OddRows, AreTheEndsOfNames) {
  const auto doubted = [](const std::string& name) {
    ImportedDocument document;
    ImportedTable table;
    table.snapshot.projects = {project("河道清淤", "清淤十公里。", "≥10公里"),
                               project(name, "养护堤防。", "≥3公里")};
    table.provenance.projects.resize(2);
    document.tables.push_back(std::move(table));
    doubt_odd_rows(document);
    return document.tables.front().provenance.findings.size();
  };
  EXPECT_EQ(doubted("（县级）2"), 2U);
  EXPECT_EQ(doubted("（续建）堤防养护"), 0U);
  EXPECT_EQ(doubted("堤防养护（县级）2"), 0U);
}

TEST(MixedLists, AreDoubtedWhereAListsPiecesStandElsewhere) {
  const auto doubted = [](const Project& one) {
    ImportedDocument document;
    ImportedTable table;
    table.snapshot.projects = {one};
    table.provenance.projects.resize(1);
    document.tables.push_back(std::move(table));
    doubt_mixed_lists(document);
    return document.tables.front().provenance.findings.size();
  };
  EXPECT_EQ(doubted(project("河道清淤", "清淤十公里。度指标值：≥9公里。", "≥10公里")), 1U);
  EXPECT_EQ(doubted(project("河道清淤", "清淤十公里。", "≥90%；年")), 1U);
  EXPECT_EQ(doubted(project("河道清淤", "清淤十公里。", "持续改善；年度指标10%以上")), 1U);
  EXPECT_EQ(doubted(project("河道清淤", "清淤十公里。", "≥30公里32公里")), 1U);
  EXPECT_EQ(doubted(project("河道清淤", "清淤十公里。", "100%100%")), 1U);
  EXPECT_EQ(doubted(project("河道清淤", "清淤十公里。", "3次-5次")), 0U);
  EXPECT_EQ(doubted(project("河道清淤", "清淤十公里。", "2024年3月31日前")), 0U);
  EXPECT_EQ(doubted(project("河道清淤", "清淤十公里，完成各项指标。", "≥10公里；不超过3年")), 0U);
}

TEST(PartedGoals, AreNoneWhereASentenceEndsOrNothingElseHoldsItsEnd) {
  const Project whole = project("堤防养护", "养护堤防。", "≥3公里");
  EXPECT_EQ(guesses(project("河道清淤", "清淤十公里", "≥10公里"), whole), 0U);
  EXPECT_EQ(guesses(project("河道清淤", "清淤十公里。", "全部完成。不留死角"), whole), 0U);
  EXPECT_EQ(guesses(project("河道清淤", "清淤十公里", "全部完成。"), whole), 0U);
}

/// How many guesses there are of one project's rows.
std::size_t odd_rows(Project one) {
  ImportedDocument document;
  ImportedTable table;
  table.provenance.projects.resize(1);
  table.provenance.projects[0].indicators.resize(one.indicators.size());
  table.snapshot.projects = {std::move(one)};
  document.tables.push_back(std::move(table));
  doubt_odd_rows(document);
  return document.tables.front().provenance.findings.size();
}

TEST(OddRows, AreCellsOfAnotherKind) {
  const auto named = [](const std::string& name, const std::string& target) {
    Project out = project("河道清淤", "清淤十公里。", target);
    out.indicators[0].name = name;
    return out;
  };
  EXPECT_EQ(odd_rows(named("清淤长度", "≥10公里")), 0U);
  EXPECT_EQ(odd_rows(named("质量指标", "土方外运")), 1U) << "a category, and none has one";
  EXPECT_EQ(odd_rows(named("一、本级项目", "70.00")), 1U);
  EXPECT_EQ(odd_rows(named("一、二级河道清淤长度", "≥10公里")), 0U);
  EXPECT_EQ(odd_rows(project("河道清淤", "务。", "≥10公里")), 1U);
  Project categorized = named("社会效益", "提高");
  categorized.indicators[0].level1 = "效益指标";
  EXPECT_EQ(odd_rows(categorized), 0U);
}

}  // namespace
}  // namespace budgetdiff::import
