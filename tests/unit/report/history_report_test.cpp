#include <budgetdiff/report/history.hpp>

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace budgetdiff {
namespace {

struct Edge {
  std::size_t from;
  std::size_t to;
};

/// A line through two editions: `before` projects became those behind them.
std::string history(std::size_t before, const std::vector<std::string>& names,
                    const std::vector<Edge>& edges) {
  Lineage lineage;
  lineage.editions = {{2024, "budget", "万元"}, {2025, "budget", "万元"}};
  for (std::size_t i = 0; i < names.size(); ++i) {
    LineageNode node;
    node.edition = i < before ? 0 : 1;
    node.name = names[i];
    lineage.nodes.push_back(node);
  }
  for (const Edge& edge : edges) {
    LineageEdge out;
    out.from = edge.from;
    out.to = edge.to;
    lineage.edges.push_back(out);
  }
  return history_text(lineage, Language::english, false);
}

bool says(const std::string& text, const std::string& words) {
  return text.find(words) != std::string::npos;
}

TEST(HistoryText, SaysHowAProjectCameAbout) {
  EXPECT_TRUE(says(history(1, {"甲", "乙"}, {{0, 1}}), "renamed"));
  EXPECT_FALSE(says(history(1, {"甲", "甲"}, {{0, 1}}), "renamed"));
  EXPECT_FALSE(says(history(1, {"甲（二期）", "甲(二期)"}, {{0, 1}}), "renamed"));
  EXPECT_TRUE(
      says(history(1, {"甲", "甲（市级）", "甲（区级）"}, {{0, 1}, {0, 2}}), "one of 2 parts"));
  EXPECT_TRUE(says(history(2, {"甲", "乙", "甲乙"}, {{0, 2}, {1, 2}}), "merger of 2 projects"));
  EXPECT_TRUE(says(history(0, {"甲"}, {}), "new"));
}

TEST(HistoryText, TellsARegroupingFromAMerger) {
  const std::string text = history(2, {"甲", "乙", "甲乙（市级）", "甲乙（区级）", "甲乙（镇街）"},
                                   {{0, 2}, {0, 3}, {0, 4}, {1, 2}, {1, 3}, {1, 4}});
  EXPECT_TRUE(says(text, "one of 3 that 2 projects became")) << text;
  EXPECT_FALSE(says(text, "merger")) << text;
}

}  // namespace
}  // namespace budgetdiff
