/// Several years beside each other.

#include <budgetdiff/diff/years.hpp>

#include "generate.hpp"

#include <gtest/gtest.h>
#include <budgetdiff/match/matcher.hpp>

namespace budgetdiff {
namespace {

Project project(const std::string& name, const char* total) {
  Project out;
  out.name = name;
  out.funding.set(column::total, *Amount::parse(total));
  return out;
}

Snapshot year(int number, std::vector<Project> projects, const std::string& unit = "万元") {
  Snapshot out;
  out.department = "某局";
  out.year = number;
  out.unit = unit;
  out.projects = std::move(projects);
  return out;
}

AlignedGroup group(std::vector<std::size_t> from, std::vector<std::size_t> to) {
  AlignedGroup out;
  out.from = std::move(from);
  out.to = std::move(to);
  return out;
}

std::vector<std::string> totals_of(const YearsLine& line) {
  std::vector<std::string> out;
  for (const std::optional<Amount>& total : line.totals) {
    out.push_back(total ? total->to_string() : "");
  }
  return out;
}

using Texts = std::vector<std::string>;
using Events = std::set<YearsEvent>;

TEST(Years, ASplitGoesOnAsOneLineWithTheSumOfItsParts) {
  const std::vector<Snapshot> years{
      year(2022, {project("基金", "9.00")}),
      year(2023, {project("基金一", "5.00"), project("基金二", "6.00")}),
      year(2024, {project("基金二", "7.00"), project("基金一", "1.00")})};
  Alignment first;
  first.groups = {group({0}, {0, 1})};
  Alignment second;
  second.groups = {group({1}, {0}), group({0}, {1})};
  const YearsOverview overview = years_overview(years, {first, second});
  ASSERT_EQ(overview.lines.size(), 1U);
  const YearsLine& line = overview.lines[0];
  EXPECT_EQ(line.name, "基金二 + 基金一");
  EXPECT_EQ(totals_of(line), (Texts{"9.00", "11.00", "8.00"}));
  EXPECT_EQ(line.delta.to_string(), "-1.00");
  EXPECT_EQ(line.events[1], (Events{{ProjectChangeKind::split, {}}}));
  EXPECT_TRUE(line.events[2].empty());
}

TEST(Years, APartThatBeginsOrEndsWhileItsLineGoesOnIsSaidByName) {
  const std::vector<Snapshot> years{
      year(2021, {project("基金一", "9.00")}),
      year(2022, {project("基金一", "9.00"), project("基金二", "2.00")}),
      year(2023, {project("基金", "11.00")}),
      year(2024, {project("基金一", "5.00"), project("基金二", "6.00")}),
      year(2025, {project("基金二", "6.00")})};
  Alignment second_comes;
  second_comes.groups = {group({0}, {0}), group({}, {1})};
  Alignment together;
  together.groups = {group({0, 1}, {0})};
  Alignment apart;
  apart.groups = {group({0}, {0, 1})};
  Alignment first_ends;
  first_ends.groups = {group({1}, {0}), group({0}, {})};
  const YearsOverview overview = years_overview(years, {second_comes, together, apart, first_ends});
  ASSERT_EQ(overview.lines.size(), 1U);
  const YearsLine& line = overview.lines[0];
  EXPECT_EQ(line.events[1], (Events{{ProjectChangeKind::added, "基金二"}}));
  EXPECT_EQ(line.events[2], (Events{{ProjectChangeKind::merged, {}}}));
  EXPECT_EQ(line.events[3], (Events{{ProjectChangeKind::split, {}}}));
  EXPECT_EQ(line.events[4], (Events{{ProjectChangeKind::removed, "基金一"}}));
}

TEST(Years, ANameInAnotherSpellingIsNotRenamed) {
  const std::vector<Snapshot> years{year(2023, {project("桥梁（二期）", "1.00")}),
                                    year(2024, {project("桥梁(二期)", "1.00")}),
                                    year(2025, {project("桥梁三期", "1.00")})};
  Alignment same;
  same.groups = {group({0}, {0})};
  const YearsOverview overview = years_overview(years, {same, same});
  ASSERT_EQ(overview.lines.size(), 1U);
  EXPECT_TRUE(overview.lines[0].events[1].empty());
  EXPECT_EQ(overview.lines[0].events[2], (Events{{ProjectChangeKind::renamed, {}}}));
}

TEST(Years, WhatBeginsAndEndsIsSaidWithItsYear) {
  const std::vector<Snapshot> years{year(2022, {project("甲", "1.00")}),
                                    year(2023, {project("乙", "2.00")}),
                                    year(2024, {project("丙", "3.00")})};
  Alignment gone;
  gone.groups = {group({}, {0}), group({0}, {})};
  const YearsOverview overview = years_overview(years, {gone, gone});
  ASSERT_EQ(overview.lines.size(), 3U);
  EXPECT_EQ(overview.lines[0].name, "丙");
  EXPECT_EQ(overview.lines[0].events[2], (Events{{ProjectChangeKind::added, {}}}));
  EXPECT_EQ(overview.lines[1].name, "乙");
  EXPECT_EQ(totals_of(overview.lines[1]), (Texts{"", "2.00", ""}));
  EXPECT_EQ(overview.lines[1].events[1], (Events{{ProjectChangeKind::added, {}}}));
  EXPECT_EQ(overview.lines[1].events[2], (Events{{ProjectChangeKind::removed, {}}}));
  EXPECT_EQ(overview.lines[2].name, "甲");
  EXPECT_EQ(overview.lines[2].delta.to_string(), "-1.00");
}

TEST(Years, UnitsAreBroughtToThatOfTheLastYear) {
  const std::vector<Snapshot> years{year(2023, {project("甲", "212100")}, "元"),
                                    year(2024, {project("甲", "21.21")})};
  Alignment same;
  same.groups = {group({0}, {0})};
  const YearsOverview overview = years_overview(years, {same});
  EXPECT_EQ(overview.totals[0], Amount(2121, 2));
  EXPECT_FALSE(overview.steps[0].delta);
  EXPECT_EQ(overview.steps[1].delta, Amount());
  EXPECT_TRUE(overview.lines[0].delta.is_zero());
}

TEST(Years, AUnitThatDoesNotConvertLeavesItsYearBlank) {
  const std::vector<Snapshot> years{year(2023, {project("甲", "3")}, "USD"),
                                    year(2024, {project("甲", "21.21")})};
  Alignment same;
  same.groups = {group({0}, {0})};
  const YearsOverview overview = years_overview(years, {same});
  EXPECT_FALSE(overview.totals[0]);
  EXPECT_FALSE(overview.steps[1].delta);
  EXPECT_EQ(totals_of(overview.lines[0]), (Texts{"", "21.21"}));
}

TEST(Years, EveryProjectStandsInOneLineAndTheYearsAddUp) {
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    testing::Random random(seed);
    std::vector<Snapshot> years{testing::random_snapshot(random, 12)};
    years.front().year = 2020;
    std::vector<Alignment> alignments;
    for (std::size_t i = 1 + random.below(4); i > 0; --i) {
      years.push_back(testing::later_year(random, years.back()));
      const Snapshot& from = years[years.size() - 2];
      alignments.push_back(seed % 2 == 0 ? match(from, years.back())
                                         : testing::random_alignment(random, from, years.back()));
    }
    const YearsOverview overview = years_overview(years, alignments);
    std::set<std::pair<std::size_t, std::size_t>> seen;
    std::vector<Amount> sums(years.size());
    for (const YearsLine& line : overview.lines) {
      for (const LineageNode& node : line.nodes) {
        EXPECT_TRUE(seen.insert({node.edition, node.project}).second);
      }
      for (std::size_t e = 0; e < years.size(); ++e) {
        sums[e] += line.totals[e].value_or(Amount());
      }
    }
    std::size_t projects = 0;
    for (std::size_t e = 0; e < years.size(); ++e) {
      projects += years[e].projects.size();
      Snapshot bare = years[e];
      bare.stated_total = {};
      const YearsOverview alone = years_overview({bare}, {});
      if (years[e].unit == years.back().unit) {
        EXPECT_EQ(sums[e], sum_of_totals(bare));
      }
      EXPECT_EQ(alone.lines.size(), bare.projects.size());
    }
    EXPECT_EQ(seen.size(), projects);
  }
}

}  // namespace
}  // namespace budgetdiff
