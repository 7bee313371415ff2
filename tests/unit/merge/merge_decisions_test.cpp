#include <budgetdiff/merge/merge_decisions.hpp>

#include <gtest/gtest.h>

#include <string>

namespace budgetdiff {
namespace {

Decision same(const std::string& from, const std::string& to) {
  return {Verdict::same, {{from, 1}}, {{to, 1}}, "看过两年的表"};
}

TEST(MergeDecisions, WhatEitherSideDecidedStands) {
  const Decision old = same("甲", "乙");
  const Decision ours = same("丙", "丁");
  const Decision theirs = same("戊", "己");
  const MergedDecisions merged = merge_decisions({old}, {old, ours}, {old, theirs});
  EXPECT_EQ(merged.decisions, (std::vector<Decision>{old, ours, theirs}));
  EXPECT_TRUE(merged.passed_over.empty());
}

TEST(MergeDecisions, WhatEitherSideTookBackIsGone) {
  const Decision first = same("甲", "乙");
  const Decision second = same("丙", "丁");
  EXPECT_TRUE(merge_decisions({first, second}, {second}, {first}).decisions.empty());
}

TEST(MergeDecisions, OfTwoWordsOnOneProjectThePreferredSidesStands) {
  const Decision ours = same("甲", "乙");
  const Decision theirs = same("甲", "丙");
  const MergedDecisions merged = merge_decisions({}, {ours}, {theirs});
  EXPECT_EQ(merged.decisions, std::vector<Decision>{ours});
  EXPECT_EQ(merged.passed_over, std::vector<Decision>{theirs});
}

/// One that both sides have from before is no new word on its project.
TEST(MergeDecisions, AnOldDecisionDoesNotSilenceANewOne) {
  const Decision old = same("甲", "乙");
  const Decision theirs = same("甲", "丙");
  const MergedDecisions merged = merge_decisions({old}, {old}, {theirs});
  EXPECT_EQ(merged.decisions, std::vector<Decision>{theirs});
  EXPECT_TRUE(merged.passed_over.empty());
}

TEST(MergeDecisions, OneThatBothMadeStandsOnce) {
  const Decision both = same("甲", "乙");
  EXPECT_EQ(merge_decisions({}, {both}, {both}).decisions, std::vector<Decision>{both});
}

}  // namespace
}  // namespace budgetdiff
