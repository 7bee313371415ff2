#include "snapshots.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <budgetdiff/match/explain.hpp>

namespace budgetdiff {
namespace {

using test::project;
using test::snapshot;
using testing::Contains;
using testing::IsEmpty;
using testing::Not;

const std::string road_goal = "保持农村公路路况良好，方便群众安全便捷出行。";

Snapshot earlier() {
  return snapshot(2023, {project("农村公路养护经费（市级）", road_goal, "60.00", {"养护里程"}),
                         project("危旧桥梁改造", "消除危桥隐患。", "80.00", {"改造座数"})});
}

Snapshot later() {
  return snapshot(2024, {project("农村公路养护经费（市级）", road_goal, "66.00", {"养护里程"}),
                         project("农村公路养护经费（区本级）", road_goal, "61.00", {"养护里程"}),
                         project("危旧桥梁改造", "消除危桥隐患。", "80.00", {"改造座数"})});
}

TEST(ExplainMatch, GivesTheGroupItsEvidenceAndTheRunnerUp) {
  const MatchExplanation found = explain_match(earlier(), later(), MatchSide::from, 0);
  EXPECT_EQ(found.group.to, std::vector<std::size_t>{0});
  EXPECT_THAT(found.group.evidence, Contains(Message{"same goal", {}}));
  ASSERT_FALSE(found.alternatives.empty());
  EXPECT_EQ(found.alternatives[0].position, 1U);
  EXPECT_THAT(found.alternatives[0].against,
              Contains(Message{"the names tell them apart: {0} and {1}", {"市", "区"}}));
}

TEST(ExplainMatch, SaysTheUnitOfAmountsWhereTheTablesHaveTwo) {
  Snapshot from = earlier();
  from.unit = "元";
  from.projects[1].funding.set(column::total, Amount(800000, 0));
  EXPECT_THAT(explain_match(from, later(), MatchSide::from, 1).group.evidence,
              Contains(Message{"same amount {0}", {"800,000 元"}}));
  EXPECT_THAT(explain_match(earlier(), later(), MatchSide::from, 1).group.evidence,
              Contains(Message{"same amount {0}", {"80.00"}}));
}

TEST(ExplainMatch, QuotesCodesAsPublished) {
  Snapshot from = earlier();
  Snapshot to = later();
  from.projects[1].code = to.projects[2].code = "51072524T0001";
  EXPECT_THAT(explain_match(from, to, MatchSide::from, 1).group.evidence,
              Contains(Message{"same project code {0}", {"51072524T0001"}}));
  // One that stands before the name, in other widths.
  from.projects[1].code = to.projects[2].code = {};
  from.projects[1].name = "51072524T000010123456-危旧桥梁改造";
  to.projects[2].name = "５１０72524T000010123456-危旧桥梁改造";
  EXPECT_THAT(explain_match(from, to, MatchSide::from, 1).group.evidence,
              Contains(Message{"same project code {0}", {"５１０72524T000010123456"}}));
}

TEST(ExplainMatch, SaysWhomTheRunnerUpFitsBetter) {
  const MatchExplanation found = explain_match(earlier(), later(), MatchSide::to, 1);
  EXPECT_THAT(found.group.from, IsEmpty());
  ASSERT_FALSE(found.alternatives.empty());
  EXPECT_EQ(found.alternatives[0].position, 0U);
  EXPECT_EQ(found.alternatives[0].against.back().text, "fits {0} better, confidence {1}");
}

TEST(ExplainMatch, SaysThatAPersonRejectedIt) {
  Decisions decisions;
  decisions.decisions.push_back(
      {Verdict::different, {{"危旧桥梁改造", 1}}, {{"危旧桥梁改造", 1}}, ""});
  const MatchExplanation found =
      explain_match(earlier(), later(), MatchSide::from, 1, {MatchMode::full, &decisions});
  EXPECT_THAT(found.group.to, IsEmpty());
  ASSERT_FALSE(found.alternatives.empty());
  EXPECT_THAT(found.alternatives[0].against, Contains(Message{"rejected by a person", {}}));
}

TEST(ExplainMatch, ExplainsPinsAndExactMode) {
  Decisions decisions;
  decisions.decisions.push_back(
      {Verdict::same, {{"危旧桥梁改造", 1}}, {{"农村公路养护经费（区本级）", 1}}, "合并办理"});
  const MatchExplanation found =
      explain_match(earlier(), later(), MatchSide::from, 1, {MatchMode::full, &decisions});
  EXPECT_EQ(found.group.method, MatchMethod::pinned);
  EXPECT_THAT(found.group.evidence, Contains(Message{"decided by a person: {0}", {"合并办理"}}));
  EXPECT_EQ(
      explain_match(earlier(), later(), MatchSide::to, 2, {MatchMode::exact, nullptr}).group.from,
      std::vector<std::size_t>{1});
}

}  // namespace
}  // namespace budgetdiff
