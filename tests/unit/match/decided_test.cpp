#include "snapshots.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <budgetdiff/match/matcher.hpp>

namespace budgetdiff {
namespace {

using test::project;
using test::snapshot;
using testing::ElementsAre;
using testing::IsEmpty;

Alignment decided(std::vector<Decision> list, const Snapshot& from, const Snapshot& to) {
  Decisions decisions;
  decisions.decisions = std::move(list);
  return match(from, to, {MatchMode::full, &decisions});
}

TEST(Decisions, PinManyToMany) {
  const Snapshot from = snapshot(2023, {project("甲"), project("乙"), project("丙")});
  const Snapshot to = snapshot(2024, {project("丁"), project("丙"), project("戊")});
  const Alignment alignment =
      decided({{Verdict::same, {{"甲", 1}, {"乙", 1}}, {{"丁", 1}, {"戊", 1}}, ""}}, from, to);
  ASSERT_EQ(alignment.groups.size(), 2U);
  EXPECT_THAT(alignment.groups[0].from, ElementsAre(0U, 1U));
  EXPECT_THAT(alignment.groups[0].to, ElementsAre(0U, 2U));
  EXPECT_EQ(alignment.groups[0].method, MatchMethod::pinned);
}

TEST(Decisions, SayThatAProjectIsNewOrHasEnded) {
  const Snapshot one = snapshot(2023, {project("甲", "同一目标。", "1.00", {"数量"})});
  const Alignment alignment = decided({{Verdict::same, {}, {{"甲", 1}}, ""}}, one, one);
  EXPECT_EQ(alignment.groups.size(), 2U);
  EXPECT_EQ(alignment.groups[0].method, MatchMethod::pinned);
}

TEST(Decisions, NameTheSecondOfOneName) {
  const Snapshot two = snapshot(2023, {project("甲"), project("甲")});
  const Alignment alignment = decided({{Verdict::same, {{"甲", 2}}, {{"甲", 1}}, ""}}, two, two);
  ASSERT_EQ(alignment.groups.size(), 2U);
  EXPECT_THAT(alignment.groups[0].from, ElementsAre(1U));
}

TEST(Decisions, ThatNoLongerFitAreProblemsAndNothingElse) {
  const Snapshot one = snapshot(2023, {project("甲")});
  const Alignment alignment = decided({{Verdict::same, {{"乙", 1}}, {{"甲", 1}}, ""},
                                       {Verdict::different, {{"甲", 1}}, {{"甲", 2}}, ""}},
                                      one, one);
  EXPECT_EQ(alignment.groups.size(), 1U);
  EXPECT_THAT(
      alignment.problems,
      ElementsAre(
          Message{"a decision names {0}, which the earlier snapshot does not have", {"乙"}},
          Message{"a decision names {0}, which the later snapshot does not have", {"甲 #2"}}));
}

TEST(Decisions, OnTheSameProjectKeepTheFirst) {
  const Snapshot from = snapshot(2023, {project("甲"), project("乙")});
  const Alignment alignment = decided({{Verdict::same, {{"甲", 1}}, {{"乙", 1}}, ""},
                                       {Verdict::same, {{"甲", 1}}, {{"甲", 1}}, ""}},
                                      from, from);
  EXPECT_EQ(alignment.problems.size(), 1U);
  EXPECT_THAT(alignment.groups[1].from, ElementsAre(0U));
}

TEST(Decisions, ThatRejectABestMatchLeaveTheSecondBest) {
  const std::string goal = "保持农村公路路况良好。";
  const Snapshot from = snapshot(2023, {project("农村公路养护", goal, "60.00", {"养护里程"})});
  const Snapshot to = snapshot(2024, {project("农村公路养护", goal, "60.00", {"养护里程"}),
                                      project("农村公路养护经费", goal, "61.00", {"养护里程"})});
  const Alignment alignment =
      decided({{Verdict::different, {{"农村公路养护", 1}}, {{"农村公路养护", 1}}, ""}}, from, to);
  ASSERT_EQ(alignment.groups.size(), 2U);
  EXPECT_THAT(alignment.groups[0].from, IsEmpty());
  EXPECT_THAT(alignment.groups[1].from, ElementsAre(0U));
}

TEST(Decisions, ThatRejectASplitLeaveTheProjectThatKeptItsName) {
  const std::string goal = "保持农村公路路况良好。";
  const auto line = [&](const char* name, const char* total) {
    return project(name, goal, total, {"养护里程"});
  };
  const Snapshot from = snapshot(2023, {line("农村公路养护", "60.00")});
  const Snapshot to =
      snapshot(2024, {line("农村公路养护", "40.00"), line("农村公路养护（区本级）", "20.00")});
  ASSERT_EQ(match(from, to).groups.size(), 1U);
  const Alignment alignment = decided({{Verdict::different,
                                        {{"农村公路养护", 1}},
                                        {{"农村公路养护", 1}, {"农村公路养护（区本级）", 1}},
                                        ""}},
                                      from, to);
  ASSERT_EQ(alignment.groups.size(), 2U);
  EXPECT_THAT(alignment.groups[0].from, ElementsAre(0U));
  EXPECT_THAT(alignment.groups[0].to, ElementsAre(0U));
  EXPECT_THAT(alignment.groups[1].from, IsEmpty());
}

}  // namespace
}  // namespace budgetdiff
