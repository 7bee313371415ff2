#include "snapshots.hpp"

#include <gtest/gtest.h>
#include <budgetdiff/match/matcher.hpp>

namespace budgetdiff {
namespace {

using test::project;
using test::snapshot;

const MatchOptions exact_mode{MatchMode::exact, nullptr};

TEST(ExactMatch, PairsFirstWithFirstWhereNamesAreDoubled) {
  const Snapshot from = snapshot(2023, {project("甲"), project("乙"), project("甲")});
  const Snapshot to = snapshot(2024, {project("甲"), project("甲"), project("甲")});
  const Alignment alignment = match(from, to, exact_mode);
  ASSERT_EQ(alignment.groups.size(), 4U);
  EXPECT_EQ(alignment.groups[0].from, std::vector<std::size_t>{0});
  EXPECT_EQ(alignment.groups[1].from, std::vector<std::size_t>{2});
  EXPECT_TRUE(alignment.groups[2].from.empty());
  EXPECT_EQ(alignment.groups[3].from, std::vector<std::size_t>{1});
  EXPECT_TRUE(alignment.groups[3].to.empty());
}

TEST(ExactMatch, FoldsAndGuessesNothing) {
  const Snapshot from = snapshot(2023, {project("道路养护（市级）", "养路", "10.00", {"里程"})});
  const Snapshot to = snapshot(2024, {project("道路养护(市级)", "养路", "10.00", {"里程"})});
  EXPECT_EQ(match(from, to, exact_mode).groups.size(), 2U);
}

TEST(ExactMatch, PairsIndicatorsByCategoryAndName) {
  Snapshot from = snapshot(2023, {project("甲", "", "", {"里程", "里程", "费用"})});
  Snapshot to = snapshot(2024, {project("甲", "", "", {"费用", "里程"})});
  to.projects[0].indicators[0].level2 = "成本指标";
  const Alignment alignment = match(from, to, exact_mode);
  ASSERT_EQ(alignment.groups.size(), 1U);
  const std::vector<IndicatorPair> expected = {{0, 0, 0, 1, MatchMethod::exact, 1000}};
  EXPECT_EQ(alignment.groups[0].indicators, expected);
}

}  // namespace
}  // namespace budgetdiff
