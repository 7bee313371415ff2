#include "match/calibration.hpp"

#include <gtest/gtest.h>

namespace budgetdiff::matching {
namespace {

ProjectGroup group(std::size_t from, std::size_t to, std::int64_t margin) {
  ProjectGroup out;
  out.from.resize(from);
  out.to.resize(to);
  out.margin = margin;
  return out;
}

TEST(Confidence, RisesWithTheMarginAndIsEvenAtLeast) {
  for (const auto& [from, to] : {std::pair(1U, 1U), std::pair(1U, 2U), std::pair(2U, 2U)}) {
    int last = 500;
    for (std::int64_t margin = 1; margin < 9000; margin += 7) {
      const int now = confidence_of(group(from, to, margin));
      EXPECT_GE(now, last) << from << ":" << to << " at " << margin;
      EXPECT_LT(now, 1000);
      last = now;
    }
  }
}

TEST(Confidence, IsThatOfTheMirrorImage) {
  for (const std::int64_t margin : {50, 300, 800, 2000}) {
    EXPECT_EQ(confidence_of(group(1, 3, margin)), confidence_of(group(3, 1, margin)));
  }
}

TEST(Confidence, OfAPlainSplitIsSaidAsItIsMeasured) {
  EXPECT_GE(confidence_of(group(1, 2, 600)), 850);
  EXPECT_GE(confidence_of(group(1, 2, 900)), 950);
  EXPECT_LT(confidence_of(group(1, 2, 200)), 700);
  EXPECT_LT(confidence_of(group(1, 1, 600)), 700);
}

}  // namespace
}  // namespace budgetdiff::matching
