#include "match/assignment.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>

namespace budgetdiff::matching {
namespace {

/// The largest sum over every way to choose pairs.
std::int64_t best_by_trying(const std::vector<Edge>& edges, std::size_t left, std::size_t left_size,
                            std::set<std::size_t>& taken) {
  if (left == left_size) {
    return 0;
  }
  std::int64_t best = best_by_trying(edges, left + 1, left_size, taken);
  for (const Edge& edge : edges) {
    if (edge.left == left && edge.weight > 0 && taken.insert(edge.right).second) {
      best = std::max(best, edge.weight + best_by_trying(edges, left + 1, left_size, taken));
      taken.erase(edge.right);
    }
  }
  return best;
}

TEST(BestAssignment, TakesNothingFromNothing) {
  EXPECT_TRUE(best_assignment({}, 0, 0).empty());
  EXPECT_TRUE(best_assignment({{0, 0, -5}, {0, 1, 0}}, 1, 2).empty());
}

TEST(BestAssignment, GivesUpTheBestPairForABetterSum) {
  const std::vector<Edge> edges = {{0, 0, 10}, {0, 1, 9}, {1, 0, 9}};
  EXPECT_EQ(best_assignment(edges, 2, 2), (std::vector<std::size_t>{1, 2}));
}

TEST(BestAssignment, LeavesOneSingleWhereThatIsWorthMore) {
  const std::vector<Edge> edges = {{0, 0, 10}, {1, 0, 3}};
  EXPECT_EQ(best_assignment(edges, 2, 1), (std::vector<std::size_t>{0}));
  const std::vector<Edge> other_way = {{0, 0, 3}, {1, 0, 10}};
  EXPECT_EQ(best_assignment(other_way, 2, 1), (std::vector<std::size_t>{1}));
}

TEST(BestAssignment, IsTheLargestSumThatTryingFinds) {
  for (unsigned seed = 1; seed <= 400; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937 random(seed);
    const std::size_t left_size = 1 + random() % 6;
    const std::size_t right_size = 1 + random() % 6;
    std::vector<Edge> edges;
    for (std::size_t i = 0; i < left_size; ++i) {
      for (std::size_t j = 0; j < right_size; ++j) {
        if (random() % 3 != 0) {
          edges.push_back({i, j, static_cast<std::int64_t>(random() % 40) - 5});
        }
      }
    }
    std::shuffle(edges.begin(), edges.end(), random);
    std::int64_t sum = 0;
    std::set<std::size_t> lefts;
    std::set<std::size_t> rights;
    for (const std::size_t edge : best_assignment(edges, left_size, right_size)) {
      sum += edges[edge].weight;
      EXPECT_TRUE(lefts.insert(edges[edge].left).second);
      EXPECT_TRUE(rights.insert(edges[edge].right).second);
    }
    std::set<std::size_t> taken;
    EXPECT_EQ(sum, best_by_trying(edges, 0, left_size, taken));
  }
}

}  // namespace
}  // namespace budgetdiff::matching
