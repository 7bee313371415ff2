/// The laws of the three-way merge, over generated triples. The seed of a
/// failure is printed.

#include <budgetdiff/merge/merge.hpp>

#include "generate.hpp"

#include <budgetdiff/codec/snapshot_json.hpp>

#include <gtest/gtest.h>
#include <algorithm>
#include <string>
#include <vector>

namespace budgetdiff {
namespace {

std::string bytes(const Snapshot& snapshot) {
  return write_snapshot(snapshot);
}

template <class Check>
void for_all_triples(Check check) {
  for (std::uint64_t seed = 1; seed <= 150; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    testing::Random random(seed);
    const Snapshot base = testing::random_snapshot(random, 6);
    // Versions of one edition.
    Snapshot ours = testing::later_year(random, base);
    Snapshot theirs = testing::later_year(random, base);
    ours.year = theirs.year = base.year;
    check(base, ours, theirs);
    if (::testing::Test::HasFailure()) {
      return;
    }
  }
}

TEST(MergeLaws, WhereOneSideDidNothingTheOtherIsTheMerger) {
  for_all_triples([](const Snapshot& base, const Snapshot& ours, const Snapshot& /*theirs*/) {
    for (const MergedSnapshot& merged :
         {merge_snapshots(base, base, ours), merge_snapshots(base, ours, base),
          merge_snapshots(base, ours, ours)}) {
      EXPECT_TRUE(merged.conflicts.empty());
      EXPECT_EQ(bytes(merged.snapshot), bytes(ours));
    }
  });
}

TEST(MergeLaws, SidesConflictInTheSamePlacesWhicheverComesFirst) {
  for_all_triples([](const Snapshot& base, const Snapshot& ours, const Snapshot& theirs) {
    const auto there = merge_snapshots(base, ours, theirs);
    const auto back = merge_snapshots(base, theirs, ours);
    EXPECT_EQ(there.conflicts.size(), back.conflicts.size());
  });
}

TEST(MergeLaws, EveryConflictSaysWhatEachSideHas) {
  for_all_triples([](const Snapshot& base, const Snapshot& ours, const Snapshot& theirs) {
    for (const MergeConflict& conflict : merge_snapshots(base, ours, theirs).conflicts) {
      EXPECT_FALSE(conflict.field.empty());
      EXPECT_NE(conflict.ours, conflict.theirs);
    }
  });
}

Snapshot table(const std::vector<std::pair<std::string, std::string>>& projects) {
  Snapshot out;
  out.department = "某局";
  out.year = 2024;
  out.stage = "budget";
  out.unit = "万元";
  for (const auto& [name, total] : projects) {
    Project project;
    project.name = name;
    project.goal = name + "的目标。";
    project.funding.set(column::total, *Amount::parse(total));
    out.projects.push_back(project);
  }
  return out;
}

std::vector<std::string> lines(const Snapshot& snapshot) {
  std::vector<std::string> out;
  for (const Project& project : snapshot.projects) {
    out.push_back(project.name + " " + project.funding.total()->to_string());
  }
  std::sort(out.begin(), out.end());
  return out;
}

TEST(Merge, KeepsWhatEitherSideAddedAndChanged) {
  const auto merged =
      merge_snapshots(table({{"河道保洁", "30.00"}, {"公园绿化", "12.00"}}),
                      table({{"河道保洁", "33.00"}, {"公园绿化", "12.00"}, {"路灯维护", "5.00"}}),
                      table({{"河道保洁", "30.00"}, {"公园绿化", "14.00"}, {"桥梁检测", "7.00"}}));
  EXPECT_TRUE(merged.conflicts.empty());
  EXPECT_EQ(lines(merged.snapshot), (std::vector<std::string>{"公园绿化 14.00", "桥梁检测 7.00",
                                                              "河道保洁 33.00", "路灯维护 5.00"}));
}

TEST(Merge, FollowsANewNameOnOneSideAndANewAmountOnTheOther) {
  const auto merged =
      merge_snapshots(table({{"河道保洁经费", "30.00"}}), table({{"河道保洁专项经费", "30.00"}}),
                      table({{"河道保洁经费", "31.00"}}));
  EXPECT_TRUE(merged.conflicts.empty());
  EXPECT_EQ(lines(merged.snapshot), (std::vector<std::string>{"河道保洁专项经费 31.00"}));
}

TEST(Merge, NamesARemovalAgainstAChange) {
  const Snapshot base = table({{"河道保洁", "30.00"}, {"公园绿化", "12.00"}});
  const Snapshot removed = table({{"公园绿化", "12.00"}});
  const Snapshot changed = table({{"河道保洁", "99.00"}, {"公园绿化", "12.00"}});
  const auto merged = merge_snapshots(base, removed, changed);
  ASSERT_EQ(merged.conflicts.size(), 1U);
  EXPECT_EQ(merged.conflicts[0].project, "河道保洁");
  EXPECT_EQ(merged.conflicts[0].field, "project");
  EXPECT_EQ(lines(merge_snapshots(base, removed, changed, MergeSide::ours).snapshot).size(), 1U);
  EXPECT_EQ(lines(merge_snapshots(base, removed, changed, MergeSide::theirs).snapshot).size(), 2U);
  EXPECT_TRUE(merge_snapshots(base, removed, base).conflicts.empty());
}

TEST(Merge, KeepsAStatedTotalThatIsTheSum) {
  const auto stated = [](Snapshot snapshot, const char* total) {
    snapshot.stated_total.set(column::total, *Amount::parse(total));
    return snapshot;
  };
  const auto merged =
      merge_snapshots(stated(table({{"甲事务", "1.00"}, {"乙工程", "2.00"}}), "3.00"),
                      stated(table({{"甲事务", "5.00"}, {"乙工程", "2.00"}}), "7.00"),
                      stated(table({{"甲事务", "1.00"}, {"乙工程", "9.00"}}), "10.00"));
  EXPECT_TRUE(merged.conflicts.empty());
  EXPECT_EQ(merged.snapshot.stated_total.total()->to_string(), "14.00");
}

TEST(Merge, PutsNoTwoUnitsTogether) {
  Snapshot ours = table({{"甲事务", "10000"}});
  ours.unit = "元";
  const Snapshot theirs = table({{"甲事务", "1.00"}, {"乙工程", "2.00"}});
  const auto merged = merge_snapshots(table({{"甲事务", "1.00"}}), ours, theirs);
  ASSERT_EQ(merged.conflicts.size(), 1U);
  EXPECT_EQ(merged.conflicts[0].field, "unit");
}

TEST(Merge, KeepsAnIndicatorThatRepeatsAndMergesOneThatBothAdded) {
  const auto with = [](std::vector<std::pair<const char*, const char*>> list) {
    Snapshot out = table({{"甲事务", "1.00"}});
    for (const auto& [name, target] : list) {
      Indicator indicator;
      indicator.level1 = "产出指标";
      indicator.name = name;
      indicator.annual_target = target;
      out.projects[0].indicators.push_back(indicator);
    }
    return out;
  };
  const auto repeated = merge_snapshots(with({{"办结率", "≥95%"}}), with({{"办结率", "≥96%"}}),
                                        with({{"办结率", "≥95%"}, {"办结率", "≥95%"}}));
  EXPECT_EQ(repeated.snapshot.projects[0].indicators.size(), 2U);
  const auto both =
      merge_snapshots(with({}), with({{"满意度", "≥90%"}}), with({{"满意度", "≥85%"}}));
  EXPECT_EQ(both.snapshot.projects[0].indicators.size(), 1U);
  EXPECT_EQ(both.conflicts.size(), 1U);
}

TEST(Merge, MergesWhatBothImportedFieldByField) {
  const auto merged = merge_snapshots(table({}), table({{"河道保洁", "30.00"}, {"甲", "1.00"}}),
                                      table({{"河道保洁", "31.00"}, {"乙", "2.00"}}));
  ASSERT_EQ(merged.conflicts.size(), 1U);
  EXPECT_EQ(merged.conflicts[0].field, "total");
  EXPECT_EQ(merged.snapshot.projects.size(), 3U);
}

}  // namespace
}  // namespace budgetdiff
