#include "diff/sequence_diff.hpp"

#include "generate.hpp"

#include <gtest/gtest.h>

namespace budgetdiff {
namespace {

using Sequence = std::vector<std::uint32_t>;

/// Checks that the runs are common, ascending and do not touch; returns how
/// many elements they keep.
std::size_t kept(const Sequence& a, const Sequence& b) {
  std::size_t from = 0;
  std::size_t to = 0;
  std::size_t count = 0;
  for (const CommonRun& run : common_runs(a, b)) {
    EXPECT_GE(run.from, from);
    EXPECT_GE(run.to, to);
    EXPECT_TRUE(count == 0 || run.from > from || run.to > to) << "runs touch";
    for (std::size_t i = 0; i < run.length; ++i) {
      EXPECT_EQ(a.at(run.from + i), b.at(run.to + i));
    }
    from = run.from + run.length;
    to = run.to + run.length;
    count += run.length;
  }
  return count;
}

TEST(CommonRuns, FindsTheLongestCommonSubsequenceOfSmallInputs) {
  EXPECT_EQ(kept({1, 2, 3, 4}, {1, 3, 4}), 3U);
  EXPECT_EQ(kept({1, 2, 3}, {4, 5}), 0U);
  EXPECT_EQ(kept({}, {1}), 0U);
  EXPECT_EQ(kept({1, 2, 1, 2}, {2, 1, 2, 1}), 3U);
}

TEST(CommonRuns, StaysGoodPastTheSizeWhereDtlFails) {
  testing::Random random(11);
  Sequence a;
  for (std::uint32_t i = 0; i < 40000; ++i) {
    a.push_back(i);
  }
  Sequence b;
  std::size_t unchanged = 0;
  for (const std::uint32_t element : a) {
    if (random.chance(5)) {
      b.push_back(element + 1000000);
    } else if (!random.chance(5)) {
      b.push_back(element);
      ++unchanged;
    }
  }
  EXPECT_EQ(kept(a, b), unchanged);
}

TEST(CommonRuns, ReplacesWholeWhatHasNoAnchor) {
  const Sequence a(5000, 1);
  const Sequence b(5000, 2);
  EXPECT_EQ(kept(a, b), 0U);
}

}  // namespace
}  // namespace budgetdiff
