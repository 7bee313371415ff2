#include <budgetdiff/model/snapshot.hpp>

#include <gtest/gtest.h>

namespace budgetdiff {
namespace {

TEST(Funding, KeepsDocumentedColumnsFirst) {
  Funding funding;
  funding.set("其它", Amount(1, 0));
  funding.set("other_funds", Amount(2, 0));
  funding.set("total", Amount(3, 0));
  funding.set("another", Amount(4, 0));
  std::string order;
  for (const auto& [column, amount] : funding.items()) {
    order += column + " ";
  }
  EXPECT_EQ(order, "total other_funds another 其它 ");
}

TEST(Funding, ReplacesAndErases) {
  Funding funding;
  funding.set("total", Amount(1, 0));
  funding.set("total", Amount(2, 0));
  ASSERT_EQ(funding.items().size(), 1U);
  EXPECT_EQ(funding.total()->to_string(), "2");
  funding.erase("total");
  EXPECT_TRUE(funding.empty());
  EXPECT_EQ(funding.total(), nullptr);
}

TEST(Snapshot, SumsTotalsAndCountsABlankAsZero) {
  Snapshot snapshot;
  snapshot.projects.resize(3);
  snapshot.projects[0].funding.set("total", Amount(150, 2));
  snapshot.projects[2].funding.set("total", Amount(25, 1));
  EXPECT_EQ(sum_of_totals(snapshot).to_string(), "4.00");
}

}  // namespace
}  // namespace budgetdiff
