/// The laws of change sets, over generated pairs. The seed of a failure is
/// printed; put it into `first_seed` to run it alone.

#include "generate.hpp"

#include <gtest/gtest.h>
#include <budgetdiff/base/digest.hpp>
#include <budgetdiff/codec/change_set_json.hpp>
#include <budgetdiff/codec/snapshot_json.hpp>
#include <budgetdiff/diff/apply.hpp>
#include <budgetdiff/diff/differ.hpp>
#include <budgetdiff/match/matcher.hpp>
#include <budgetdiff/report/report.hpp>

namespace budgetdiff {
namespace {

constexpr std::uint64_t first_seed = 1;
constexpr std::uint64_t pairs = 400;

struct Pair {
  Snapshot from;
  Snapshot to;
  ChangeSet changes;
};

ChangeSet diff_of(const Snapshot& from, const Snapshot& to, const Alignment& alignment) {
  return diff({from, to, git_blob_id(write_snapshot(from)), git_blob_id(write_snapshot(to))},
              alignment);
}

/// Alternates between what the matcher finds and any alignment at all.
Pair make_pair(std::uint64_t seed) {
  testing::Random random(seed);
  Pair pair;
  pair.from = testing::random_snapshot(random, 8);
  pair.to = testing::later_year(random, pair.from);
  pair.changes = diff_of(pair.from, pair.to,
                         seed % 2 == 0 ? match(pair.from, pair.to)
                                       : testing::random_alignment(random, pair.from, pair.to));
  return pair;
}

class ChangeSetLaws : public ::testing::Test {
 protected:
  template <class Check>
  static void for_all_pairs(Check check) {
    for (std::uint64_t seed = first_seed; seed < first_seed + pairs; ++seed) {
      SCOPED_TRACE("seed " + std::to_string(seed));
      check(make_pair(seed));
      if (HasFailure()) {
        return;
      }
    }
  }
};

TEST_F(ChangeSetLaws, EarlierAndChangesGiveLaterByteForByte) {
  for_all_pairs([](const Pair& pair) {
    const auto later = apply(pair.changes, pair.from);
    ASSERT_TRUE(later) << in_english(later.error());
    EXPECT_EQ(write_snapshot(*later), write_snapshot(pair.to));
  });
}

TEST_F(ChangeSetLaws, LaterAndInverseGiveEarlierByteForByte) {
  for_all_pairs([](const Pair& pair) {
    const auto earlier = apply(invert(pair.changes), pair.to);
    ASSERT_TRUE(earlier) << in_english(earlier.error());
    EXPECT_EQ(write_snapshot(*earlier), write_snapshot(pair.from));
  });
}

TEST_F(ChangeSetLaws, TheJsonFormLosesNothing) {
  for_all_pairs([](const Pair& pair) {
    const std::string bytes = write_change_set(pair.changes);
    const auto read = read_change_set(bytes, "x.json");
    ASSERT_TRUE(read) << in_english(read.error());
    EXPECT_EQ(write_change_set(*read), bytes);
    const auto later = apply(*read, pair.from);
    ASSERT_TRUE(later);
    EXPECT_EQ(write_snapshot(*later), write_snapshot(pair.to));
  });
}

TEST_F(ChangeSetLaws, ReconciliationAddsUpToTheLastFen) {
  for_all_pairs([](const Pair& pair) {
    if (!pair.changes.totals.delta) {
      EXPECT_TRUE(pair.changes.reconciliation.empty());
      return;
    }
    Amount sum;
    for (const ReconciliationLine& line : pair.changes.reconciliation) {
      sum += line.delta;
    }
    EXPECT_EQ(sum, *pair.changes.totals.delta);
    EXPECT_EQ(*pair.changes.totals.to - *pair.changes.totals.from, *pair.changes.totals.delta);
  });
}

TEST_F(ChangeSetLaws, EveryProjectStandsInOneGroup) {
  for_all_pairs([](const Pair& pair) {
    std::vector<int> from(pair.from.projects.size());
    std::vector<int> to(pair.to.projects.size());
    for (const ProjectChange& change : pair.changes.projects) {
      for (const ProjectRef& ref : change.from) {
        ++from.at(ref.index);
      }
      for (const ProjectRef& ref : change.to) {
        ++to.at(ref.index);
      }
    }
    EXPECT_EQ(from, std::vector<int>(from.size(), 1));
    EXPECT_EQ(to, std::vector<int>(to.size(), 1));
  });
}

TEST_F(ChangeSetLaws, GoalEditsRebuildBothTexts) {
  for_all_pairs([](const Pair& pair) {
    for (const ProjectChange& change : pair.changes.projects) {
      for (const GoalChange& goal : change.goals) {
        std::string from;
        std::string to;
        for (const TextEdit& edit : goal.edits) {
          if (edit.kind != TextEdit::Kind::insert) {
            from += edit.text;
          }
          if (edit.kind != TextEdit::Kind::remove) {
            to += edit.text;
          }
        }
        EXPECT_EQ(from, goal.from);
        EXPECT_EQ(to, goal.to);
      }
    }
  });
}

TEST_F(ChangeSetLaws, IdsAreUniqueAndKeepWhenFiguresAreCorrected) {
  for_all_pairs([](const Pair& pair) {
    std::vector<std::string> ids;
    for (const ProjectChange& change : pair.changes.projects) {
      ids.push_back(change.id);
      for (const IndicatorChange& indicator : change.indicators) {
        ids.push_back(indicator.id);
      }
    }
    std::sort(ids.begin(), ids.end());
    EXPECT_EQ(std::adjacent_find(ids.begin(), ids.end()), ids.end());
  });
  testing::Random random(7);
  Snapshot from = testing::random_snapshot(random, 8);
  from.projects.push_back(testing::random_project(random));
  Snapshot to = from;
  to.year = 2030;
  to.projects.front().funding.set("total", Amount(1, 0));
  const ChangeSet before = diff_of(from, to, match(from, to));
  to.projects.front().funding.set("total", Amount(2, 0));
  const ChangeSet after = diff_of(from, to, match(from, to));
  ASSERT_EQ(before.projects.size(), after.projects.size());
  for (std::size_t i = 0; i < before.projects.size(); ++i) {
    EXPECT_EQ(before.projects[i].id, after.projects[i].id);
  }
}

TEST_F(ChangeSetLaws, ASnapshotDoesNotDifferFromItself) {
  for (std::uint64_t seed = first_seed; seed < first_seed + pairs; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    testing::Random random(seed);
    const Snapshot snapshot = testing::random_snapshot(random, 8);
    const ChangeSet changes = diff_of(snapshot, snapshot, match(snapshot, snapshot));
    for (const ProjectChange& change : changes.projects) {
      EXPECT_EQ(change.kind, ProjectChangeKind::unchanged) << change.from.front().name;
      EXPECT_FALSE(change.notation);
    }
    EXPECT_TRUE(changes.stated.empty());
  }
}

TEST_F(ChangeSetLaws, EveryReportCanBeWritten) {
  for_all_pairs([](const Pair& pair) {
    for (const Language language : {Language::english, Language::chinese}) {
      ReportOptions options;
      options.language = language;
      options.notation = true;
      EXPECT_FALSE(text_report(pair.changes, options).empty());
      EXPECT_FALSE(markdown_report(pair.changes, options).empty());
    }
  });
}

}  // namespace
}  // namespace budgetdiff
