/// A waterfall adds up, whatever the change set.

#include "report/html/waterfall.hpp"

#include <gtest/gtest.h>
#include <budgetdiff/diff/differ.hpp>
#include <budgetdiff/match/matcher.hpp>

#include "generate.hpp"

namespace budgetdiff::html {
namespace {

Amount sum_of(const Waterfall& waterfall) {
  Amount sum = waterfall.from;
  for (const WaterfallStep& step : waterfall.steps) {
    sum += step.delta;
  }
  return sum;
}

TEST(Waterfall, StepsLeadFromOneTotalToTheOther) {
  const Wording say(Language::english);
  int compared = 0;
  for (std::uint64_t seed = 1; seed <= 200; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    testing::Random random(seed);
    const Snapshot from = testing::random_snapshot(random, 20);
    const Snapshot to = testing::later_year(random, from);
    const ChangeSet changes = diff({from, to, {}, {}}, match(from, to));
    if (!changes.totals.from || !changes.totals.to || !changes.totals.delta) {
      continue;
    }
    ++compared;
    const Waterfall kinds = waterfall_by_kind(changes, say);
    EXPECT_EQ(sum_of(kinds), kinds.to);
    for (const std::size_t most : {std::size_t{1}, std::size_t{4}, std::size_t{100}}) {
      const Waterfall projects = waterfall_by_project(changes, say, most);
      EXPECT_EQ(sum_of(projects), projects.to);
      // The largest, one up, one down, one unexplained, and one in place of a rest of one.
      EXPECT_LE(projects.steps.size(), most + 4);
    }
  }
  EXPECT_GT(compared, 100);
}

TEST(Waterfall, TheLargestChangesAreNamedAndTheRestIsCounted) {
  ChangeSet changes;
  changes.totals = {Amount(100, 0), Amount(127, 0), Amount(27, 0), "27"};
  for (const int delta : {5, -40, 3, 60, -1}) {
    ProjectChange change;
    change.id = "c" + std::to_string(delta);
    change.kind = ProjectChangeKind::changed;
    change.from = {{0, "p" + std::to_string(delta), {}, {}}};
    change.to = change.from;
    change.delta = Amount(delta, 0);
    changes.projects.push_back(change);
  }
  const Waterfall waterfall = waterfall_by_project(changes, Wording(Language::english), 2);
  std::vector<std::string> steps;
  for (const WaterfallStep& step : waterfall.steps) {
    steps.push_back(step.label + " " + step.delta.to_string());
  }
  const std::vector<std::string> expected{"p60 60", "p-40 -40", "other projects that grow (2) 8",
                                          "other projects that shrink (1) -1"};
  EXPECT_EQ(steps, expected);
}

}  // namespace
}  // namespace budgetdiff::html
