#include <budgetdiff/merge/merge.hpp>

#include <gtest/gtest.h>

#include <string>

namespace budgetdiff {
namespace {

Snapshot table(const char* first, const char* second, const char* stated) {
  Snapshot out;
  out.department = "甲局";
  out.year = 2024;
  out.unit = "万元";
  for (const auto& [name, total] : {std::pair("河道保洁", first), std::pair("绿化养护", second)}) {
    Project& project = out.projects.emplace_back();
    project.name = name;
    project.funding.set(column::total, *Amount::parse(total));
  }
  out.stated_total.set(column::total, *Amount::parse(stated));
  return out;
}

std::string stated_of(const MergedSnapshot& merged) {
  return merged.snapshot.stated_total.total()->to_string();
}

TEST(MergeSums, AStatedTotalFollowsTheProjectsOfBothSides) {
  const Snapshot base = table("10.00", "20.00", "30.00");
  // By other amounts, and by the same.
  for (const char* total : {"37.00", "35.00"}) {
    const char* const second = std::string(total) == "37.00" ? "27.00" : "25.00";
    const MergedSnapshot merged =
        merge_snapshots(base, table("15.00", "20.00", "35.00"), table("10.00", second, total));
    EXPECT_TRUE(merged.conflicts.empty());
    EXPECT_EQ(stated_of(merged), std::string(total) == "37.00" ? "42.00" : "40.00");
  }
}

TEST(MergeSums, AStatedTotalThatWasNoSumStaysAsItIs) {
  const Snapshot base = table("10.00", "20.00", "31.00");
  const MergedSnapshot merged =
      merge_snapshots(base, table("15.00", "20.00", "36.00"), table("10.00", "25.00", "36.00"));
  EXPECT_TRUE(merged.conflicts.empty());
  EXPECT_EQ(stated_of(merged), "36.00");
}

}  // namespace
}  // namespace budgetdiff
